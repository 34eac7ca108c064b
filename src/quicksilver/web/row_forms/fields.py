"""The fields of a form, from the columns of a model: label, rule, value as entered, choices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quicksilver.core import languages
from quicksilver.core.languages import Language
from quicksilver.records import fields as columns
from quicksilver.records.models import RECORD_MODELS
from quicksilver.services.checking_values import fields_of
from quicksilver.services.drafts import Model
from quicksilver.web import fields
from quicksilver.web.here import Here
from quicksilver.web.row_forms import choices
from quicksilver.web.row_forms.choices import Option

# Columns that every row has; those of each kind are named in web.fields.
COMMON: dict[str, fields.Words] = {
    "key": gettext_lazy("Key"), "source": gettext_lazy("Source"), "locator": gettext_lazy("Place in the source"),
    "more_sources": gettext_lazy("Further sources"), "remark": gettext_lazy("What must be minded"),
    "effective": gettext_lazy("Date of effect"), "supersedes": gettext_lazy("Replaces"), "mark": gettext_lazy("Mark"),
}  # fmt: skip
KINDS = {model.KIND for model in RECORD_MODELS}
# How the columns of each class are entered; the first that fits. What is not among them is a line of text.
_FORMS: "tuple[tuple[type[models.Field[Any, Any]], str], ...]" = (
    (columns.TextsField, "texts"), (columns.KnownDateField, "date"), (columns.CodeField, "code"),
    (columns.CodesField, "codes"), (columns.KeysField, "keys"), (columns.KeyField, "row"),
    (models.ForeignKey, "row"), (columns.LanguageField, "language"), (models.BooleanField, "truth"),
    (models.JSONField, "lines"), (models.DecimalField, "number"), (models.IntegerField, "number"),
    (models.TextField, "long"),
)  # fmt: skip


@dataclass(frozen=True)
class Words:
    """One language of a text in six: its wording as entered."""

    language: Language
    text: str
    as_cited: str
    statuses: list[Option]


@dataclass
class Field:
    """One field of a form; ``form`` names how it is entered, ``name`` is what the browser sends it under."""

    column: str
    name: str
    label: fields.Words
    form: str
    value: Any
    hints: list[str | SafeString]
    required: bool = False
    options: list[Option] = field(default_factory=list)
    of_kind: str = ""
    errors: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Where the field stands on the page."""
        return self.name.replace(".", "-").replace("_", "-")

    @property
    def described_by(self) -> str:
        """What is read aloud with the field."""
        return f"{self.id}-hint" + (f" {self.id}-error" if self.errors else "")


def label(kind: str, column: str) -> fields.Words:
    """A column in words."""
    return COMMON.get(column) or fields.field(kind, column)


def form_of(column: Any) -> str:
    """How a column is entered."""
    return next((form for cls, form in _FORMS if isinstance(column, cls)), "line")


def of(here: Here, model: Model, given: Mapping[str, Any], part: str, without: frozenset[str]) -> list[Field]:
    """The fields of a model's columns, with what is given; ``part`` tells the row from its source in one form."""
    shown = [column for column in fields_of(model) if column.name not in without]
    return [_field(here, model, column, given.get(column.name), part) for column in shown]


def _field(here: Here, model: Model, column: Any, value: Any, part: str) -> Field:
    form = form_of(column)
    required = not (column.null or column.blank or column.has_default())
    made = Field(
        column=column.name,
        name=f"{part}.{column.name}",
        label=label(model.KIND, column.name),
        form=form,
        value=value if value is not None else "",
        hints=[_(column.help_text)] if column.help_text else [],
        required=required,
    )
    if required and column.name != "key":
        made.hints.append(_("It is needed."))
    _COMPLETE.get(form, lambda *_: None)(here, column, made)
    if (model.KIND, column.name) == ("source", "standing"):
        made.form, made.options = "select", choices.standing(str(made.value))
    return made


def _complete_texts(here: Here, column: Any, made: Field) -> None:
    given = made.value if isinstance(made.value, Mapping) else {}
    ordered = sorted(languages.LANGUAGES.values(), key=lambda each: (each.code != here.code, each.code != "en"))
    made.value = [_words(each, given.get(each.code)) for each in ordered]


def _words(language: Language, given: Any) -> Words:
    found = given if isinstance(given, Mapping) else {"text": given or ""}
    statuses = choices.statuses(found.get("status", ""))
    return Words(language, found.get("text", ""), found.get("as_cited", ""), statuses)


def _complete_date(here: Here, column: Any, made: Field) -> None:
    examples = {
        "day": "2007-03-26", "month": "2007-06", "year": "2005", "span": "2007-06-25/2007-06-26",
        "between": "[2007-03-27..2007-08-30]", "by": "[..2007-08-30]", "since": "2007-08-30/..",
    }  # fmt: skip
    message = _(
        "As exactly as it is known: a day {day}, a month {month}, a year {year}, some days {span}, from a day on "
        "{since}, at the latest {by}, once within some days {between}."
    )
    said = {name: format_html('<bdi dir="ltr" class="when">{}</bdi>', example) for name, example in examples.items()}
    made.hints.append(format_html(message, **said))


def _complete_code(here: Here, column: Any, made: Field) -> None:
    made.form, made.options = "select", choices.codes(column.codelist, [str(made.value)])


def _complete_codes(here: Here, column: Any, made: Field) -> None:
    made.form, made.options = "ticks", choices.codes(column.codelist, made.value or [])


def _complete_row(here: Here, column: Any, made: Field) -> None:
    made.of_kind = column.related_model.KIND if column.is_relation else "any"
    if made.of_kind != "any" and choices.few(here, made.of_kind):
        chosen = made.value if isinstance(made.value, str) else ""
        made.form, made.options = "select", choices.rows(here, made.of_kind, [chosen])
    elif made.of_kind == "any":
        made.hints.append(_("Write some of its name to find it, or its key."))


def _complete_keys(here: Here, column: Any, made: Field) -> None:
    kind = column.name.removesuffix("s")
    if kind in KINDS and choices.few(here, kind):
        made.form, made.options = "ticks", choices.rows(here, kind, made.value or [])
    else:
        _complete_lines(here, column, made)


def _complete_lines(here: Here, column: Any, made: Field) -> None:
    lines = made.value or []
    made.form = "long"
    made.value = "\n".join(" ".join(line) if isinstance(line, list) else str(line) for line in lines)
    made.hints.append(_("One on each line."))
    if column.name == "more_sources":
        made.hints.append(_("First the key of the source, then the place in it."))


def _complete_select(options: Any) -> Any:
    def complete(here: Here, column: Any, made: Field) -> None:
        made.form, made.options = "select", options(str(made.value))

    return complete


_COMPLETE = {
    "texts": _complete_texts, "date": _complete_date, "code": _complete_code, "codes": _complete_codes,
    "row": _complete_row, "keys": _complete_keys, "lines": _complete_lines,
    "language": _complete_select(choices.spoken), "truth": _complete_select(choices.truths),
}  # fmt: skip
