"""Values side by side: what a row said and says, or what two people would have it say."""

from typing import Any

from quicksilver.core import dates
from quicksilver.core.errors import Refused
from quicksilver.core.languages import Texts, check_texts
from quicksilver.services.checking_values import fields_of
from quicksilver.services.drafts import Model
from quicksilver.web.fields import Shown
from quicksilver.web.row_forms import fields


def beside(model: Model, column: str, *values: Any) -> list[Shown | None]:
    """Values of a column side by side; of texts, only the languages in which they differ."""
    texts = [value if isinstance(value, dict) else {} for value in values]
    if any(texts) and not any(check_texts(value) for value in texts):
        same = {code for code in texts[0] if all(text.get(code) == texts[0][code] for text in texts)}
        values = tuple({code: wording for code, wording in text.items() if code not in same} for text in texts)
    return [shown(model, column, value) for value in values]


def shown(model: Model, column: str, value: Any) -> Shown | None:
    """A plain value of a column, ready for a page; None where it says nothing."""
    if value in (None, "", [], {}):
        return None
    found = next(each for each in fields_of(model) if each.name == column)
    form = fields.form_of(found)
    form, typed = _TYPED.get(form, _plain)(form, value)
    return Shown(column, fields.label(model.KIND, column), form, typed, getattr(found, "codelist", ""))


def _plain(form: str, value: Any) -> tuple[str, Any]:
    return "plain", ", ".join(str(part) for part in value) if isinstance(value, list) else value


def _same(form: str, value: Any) -> tuple[str, Any]:
    return form, value


def _texts(form: str, value: Any) -> tuple[str, Any]:
    return _plain(form, value) if check_texts(value) else (form, Texts.parse(value))


def _date(form: str, value: Any) -> tuple[str, Any]:
    try:
        return form, dates.parse(value)
    except Refused:
        return "plain", value


def _row(form: str, value: Any) -> tuple[str, Any]:
    """A row by its key; a source that is new has none yet."""
    return (form, value) if isinstance(value, str) else _plain(form, value.get("title", value))


_TYPED = {
    "texts": _texts, "date": _date, "code": _same, "codes": _same, "row": _row, "language": _same,
    "keys": lambda form, value: ("rows", value),
    "truth": lambda form, value: ("flag", value == "true"),
}  # fmt: skip
