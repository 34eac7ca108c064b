"""Keys that a person can read, made from what a row says; never one that is taken."""

import pytest

from quicksilver.services import keys
from quicksilver.services.drafts import COLLECTIONS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("collection", "values", "key"),
    [
        ("areas", {"code": "asgm", "names": {"en": "Gold mining"}}, "area/asgm"),
        ("decisions", {"number": "24/3", "body": "body/gc"}, "decision/24-3"),
        ("provisions", {"decision": "decision/24-3", "part": "IV", "paragraph": "27", "item": "a"},
         "provision/24-3-iv-27-a"),
        ("area_stages", {"area": "area/asgm", "stage": "not_taken_up"}, "area-stage/asgm-not-taken-up"),
        ("area_objectives", {"area": "area/asgm", "effective": "[..2008-05-01]"}, "area-objective/asgm-2008"),
        ("area_objectives", {"area": "area/asgm", "text": {"en": "Cut the use of mercury"}},
         "area-objective/asgm-cut-the-use-of-mercury"),
        ("pledges", {"donor": "stakeholder/usa", "effective": "2007-03-27/.."}, "pledge/usa-2007"),
        ("agenda_items", {"meeting": "meeting/oewg-1", "number": "5"}, "agenda-item/oewg-1-5"),
        ("documents", {"symbol": "UNEP(DTIE)/Hg/OEWG.1/INF/8"}, "document/unep-dtie-hg-oewg.1-inf-8"),
        ("stakeholders", {"names": {"fr": {"text": "Côte d’Ivoire"}, "zh": "科特迪瓦"}}, "stakeholder/cote-divoire"),
        ("stakeholders", {"names": {"zh": "中国"}}, "stakeholder/1"),
        ("pledges", {"effective": "soon"}, "pledge/1"),
    ],
)  # fmt: skip
def test_key_is_made_from_what_tells_rows_apart(collection, values, key):
    assert keys.propose(COLLECTIONS[collection], values) == key


def test_taken_key_gets_a_number(small):
    pledge = {"donor": "stakeholder/usa", "effective": "2007"}
    assert keys.propose(COLLECTIONS["pledges"], pledge) == "pledge/usa-2007-2"


def test_long_names_are_cut_at_a_word():
    names = {"en": " ".join(["Intergovernmental"] * 9)}
    key = keys.propose(COLLECTIONS["stakeholders"], {"names": names})
    assert len(key) <= 80
    assert not key.endswith("-")


def test_kind_may_be_left_out_of_a_key():
    assert (keys.full("area", "asgm"), keys.full("area", "area/asgm"), keys.full("area", "")) == (
        "area/asgm", "area/asgm", "",
    )  # fmt: skip
