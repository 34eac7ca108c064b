"""Wordings that no longer follow: when the English of a text is corrected, translations of it have to be read again."""

from typing import Any

from django.db import models

from quicksilver.core.languages import Texts, Wording
from quicksilver.records.fields import TextsField
from quicksilver.services.checking_values import fields_of
from quicksilver.services.drafts import Model


def mark_stale(model: Model, before: Any, after: Any) -> list[str]:
    """Take the standing “reviewed” from translations of an English that changed; says which, as ``text (fr, ru)``.

    Official wordings stay official: a body issued them, whatever we correct beside them. Changes ``after``.
    """
    told = []
    for field in fields_of(model):
        if isinstance(field, TextsField):
            stale = _stale(_texts(field, before), _texts(field, after))
            if stale:
                _set_draft(field, after, stale)
                told.append(f"{field.name} ({', '.join(stale)})")
    return told


def _stale(before: Texts, after: Texts) -> list[str]:
    """Languages whose wording stayed as it was while the English changed."""
    old, new = before.of("en"), after.of("en")
    if old is None or new is None or old.text == new.text:
        return []
    return [
        wording.language
        for wording in after.wordings
        if wording.language != "en" and wording == before.of(wording.language) and wording.status != "official"
    ]


def _texts(field: models.Field, row: Any) -> Texts:
    """The text of a row, which in one not yet saved may be the mapping it begins as."""
    found: Texts = field.to_python(getattr(row, field.attname))
    return found


def _set_draft(field: models.Field, row: Any, stale: list[str]) -> None:
    setattr(row, field.attname, Texts(tuple(_reread(wording, stale) for wording in _texts(field, row).wordings)))


def _reread(wording: Wording, stale: list[str]) -> Wording:
    if wording.language not in stale or wording.status != "reviewed":
        return wording
    return Wording(wording.language, wording.text, "draft", wording.as_cited)
