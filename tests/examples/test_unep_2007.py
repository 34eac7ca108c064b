"""The example record: it loads, every fact of the status report of 2007 has its row, and every row its source.

The facts are typed in here from the paragraphs of the status report itself, apart from the files under test.
"""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from django.db import models

from quicksilver.adapters import datafiles
from quicksilver.core.dates import Occurrence
from quicksilver.core.languages import CODES, Texts
from quicksilver.core.policies import secretariat
from quicksilver.core.record import Entry, Snapshot, from_entries
from quicksilver.records.fields import TextsField
from quicksilver.records.models import RECORD_MODELS
from quicksilver.services import checking_values, drafts, loading, record

FOLDER = Path(__file__).parents[2] / "examples" / "unep-2007"
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
SECRETARIAT = secretariat("Test secretariat")
CUT_OFF = date(2007, 8, 30)

# Paragraph of the status report; key of the row that holds the fact; what the row says.
FACTS = [
    ("c.1", "provision/24-3-iv-26", {"decision": "decision/24-3", "part": "IV", "paragraph": "26", "verb": "urges"}),
    ("c.1", "provision/24-3-iv-27", {"verb": "requests", "addressees": ["executive_director"]}),
    ("c.2", "document/status-report-2007", {"meeting": "meeting/oewg-1", "agenda_item": "agenda-item/oewg-1-5"}),
    ("c.3", "document-role/oewg-1-inf-8-strategy", {"role": "proposed_strategy"}),
    ("c.4", "invited-action/oewg-1-5-a", {"letter": "a", "action": "take_note"}),
    ("c.4", "invited-action/oewg-1-5-b", {"letter": "b", "action": "identify_action"}),
    ("c.4", "invited-action/oewg-1-5-c", {"letter": "c", "action": "urge_participation"}),
    ("c.4", "invited-action/oewg-1-5-d", {"letter": "d", "action": "encourage_funding"}),
    ("a.1", "decision/23-9", {"number": "23/9", "part": "IV"}),
    ("a.1", "provision/23-9-iv-partnerships", {"addressees": ["governments", "igos", "ngos", "private_sector"]}),
    ("a.1", "area/asgm", {"order": 1, "work_type": "management"}),
    ("a.1", "area/coal", {"order": 2, "work_type": "control"}),
    ("a.1", "area/chlor", {"order": 3, "work_type": "reduction"}),
    ("a.1", "area/prod", {"order": 4, "work_type": "reduction"}),
    ("a.1", "area/fate", {"order": 5, "work_type": "research"}),
    ("a.2", "decision/24-3", {"number": "24/3", "part": "IV", "builds_on": "decision/23-9"}),
    (
        "a.3",
        "invitation/partnership-areas-2007",
        {"topics": ["areas_objectives", "programme_expansion", "self_nomination"]},
    ),
    ("a.3", "compilation/partnership-areas-2007-governments", {"document": "document/oewg-1-inf-1"}),
    ("a.3", "compilation/partnership-areas-2007-ngos", {"document": "document/oewg-1-inf-2"}),
    ("a.3", "meeting-schedule/consultation-2007-held", {"held_on": "2007-06", "state": "held"}),
    ("a.3", "document-role/oewg-1-inf-8-outcome", {"subject": "meeting/consultation-2007"}),
    ("a.4", "provision/24-3-iv-27-a", {"item": "a", "paragraph": "27"}),
    ("a.4", "provision/24-3-iv-27-b", {"item": "b", "paragraph": "27"}),
    ("a.4", "provision/24-3-iv-27-c", {"item": "c", "paragraph": "27"}),
    ("a.4", "provision/24-3-iv-27-d", {"item": "d", "paragraph": "27"}),
    ("a.5", "meeting-schedule/partners-2008-planned", {"held_on": "2008-01-29/2008-01-31", "state": "planned"}),
    ("a.5", "component/business-plans", {"required_by": "provision/24-3-iv-27-a"}),
    ("a.5", "component/partnership-goals", {"required_by": "provision/24-3-iv-27-a"}),
    ("a.5", "component/operational-guidelines", {"required_by": "provision/24-3-iv-27-a"}),
    ("a.5", "component/management-arrangements", {"required_by": None}),
    ("a.5", "draft-state/business-plans-begun", {"state": "begun"}),
    ("a.5", "draft-state/management-arrangements-begun", {"state": "begun"}),
    ("a.5", "draft-state/operational-guidelines-begun", {"state": "begun"}),
    ("a.6", "area-stage/vcm-consultation", {"stage": "consultation"}),
    ("a.6", "area-stage/nonfer-consultation", {"stage": "consultation"}),
    ("a.6", "area-stage/cement-consultation", {"stage": "consultation"}),
    ("a.6", "area-stage/waste-combustion-consultation", {"stage": "consultation"}),
    ("a.6", "invitation/candidate-areas-2007", {"document": "document/oewg-1-inf-8"}),
    ("a.6", "invitation/supply-storage-2007", {"provision": "provision/24-3-iv-19"}),
    ("a.6", "area-stage/supply-information", {"stage": "information", "provision": "provision/24-3-iv-19"}),
    ("a.6", "area-stage/storage-information", {"stage": "information", "provision": "provision/24-3-iv-19"}),
    ("a.7", "area-role/asgm-unido", {"stakeholder": "stakeholder/unido", "role": "cooperating"}),
    ("a.7", "area-strategy/asgm-1-market", {"discussed_in": "document/oewg-1-inf-8"}),
    ("a.7", "area-strategy/asgm-2-technologies", {"discussed_in": "document/oewg-1-inf-8"}),
    ("a.8", "appeal/executive-director-2007", {"decision": "decision/24-3", "form": "letter"}),
    ("a.8", "appeal-recipient/executive-director-2007-focal-points", {"stakeholder": None}),
    ("a.8", "pledge/usa-2007", {"amount": Decimal("1000380.00"), "currency": "USD", "donor": "stakeholder/usa"}),
    ("a.8", "funding-statement/2007-08-30", {"since": "appeal/executive-director-2007"}),
    ("a.9", "call/small-grants", {"standing": True}),
    (
        "a.9",
        "call-rule/small-grants-beneficiaries",
        {"members": ["developing_countries", "economies_in_transition"]},
    ),
    ("a.9", "call-rule/small-grants-eligible-aims", {"rule": "eligible_aims"}),
    ("a.9", "call-rule/small-grants-cap", {"amount": Decimal("100000.00"), "currency": "USD"}),
    ("a.9", "call-rule/small-grants-priority-below", {"amount": Decimal("50000.00"), "strict": True}),
    ("a.9", "call-rule/small-grants-priority-cofinanced", {"rule": "priority_cofinanced"}),
    ("a.9", "call-rule/small-grants-priority-in-kind", {"rule": "priority_in_kind"}),
    ("a.9", "call-rule/small-grants-balance", {"members": ["geographic", "sectoral"]}),
    ("a.10", "need-stressed/small-grants-inventories", {"order": 1, "proposals": None}),
    ("a.10", "need-stressed/small-grants-training", {"order": 2}),
    ("a.10", "need-stressed/small-grants-release-measures", {"order": 3}),
    ("a.10", "need-stressed/small-grants-research", {"order": 4}),
    ("a.10", "need-stressed/small-grants-policy", {"order": 5}),
    ("a.10", "need-stressed/small-grants-regulation", {"order": 6}),
]

