"""Keeping the record by hand: every kind, all problems at once, one revision a deed, nobody's change lost."""

import re
from datetime import timedelta

import pytest
from tests.conftest import ENTERED, SECRETARIAT
from tests.services.rows import minimal, one_of_each

from quicksilver.core.errors import Refused
from quicksilver.core.languages import Texts
from quicksilver.core.policies import Actor, Grant
from quicksilver.records.models import (
    RECORD_MODELS,
    Area,
    AreaObjective,
    AreaStage,
    Pledge,
    Revision,
    Source,
    Stakeholder,
)
from quicksilver.services import editing, gate, tracing
from quicksilver.services import record as reading

pytestmark = pytest.mark.django_db
LATER = ENTERED + timedelta(days=1)
KINDS = [model.KIND for model in RECORD_MODELS]
DATED = [model.KIND for model in RECORD_MODELS if editing.is_dated(model)]


def enter(kind, /, **values):
    return editing.enter(actor=SECRETARIAT, kind=kind, values=values, reason="Told by letter", now=LATER)


def correct(key, /, seen=None, **values):
    seen = seen or editing.opened(key)
    return editing.correct(actor=SECRETARIAT, key=key, values=values, reason="Misread", seen=seen, now=LATER)


def places(refusal):
    return {(problem.place.file, problem.place.field, problem.code) for problem in refusal.value.problems}


@pytest.fixture
def area(small):
    values = {"code": "asgm", "names": {"en": "Small-scale gold mining"}, "order": "1", "source": "source/seed"}
    return enter("area", **values)


# -- every kind -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_row_of_every_kind_can_be_entered_corrected_and_undone(small, kind):
    one_of_each(enter, before=kind)
    key = enter(kind, **minimal(kind))
    remark = {"address": "By post"} if kind == "source" else {"remark": {"en": "Seen by us"}}
    correct(key, **remark)

    states = tracing.history(key)
    assert re.fullmatch(rf"{kind}/[a-z0-9][a-z0-9.-]*", key)
    assert [state.reason for state in states] == ["Told by letter", "Misread"]
    for _ in states:
        number = editing.opened(key)
        editing.undo(actor=SECRETARIAT, revision=_last_change(key), reason="By mistake", now=LATER)
    assert (number is None, editing.opened(key)) == (False, None)


def _last_change(key):
    """The revision of the newest change that was not itself an undoing."""
    undone = {
        int(reason.rpartition(" ")[2])
        for reason in Revision.objects.filter(deed="undo").values_list("reason", flat=True)
    }
    return max(Revision.objects.exclude(deed="undo").exclude(number__in=undone).values_list("number", flat=True))


@pytest.mark.parametrize("kind", DATED)
def test_row_of_every_dated_kind_can_be_superseded(small, kind):
    one_of_each(enter, before=kind)
    first = enter(kind, **minimal(kind))
    change = {"stage": "consultation"} if kind == "area-stage" else {}
    change |= {"state": "held"} if kind == "meeting-schedule" else {}
    change |= {"state": "submitted"} if kind == "draft-state" else {}
    change |= {"number": "26/2"} if kind == "decision" else {}
    change |= {"edition": "2"} if kind == "call-rule" else {}
    values = {"effective": "2009-01-01", "source": "source/seed", **change}
    second = editing.supersede(actor=SECRETARIAT, key=first, values=values, reason="Moved on", now=LATER)

    found = reading.snapshot().get(second)
    assert (found.supersedes_key, found.effective.edtf) == (first, "2009-01-01")
    assert Revision.objects.latest("number").deed == "supersede"


# -- what is refused --------------------------------------------------------------------------------------


def test_all_problems_are_told_at_once_each_at_its_field(small):
    with pytest.raises(Refused) as refused:
        editing.enter(
            actor=SECRETARIAT, kind="pledge", reason=" ", now=LATER,
            values={"amount": "much", "currency": "USD", "effective": "2007-13-01", "donor": "stakeholder/nobody"},
        )  # fmt: skip
    assert {(file, field) for file, field, _ in places(refused)} == {
        ("", "amount"), ("", "effective"), ("", "donor"), ("", "source"), ("deed", "reason"),
    }  # fmt: skip
    assert (Pledge.objects.count(), Revision.objects.count()) == (1, 1)


def test_new_source_is_entered_by_the_same_deed(small):
    source = {"kind": "letter", "standing": "official", "title": {"en": "Letter of Norway"}}
    key = enter("stakeholder", kind="government", names={"en": "Norway"}, country="NOR", source=source)

    assert Stakeholder.objects.get(key=key).source_id == "source/letter-of-norway"
    assert Revision.objects.count() == 2


def test_faults_of_a_new_source_are_told_beside_those_of_the_row(small):
    with pytest.raises(Refused) as refused:
        enter("stakeholder", kind="kingdom", names={"en": "Norway"}, source={"kind": "rumour"})
    assert {(file, field) for file, field, _ in places(refused)} == {
        ("", "kind"), ("source", "kind"), ("source", "standing"),
    }  # fmt: skip
    assert Source.objects.count() == 1


def test_taken_key_is_refused_and_another_one_offered(small):
    values = {"key": "unep", "names": {"en": "Another"}, "kind": "igo", "source": "source/seed"}
    with pytest.raises(Refused) as refused:
        enter("stakeholder", **values)
    assert places(refused) == {("", "key", "key-taken")}
    assert "stakeholder/another" in str(refused.value)


