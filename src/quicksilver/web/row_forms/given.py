"""What a form sent, as plain values: words that were written, lists of ticks, texts by language."""

from typing import Any

from django.http import QueryDict

from quicksilver.core import languages
from quicksilver.core.errors import Place, Problem
from quicksilver.core.languages import msg
from quicksilver.records.fields import CodesField, KeysField, TextsField
from quicksilver.records.models import Source
from quicksilver.services.checking_values import fields_of
from quicksilver.services.drafts import RULE, Model

ROW, SOURCE = "row", "source"


def row(post: QueryDict, model: Model) -> tuple[dict[str, Any], list[Problem]]:
    """The values of a row, with those of a new source in place of the source's key where they are given."""
    values = _of(post, model, ROW)
    if model is Source:
        return values, []
    source = {name: value for name, value in _of(post, Source, SOURCE).items() if value}
    if not source.keys() - {"kind", "standing"}:  # lists of which something is always chosen
        return values, []
    if values.get("source"):
        message = msg("A source on record is chosen, and a new one is described. Take one of the two away.")
        return values, [Problem("source-twice", message, {}, RULE, Place(field="source"))]
    return {**values, "source": source}, []


def new_source(post: QueryDict) -> dict[str, Any]:
    """What was written of a new source, for the form to show it again."""
    return _of(post, Source, SOURCE)


def _of(post: QueryDict, model: Model, part: str) -> dict[str, Any]:
    """What is given for each column that the form has; a column that it does not have stays as it is."""
    sent = {name.split(".")[1] for name in post if name.startswith(f"{part}.")}
    return {
        column.name: _value(post, column, f"{part}.{column.name}") for column in fields_of(model) if column.name in sent
    }


def _value(post: QueryDict, column: Any, name: str) -> Any:
    if isinstance(column, TextsField):
        return _texts(post, name)
    if isinstance(column, CodesField | KeysField) and f"{name}.ticks" in post:
        return [value for value in post.getlist(name) if value]
    written = post.get(name, "").strip()
    if column.get_internal_type() != "JSONField":
        return written
    lines = [line.strip() for line in written.splitlines() if line.strip()]
    return [[*line.split(None, 1), ""][:2] for line in lines] if column.name == "more_sources" else lines


def _texts(post: QueryDict, name: str) -> dict[str, dict[str, str]]:
    """The languages in which something is written; a status or a citation alone is nothing."""
    found = {code: _wording(post, f"{name}.{code}") for code in languages.CODES}
    return {code: wording for code, wording in found.items() if wording.get("text") or wording.get("as_cited")}


def _wording(post: QueryDict, name: str) -> dict[str, str]:
    parts = {"text": name, "status": f"{name}.status", "as_cited": f"{name}.as_cited"}
    said = {part: post.get(sent, "").replace("\r\n", "\n").strip() for part, sent in parts.items()}
    return {"text": said.pop("text"), **{part: words for part, words in said.items() if words}}
