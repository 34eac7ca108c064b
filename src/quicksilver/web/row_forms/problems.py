"""The problems of a refused deed in the words of a form: each at its field, all of them at the top."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from quicksilver.core.errors import Problem
from quicksilver.core.languages import msg
from quicksilver.records.models import Source
from quicksilver.services import editing
from quicksilver.services.drafts import Model
from quicksilver.web import fields
from quicksilver.web.row_forms.fields import Field, label

# What is said otherwise to whoever fills in a form than to whoever writes a file.
_IN_FORMS = {
    "reference-unknown": msg("There is no row “{key}” on record."),
    "field-missing": msg("This is missing."),
    "source-missing": msg("Without a source nothing is entered. Choose one, or describe a new one below."),
}


@dataclass(frozen=True)
class Told:
    """One problem: the field it is about, if there is one, and the sentence."""

    field: Field | None
    sentence: str


def tell(problems: Iterable[Problem], model: Model, row: list[Field], source: list[Field], reason: Field) -> list[Told]:
    """Put each problem at its field; returns all of them, for the top of the page."""
    parts = {editing.SOURCE: source, editing.DEED: [reason]}
    told = []
    for problem in problems:
        place = problem.place
        field = next((each for each in parts.get(place.file, row) if each.column == place.field), None)
        sentence = said(problem, Source if place.file == editing.SOURCE else model)
        if field:
            field.errors.append(sentence)
        told.append(Told(field, sentence))
    return told


def said(problem: Problem, model: Model) -> str:
    """A problem as a whole sentence, with columns and kinds in words."""
    code = "source-missing" if (problem.code, problem.place.field) == ("field-missing", "source") else problem.code
    return _(_IN_FORMS.get(code, problem.message)).format_map(dict(_in_words(problem, model)))


def _in_words(problem: Problem, model: Model) -> Iterator[tuple[str, Any]]:
    for name, value in problem.values.items():
        if name == "help" or (name == "wanted" and value):
            yield name, _(str(value))
        elif name in ("name", "names") and problem.place.field:
            yield name, ", ".join(str(label(model.KIND, column)) for column in str(value).split(", "))
        elif name == "kind" and problem.code == "field-unknown":
            yield name, fields.kind(str(value))
        else:
            yield name, value
