"""Rows on their way into the record: what a file or a form gives, with the place where each value stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quicksilver.adapters import datafiles
from quicksilver.core.errors import Place, Problem
from quicksilver.core.languages import msg
from quicksilver.records.models import RECORD_MODELS

RULE = datafiles.RULE
# A kept model's class. Django's types know neither its kind nor its manager.
Model = Any
# Kinds whose plural is not their name and an s.
_PLURALS = {"body": "bodies", "reply": "replies", "erratum": "errata", "need-stressed": "needs_stressed"}
# Named in files by the plural of what they hold.
COLLECTIONS: dict[str, Model] = {
    _PLURALS.get(model.KIND, f"{model.KIND}s").replace("-", "_"): model for model in RECORD_MODELS
}


@dataclass(frozen=True)
class Draft:
    """A row on its way into a table."""

    model: Model
    values: dict[str, datafiles.Located]
    place: Place

    @property
    def key(self) -> str:
        """The key as written, or empty."""
        found = self.values.get("key")
        return found.value if found and isinstance(found.value, str) else ""

    def place_of(self, name: str) -> Place:
        """Where a value stands; the row itself where it is not given."""
        found = self.values.get(name)
        return found.place if found else self.place


def of_row(row: datafiles.Row, problems: list[Problem]) -> Iterator[Draft]:
    """A row of a file and the rows nested in it, as drafts of their tables."""
    model = COLLECTIONS.get(row.collection)
    if model is None:
        message = msg("There is no collection “{name}”. The collections are: {known}.")
        found = {"name": row.collection, "known": ", ".join(sorted(COLLECTIONS))}
        problems.append(Problem("collection-unknown", message, found, RULE, row.place))
        return
    yield from _with_children(model, row.values, row.place, problems)


def _with_children(
    model: Model, values: dict[str, datafiles.Located], place: Place, problems: list[Problem]
) -> Iterator[Draft]:
    """A row, then those nested in it under the name by which the row calls them; each points back to the row."""
    children: dict[str | None, Any] = {
        relation.get_accessor_name(): relation for relation in model._meta.related_objects
    }
    nested = {name: found for name, found in values.items() if _is_nested(name, found, children)}
    yield Draft(model, {name: found for name, found in values.items() if name not in nested}, place)
    for name, found in nested.items():
        relation = children[name]
        parent = {relation.field.name: values["key"]} if "key" in values else {}
        for child in found.value:
            if isinstance(child.value, dict):
                own = {**parent, **child.value}
                yield from _with_children(relation.related_model, own, child.place, problems)
            else:
                message = msg("Each row under “{name}” should be a mapping from field names to values.")
                problems.append(Problem("file-shape", message, {"name": name}, RULE, child.place))


def _is_nested(name: str, found: datafiles.Located, children: dict[str | None, Any]) -> bool:
    return name in children and isinstance(found.value, list)
