from datetime import date

import pytest
from tests.core.rows import record, row

from quicksilver.core.dates import parse
from quicksilver.core.languages import Texts
from quicksilver.core.record import Entry, SourceRef
from quicksilver.core.reports.figures import Figure
from quicksilver.core.reports.narrator import Narrator, Told
from quicksilver.core.reports.outline import FigureRef, Ref, Symbol, Text, plain

AS_AT = date(2007, 4, 15)
DOUBT = (
    "The record dates what follows only after 26 March 2007 and by 30 August 2007; it does not say whether it had"
    " come about by 15 April 2007."
)
CERTAIN = row("appeal/2007", "2007-03-26")
BY_JUNE = row("invitation/areas", "[2007-02-10..2007-06-04]")
BY_AUGUST = row("pledge/usa-2007", "[2007-03-27..2007-08-30]")


def narrator(*rows, language="en"):
    return Narrator(record(*rows), AS_AT, language)


def line(words):
    return (Text(words),)


def hedged(*told, said=None):
    return [plain(found) for found in narrator().hedged(told, said)]


def test_hedged_what_is_certain_comes_first_and_stands_alone():
    assert hedged(Told(line("Pledged."), (BY_AUGUST,)), line("Adopted."), Told(line("Sent."), (CERTAIN,))) == [
        "Adopted.",
        "Sent.",
        DOUBT,
        "Pledged.",
    ]


def test_hedged_each_span_is_said_once_before_all_that_it_holds_for():
    sentences = hedged(
        Told(line("Pledged."), (BY_AUGUST,)), Told(line("Asked."), (BY_JUNE,)), Told(line("Thanked."), (BY_AUGUST,))
    )
    assert [found for found in sentences if len(found) < 20] == ["Pledged.", "Thanked.", "Asked."]
    assert len(sentences) == 5


def test_hedged_a_span_the_reader_knows_is_not_said_again_and_comes_first():
    sentences = hedged(Told(line("Asked."), (BY_JUNE,)), Told(line("Pledged."), (BY_AUGUST,)), said=BY_AUGUST.effective)
    assert (sentences[0], len(sentences), sentences[-1]) == ("Pledged.", 3, "Asked.")


def test_hedged_a_sentence_is_no_more_certain_than_the_last_of_its_rows():
    assert narrator().span([CERTAIN, BY_JUNE, BY_AUGUST]) == BY_AUGUST.effective
    assert narrator().span([CERTAIN]) is None


def test_paragraph_without_anything_says_so():
    assert plain(narrator().paragraph("a.7", []).text) == "There is nothing to report under this heading."


def test_paragraph_takes_its_number_from_its_id():
    assert narrator().paragraph("a.10", []).number == "10"


def test_joined_sets_a_space_between_sentences_but_not_in_chinese():
    assert plain(narrator().joined([line("A."), line("B.")])) == "A. B."
    assert plain(narrator(language="zh").joined([line("甲。"), line("乙。")])) == "甲。乙。"


def test_text_in_another_language_is_marked_as_such():
    assert narrator(language="ru").text(Texts.parse({"en": "gold"})) == Text("gold", "en")
    assert narrator().text(Texts.parse({"en": "gold"})) == Text("gold")


def test_names_open_their_records():
    tell = narrator(row("area/asgm", names="gold mining"))
    assert tell.named("area/asgm") == Ref("gold mining", "area/asgm")
    assert tell.named("area/unheard-of") == Ref("area/unheard-of", "area/unheard-of")


def test_symbol_of_a_document_without_one_is_its_title():
    tell = narrator(
        row("document/inf-8", symbol="UNEP(DTIE)/Hg/OEWG.1/INF/8"), row("document/note", title="Status report")
    )
    assert tell.symbol("document/inf-8") == Symbol("UNEP(DTIE)/Hg/OEWG.1/INF/8", "document/inf-8")
    assert tell.symbol("document/note") == Ref("Status report", "document/note")
    assert tell.symbol("document/unheard-of") == Text("document/unheard-of")


def test_days_that_are_not_known_are_said_to_be_unknown():
    assert narrator().days(None) == "at an unknown date"
    assert narrator().days(parse("2007-06")) == "in June 2007"


def test_figure_is_listed_once_and_opens_its_basis():
    tell = narrator()
    figure = Figure("areas.active", 5, "areas", AS_AT, ())
    assert tell.figure(figure) == FigureRef("5", "areas.active")
    tell.figure(figure)
    assert list(tell.figures) == ["areas.active"]


@pytest.mark.parametrize(
    ("value", "unit", "printed"),
    [(None, "USD", "not on record"), (None, "replies", "not on record"), (1000380, "USD", "US$1,000,380"),
     (0, "USD", "US$0"),
     (1234, "replies", "1,234")],
)  # fmt: skip
def test_printed_an_unknown_value_is_not_zero(value, unit, printed):
    assert narrator().printed(Figure("x", value, unit, AS_AT, ())) == printed


def test_sources_are_named_once_each_in_the_order_of_the_rows():
    rows = [
        Entry("area/a", sources=(SourceRef("source/seed", "a.1"), SourceRef("source/s5"))),
        Entry("area/b", sources=(SourceRef("source/seed", "a.1"),)),
    ]
    (note,) = narrator().sources(rows)
    assert plain(note.text) == "Source: a.1 and s5"


def test_corrections_stand_beside_their_paragraph_in_the_order_of_their_numbers():
    faults = [
        row("erratum/t10", number="T10", paragraph="a.6", as_printed="乙", reading="Two."),
        row("erratum/t4", number="T4", paragraph="a.6", as_printed="甲", reading="One."),
        row("erratum/t5", number="T5", paragraph="a.4", as_printed="丙", reading="Elsewhere."),
    ]
    notes = narrator(*faults).corrections("a.6")
    assert [plain(note.text)[:3] for note in notes] == ["T4:", "T10"]
    assert Text("甲", "zh") in notes[0].text