def test_step_that_the_lifecycle_does_not_know_is_refused(area):
    stage = {"area": area, "source": "source/seed"}
    enter("area-stage", stage="proposed", effective="2005", **stage)
    with pytest.raises(Refused) as refused:
        enter("area-stage", stage="merged", effective="2006", **stage)
    assert places(refused) == {("", "stage", "state-out-of-order")}


def test_row_superseded_once_is_not_superseded_again(area):
    values = {"area": area, "text": {"en": "Cut mercury"}, "effective": "2005", "source": "source/seed"}
    first = enter("area-objective", **values)
    again = {"effective": "2008", "source": "source/seed"}
    editing.supersede(actor=SECRETARIAT, key=first, values=again, reason="Plan of 2008", now=LATER)
    with pytest.raises(Refused) as refused:
        editing.supersede(actor=SECRETARIAT, key=first, values=again, reason="Plan of 2008", now=LATER)
    assert ("", "supersedes", "superseded-already") in places(refused)


def test_correction_without_a_difference_is_refused(area):
    with pytest.raises(Refused, match="Nothing differs"):
        correct(area, order="1")


def test_kind_that_is_not_and_row_that_is_not_are_refused(small):
    with pytest.raises(Refused, match="no kind of row"):
        enter("unicorn")
    with pytest.raises(Refused, match="no row"):
        correct("area/atlantis", seen=1, order="1")


# -- who may ----------------------------------------------------------------------------------------------


def test_area_lead_keeps_the_own_area_and_no_other(area):
    other = enter("area", code="coal", names={"en": "Coal"}, order="2", source="source/seed")
    lead = Actor("person/1", "Lead", (Grant("area_lead", area=area),))
    values = {"text": {"en": "Cut mercury"}, "source": "source/seed"}

    own = editing.enter(actor=lead, kind="area-objective", values={"area": area, **values}, reason="Plan", now=LATER)
    with pytest.raises(gate.NotPermitted):
        editing.enter(actor=lead, kind="area-objective", values={"area": other, **values}, reason="Plan", now=LATER)
    with pytest.raises(gate.NotPermitted):  # nor carry a row of the own area over into another
        editing.correct(actor=lead, key=own, values={"area": other}, reason="Plan", seen=editing.opened(own), now=LATER)
    assert AreaObjective.objects.get().area_id == area


def test_what_may_be_done_is_said_before_it_is_tried(area):
    lead = Actor("person/1", "Lead", (Grant("area_lead", area=area),))
    assert editing.may(lead, "record.correct", "area", {"key": area})
    assert not editing.may(lead, "record.correct", "area", {"key": "area/coal"})
    assert editing.may(SECRETARIAT, "record.enter", "pledge", {})


# -- two at once ------------------------------------------------------------------------------------------


def test_second_of_two_open_forms_is_refused_and_told_of_the_first(area):
    seen = editing.opened(area)
    correct(area, seen, order="7")
    with pytest.raises(editing.Conflict) as conflict:
        correct(area, seen, order="9", work_type="priority")

    found = {each.field: (each.opened, each.theirs, each.yours) for each in conflict.value.differences}
    assert found == {"order": ("1", "7", "9"), "work_type": (None, None, "priority")}
    assert [(change.actor, change.reason) for change in conflict.value.changes] == [(SECRETARIAT.key, "Misread")]
    assert (Area.objects.get().order, conflict.value.seen) == (7, editing.opened(area))


def test_conflict_settled_is_written_over_what_was_seen_of_it(area):
    seen = editing.opened(area)
    correct(area, seen, order="7")
    with pytest.raises(editing.Conflict) as conflict:
        correct(area, seen, order="9")
    correct(area, conflict.value.seen, order="9")

    assert [state.row["order"] for state in tracing.history(area)] == [1, 7, 9]


def test_superseding_a_row_that_was_corrected_meanwhile_is_a_conflict(area):
    key = enter("area-objective", area=area, text={"en": "Cut mercury"}, source="source/seed")
    seen = editing.opened(key)
    correct(key, text={"en": "Cut mercury by half"})
    with pytest.raises(editing.Conflict):
        editing.supersede(
            actor=SECRETARIAT, key=key, values={"effective": "2008", "source": "source/seed"}, reason="Plan of 2008",
            now=LATER, seen=seen,
        )  # fmt: skip


# -- wordings ---------------------------------------------------------------------------------------------


def test_reviewed_translation_of_a_corrected_english_has_to_be_read_again(area):
    names = {"en": "Gold", "fr": {"text": "Or", "status": "reviewed"}, "zh": {"text": "黄金", "status": "official"}}
    correct(area, names=names)
    correct(area, names={**names, "en": "Gold mining"})

    after: Texts = Area.objects.get().names
    assert (after.of("fr").status, after.of("zh").status) == ("draft", "official")
    assert Revision.objects.latest("number").reason == "Misread\nto be read again: names (fr)"


def test_stage_on_record_can_be_corrected_although_its_beginning_is_not_known(area):
    AreaStage.objects.create(key="area-stage/asgm-merged", area_id=area, stage="merged", source_id="source/seed")
    assert correct("area-stage/asgm-merged", locator="a.9")