# Names that stay in the language of those who bear them.
OWN_LANGUAGE = {
    "stakeholder/eeb": ["names", "short_names"],
    "stakeholder/mercury-policy-project": ["names", "short_names"],
    "stakeholder/health-care-without-harm": ["names", "short_names"],
    "stakeholder/ciel": ["names", "short_names"],
}

# Names of cities that some languages write as English does.
AS_IN_ENGLISH = {"Nairobi": {"fr", "es"}, "Bangkok": {"fr", "es"}, "Tokyo": {"fr"}}

# A letter without which a text is not in its language: Han, Cyrillic, Arabic.
SCRIPTS = {"zh": "[\u4e00-\u9fff]", "ru": "[\u0400-\u04ff]", "ar": "[\u0600-\u06ff]"}


@pytest.fixture(scope="module")
def example() -> Snapshot:
    """The example record as entries, read from its files; that the database takes them is tested by itself."""
    read, problems = datafiles.read_folder(FOLDER)
    made = [checking_values.made(draft, problems) for row in read for draft in drafts.of_row(row, problems)]
    assert problems == []
    for one in made:
        _fill_texts(one.instance)
    return from_entries(record.entry(one.draft.model, one.instance) for one in made)


def _fill_texts(row: models.Model) -> None:
    """Give the texts that a file leaves out the form in which a database returns them."""
    for field in row._meta.concrete_fields:
        if isinstance(field, TextsField):
            setattr(row, field.name, field.to_python(getattr(row, field.name)))


