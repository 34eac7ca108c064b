"""When the English changes, what was translated from it has to be read again."""

import pytest

from quicksilver.core.languages import Texts
from quicksilver.records.models import AreaObjective
from quicksilver.services import wordings

BEFORE = {
    "en": "Cut mercury", "fr": {"text": "Réduire", "status": "reviewed"},
    "zh": {"text": "减少汞", "status": "official"}, "ru": "Сократить",
}  # fmt: skip


def _row(texts):
    return AreaObjective(key="area-objective/x", text=Texts.parse(texts))


@pytest.mark.parametrize(
    ("after", "told", "statuses"),
    [
        (BEFORE, [], "reviewed official draft"),
        ({**BEFORE, "en": "Cut its use"}, ["text (fr, ru)"], "draft official draft"),
        ({**BEFORE, "en": "Cut its use", "fr": {"text": "En réduire l’usage", "status": "reviewed"}}, ["text (ru)"],
         "reviewed official draft"),
        ({**BEFORE, "ru": "Уменьшить"}, [], "reviewed official draft"),
    ],
)  # fmt: skip
def test_wordings_that_did_not_follow_are_named_and_lose_their_standing(after, told, statuses):
    row = _row(after)
    assert wordings.mark_stale(AreaObjective, _row(BEFORE), row) == told
    assert " ".join(row.text.of(code).status for code in ("fr", "zh", "ru")) == statuses


def test_rows_without_texts_have_none_to_read_again():
    assert wordings.mark_stale(AreaObjective, AreaObjective(), AreaObjective()) == []
