"""Everything the programme says is in the catalogues of all languages."""

from pathlib import Path

from catalogues import checks, extraction

PACKAGE = Path(__file__).parents[1] / "src" / "quicksilver"


def test_the_catalogues_are_complete():
    assert checks.faults(PACKAGE / "locale", extraction.extract(PACKAGE)) == []
