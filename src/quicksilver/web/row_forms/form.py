"""A form on a row of any kind: its fields in groups, its problems, what it was opened with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from quicksilver.core.errors import Problem
from quicksilver.records.models import Source
from quicksilver.services.checking_values import fields_of
from quicksilver.services.drafts import Model
from quicksilver.web.here import Here
from quicksilver.web.row_forms import fields, given, problems
from quicksilver.web.row_forms.fields import Field
from quicksilver.web.row_forms.problems import Told

# Where the row comes from: a group of its own, after what the row says.
_SOURCE = ("source", "locator", "more_sources", "remark")
# What every dated row has comes after what is the row's own.
_DATES = ("effective", "supersedes")
_OF_NEW_SOURCE = frozenset({"key"})


@dataclass
class Form:
    """What a page needs to show a form."""

    fields: list[Field]
    source: list[Field]
    new_source: list[Field]
    key: Field | None
    reason: Field
    seen: int | None = None
    told: list[Told] = field(default_factory=list)

    @property
    def source_is_new(self) -> bool:
        """Whether something is written of a new source, so that its part of the form stands open."""
        return any(each.errors or _written(each) for each in self.new_source)


def of(
    here: Here,
    model: Model,
    values: Mapping[str, Any],
    *,
    without: Iterable[str] = (),
    new_source: Mapping[str, Any] | None = None,
    reason: str = "",
    seen: int | None = None,
) -> Form:
    """A form on a row with these values, the fields ``without`` left out."""
    shown = {**values, "source": "" if isinstance(values.get("source"), Mapping) else values.get("source")}
    every = fields.of(here, model, shown, given.ROW, frozenset(without))
    has_source = any(each.name == "source" for each in fields_of(model))
    return Form(
        fields=sorted(
            (each for each in every if each.column not in (*_SOURCE, "key")), key=lambda each: each.column in _DATES
        ),
        source=[each for each in every if each.column in _SOURCE],
        new_source=fields.of(here, Source, new_source or {}, given.SOURCE, _OF_NEW_SOURCE) if has_source else [],
        key=next((each for each in every if each.column == "key"), None),
        reason=_reason(reason),
        seen=seen,
    )


def tell(form: Form, found: Iterable[Problem], model: Model) -> None:
    """Put problems at their fields and at the top."""
    row = [*form.fields, *form.source, *([form.key] if form.key else [])]
    form.told = problems.tell(found, model, row, form.new_source, form.reason)


def _reason(value: str) -> Field:
    hints = [_("In a few words: what was learned, from whom. It stays in the history beside your name.")]
    return Field("reason", "deed.reason", _("Why"), "long", value, list(hints), required=True)


def _written(each: Field) -> bool:
    if each.form == "texts":
        return any(words.text or words.as_cited for words in each.value)
    return bool(each.value)
