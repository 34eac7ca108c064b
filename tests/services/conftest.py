"""What tests of services share."""

import pytest
from tests.conftest import ENTERED, SECRETARIAT, SMALL

from quicksilver.core.errors import Refused
from quicksilver.records.models import Revision, Source
from quicksilver.services import loading


@pytest.fixture
def problems(folder):
    """The problems of some files, as (file and line, field, code); nothing may have been written."""

    def load(**files: str) -> list[tuple[str, str, str]]:
        with pytest.raises(Refused) as refused:
            loading.load_record(SECRETARIAT, folder(**files), now=ENTERED)
        assert (Source.objects.count(), Revision.objects.count()) == (0, 0)
        found = refused.value.problems
        assert all(str(problem) for problem in found)
        return [(f"{p.place.file}:{p.place.line}", p.place.field, p.code) for p in found]

    return load


@pytest.fixture
def find_fault(problems):
    """Write one fault into the small record, and find it named with its line, field and code."""

    def find(written: str, instead: str, line: int, field: str, code: str) -> None:
        assert written in SMALL

        found = problems(small=SMALL.replace(written, instead, 1))
        assert (f"small.yaml:{line}", field, code) in found

    return find