def rows(example: Snapshot) -> list[Entry]:
    return [row for model in RECORD_MODELS for row in example.of(model.KIND)]


def said(entry: Entry, field: str) -> object:
    value = entry[field]
    return getattr(value, "edtf", value)


def test_files_are_sound_data_files():
    read, problems = datafiles.read_folder(FOLDER)
    assert (problems, bool(read)) == ([], True)


@pytest.mark.django_db
def test_loading_takes_every_row_and_loading_again_changes_nothing(example):
    first = loading.load_record(SECRETARIAT, FOLDER, now=NOW)
    second = loading.load_record(SECRETARIAT, FOLDER, now=NOW)
    assert (first.created, second.created, second.changed, second.unchanged) == (
        len(rows(example)),
        0,
        0,
        first.created,
    )


@pytest.mark.parametrize(
    ("paragraph", "key", "fields"), FACTS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_each_fact_has_its_row(example, paragraph, key, fields):
    row = example.get(key)
    assert row is not None
    assert {name: said(row, name) for name in fields} == fields
    assert paragraph in [ref.locator for ref in row.sources if ref.source == "source/seed"] or row.kind == "document"


@pytest.mark.parametrize("key", [key for _, key, _ in FACTS])
def test_each_fact_is_certain_on_the_day_of_the_latest(example, key):
    # The status report itself was written after its latest fact, by an unknown day.
    expected = Occurrence.POSSIBLY if key == "document/status-report-2007" else Occurrence.YES
    assert example.get(key).occurred(CUT_OFF) is expected


@pytest.mark.parametrize("number", range(1, 29))
def test_each_fault_of_the_copy_has_an_erratum(example, number):
    faults = [row for row in example.of("erratum") if re.fullmatch(rf"T{number}[a-z]?", row["number"])]
    assert faults
    for fault in faults:
        assert fault["as_printed"]
        assert fault["reading"]
        assert re.fullmatch(r"[ca]\.\d+", fault["paragraph"])


def test_each_row_names_a_source_on_record(example):
    sources = {row.key for row in example.of("source")}
    without = [row.key for row in rows(example) if row.kind != "source" and not row.sources]
    unknown = [row.key for row in rows(example) for ref in row.sources if ref.source not in sources]
    assert (without, unknown) == ([], [])


def test_each_row_from_the_status_report_names_the_paragraph(example):
    silent = [
        row.key
        for row in rows(example)
        for ref in row.sources
        if ref.source == "source/seed" and not ref.locator and not row.kind.startswith("document")
    ]
    assert silent == []


def test_each_source_is_used(example):
    used = {ref.source for row in rows(example) for ref in row.sources}
    assert {row.key for row in example.of("source")} - used == set()


def test_nothing_is_taken_from_memory():
    words = [file.name for file in FOLDER.iterdir() if "recollection" in file.read_text(encoding="utf-8").lower()]
    assert words == []


def test_inferences_are_marked_where_a_reader_sees_them(example):
    marked = {
        "meeting-schedule/oewg-1-planned",
        "invitation/partnership-areas-2007",
        "reply/ngos-2007-07-17",
        "document/saicm-prepcom-3-inf-18",
        "document/saicm-iccm-1-inf-3",
        "area-stage/waste-combustion-merged",
        "meeting-schedule/partners-2008-moved",
    }
    found = {row.key for row in rows(example) if re.search("infer", row.remark.best("en").text)}
    assert marked - found == set()


def all_texts(example: Snapshot) -> list[tuple[str, str, Texts]]:
    """Every text that a reader can meet, with the key of its row and the name of its field."""
    found = [(row.key, name, value) for row in rows(example) for name, value in row.fields.items()]
    found += [(row.key, "remark", row.remark) for row in rows(example)]
    return [(key, name, value) for key, name, value in found if isinstance(value, Texts) and value]


def test_every_text_is_in_six_languages_but_names_of_its_bearers(example):
    gaps = [
        f"{key} {name} {language}"
        for key, name, value in all_texts(example)
        for language in CODES
        if not value.of(language) and name not in OWN_LANGUAGE.get(key, [])
    ]
    assert gaps == []


@pytest.mark.parametrize("key", OWN_LANGUAGE)
def test_a_name_in_its_own_language_is_in_no_other(example, key):
    languages = [[wording.language for wording in example.get(key)[name].wordings] for name in OWN_LANGUAGE[key]]
    assert languages == [["en"]] * len(OWN_LANGUAGE[key])


def test_no_wording_is_the_english_one(example):
    same = [
        f"{key} {name} {wording.language}"
        for key, name, value in all_texts(example)
        for wording in value.wordings
        if wording.language != "en"
        and wording.text == value.best("en").text
        and wording.language not in AS_IN_ENGLISH.get(wording.text, set())
    ]
    assert same == []


@pytest.mark.parametrize("language", SCRIPTS)
def test_each_wording_is_in_the_script_of_its_language(example, language):
    wordings = [(key, name, value.of(language)) for key, name, value in all_texts(example)]
    astray = [
        f"{key} {name}" for key, name, found in wordings if found and not re.search(SCRIPTS[language], found.text)
    ]
    assert astray == []


def test_french_breaks_no_line_before_a_mark(example):
    wordings = [(key, name, value.of("fr")) for key, name, value in all_texts(example)]
    loose = [
        f"{key} {name}" for key, name, found in wordings if found and re.search("[^\u00a0][;?!»]|« | :", found.text)
    ]
    assert loose == []


@pytest.mark.parametrize(
    ("key", "faulty"),
    [
        ("area/asgm", "大规模手工开采金矿"),
        ("area/fate", "结果"),
        ("area/vcm", "聚化"),
        ("document/status-report-2007", "状况报告后"),
        ("invited-action/oewg-1-5-a", "供伙伴关系"),
    ],
)
def test_faulty_wording_is_kept_beside_the_right_one(example, key, faulty):
    texts = [value for value in example.get(key).fields.values() if isinstance(value, Texts) and value.of("zh")]
    wording = next(text.of("zh") for text in texts if text.of("zh").as_cited)
    assert faulty in wording.as_cited
    assert faulty not in wording.text


def test_partners_meeting_is_planned_moved_and_held(example):
    chain = ["meeting-schedule/partners-2008-held"]
    while before := example.get(chain[-1]).supersedes_key:
        chain.append(before)
    states = [(example.get(key)["state"], said(example.get(key), "held_on")) for key in chain]
    assert states == [
        ("held", "2008-04-01/2008-04-03"),
        ("moved", "2008-04-01/2008-04-03"),
        ("planned", "2008-01-29/2008-01-31"),
    ]


@pytest.mark.parametrize(
    ("as_at", "appeal", "pledge"),
    [
        (date(2007, 3, 25), Occurrence.NO, Occurrence.NO),
        (date(2007, 3, 26), Occurrence.YES, Occurrence.NO),
        (date(2007, 4, 15), Occurrence.YES, Occurrence.POSSIBLY),
        (date(2007, 8, 30), Occurrence.YES, Occurrence.YES),
    ],
)
def test_letter_and_pledge_hold_from_their_days(example, as_at, appeal, pledge):
    found = (
        example.get("appeal/executive-director-2007").occurred(as_at),
        example.get("pledge/usa-2007").occurred(as_at),
    )
    assert found == (appeal, pledge)


def test_before_decision_24_3_nothing_of_it_has_come_about(example):
    day = date(2007, 2, 8)
    early = [row for row in rows(example) if row.effective and row.occurred(day) is not Occurrence.NO]
    assert {row.kind for row in early} <= {
        "decision", "meeting-schedule", "document", "document-role", "invitation", "compilation", "area-stage",
        "area-objective",
    }  # fmt: skip
    assert {row["area"] for row in early if row.kind == "area-stage"} == {
        "area/asgm", "area/coal", "area/chlor", "area/prod", "area/fate",
    }  # fmt: skip


def test_the_table_of_files_names_each_file():
    told = set(re.findall(r"`([a-z0-9-]+\.yaml)`", (FOLDER / "README.md").read_text(encoding="utf-8")))
    assert told == {file.name for file in FOLDER.glob("*.yaml")}


def test_anchors_and_texts_are_plain_yaml():
    for file in FOLDER.glob("*.yaml"):
        assert isinstance(yaml.safe_load(file.read_text(encoding="utf-8")), dict)
