import pytest
from hypothesis import given
from hypothesis import strategies as st

from quicksilver.core.errors import Refused
from quicksilver.core.symbols import DocumentSymbol, check, normalise, parse

# Seen in UNEP's chemicals series, then in other organs [standards 1.1; programme record 7a].
SEEN = (
    "UNEP(DTIE)/Hg/OEWG.1/1",
    "UNEP(DTIE)/Hg/OEWG.1/2",
    "UNEP(DTIE)/Hg/OEWG.1/INF/1",
    "UNEP(DTIE)/Hg/OEWG.1/INF/8",
    "UNEP(DTIE)/Hg/OEWG.2/1/Add.1",
    "UNEP(DTIE)/Hg/PAG.1/7",
    "UNEP(DTIE)/Hg/INC.2/10/Rev.1",
    "UNEP(DTIE)/Hg/INC.4/INF/2",
    "SAICM/PREPCOM.3/INF/18",
    "SAICM/ICCM.1/INF/3",
    "UNEP/GC.24/11",
    "UNEP/OzL.Pro/ExCom/55/27",
    "UNEP/POPS/POPRC.11/4",
    "A/RES/60/215",
    "A/CN.4/L.682/Add.1",
    "A/CONF.199/20/Corr.1",
    "E/CN.17/2001/PC/17",
    "ST/ESA/STAT/SER.A/123",
    "TD/B/C.1/CRP.3",
)

SERIES = st.from_regex(r"[A-Z]{1,6}", fullmatch=True)
DIVISIONS = st.from_regex(r"[A-Z]{2,5}", fullmatch=True)
BODIES = st.sampled_from(["Hg", "OEWG.1", "INC.2", "PAG.7", "GC", "POPRC.11", "OzL.Pro", "SER.A"])
CHANGES = st.sampled_from(["Add.1", "Rev.2", "Corr.1", "Amend.1", "Summary"])


@st.composite
def symbols(draw):
    return DocumentSymbol(
        draw(SERIES),
        draw(st.just("") | DIVISIONS),
        tuple(draw(st.lists(BODIES, min_size=1, max_size=3))),
        draw(st.sampled_from(["", "INF", "CRP", "L", "WP"])),
        str(draw(st.integers(1, 999))),
        tuple(draw(st.lists(CHANGES, max_size=2))),
    )


@pytest.mark.parametrize("written", SEEN)
def test_parse_every_symbol_seen_prints_as_it_was(written):
    assert check(written) == []
    assert str(parse(written)) == written


@given(symbols())
def test_parse_what_a_symbol_prints_gives_its_parts_again(symbol):
    assert parse(str(symbol)) == symbol


def test_parse_knows_series_division_body_nature_and_number():
    assert parse("UNEP(DTIE)/Hg/OEWG.1/INF/8") == DocumentSymbol("UNEP", "DTIE", ("Hg", "OEWG.1"), "INF", "8", ())


def test_original_is_the_document_that_was_changed():
    assert str(parse("UNEP(DTIE)/Hg/INC.2/10/Rev.1").original) == "UNEP(DTIE)/Hg/INC.2/10"


@given(st.text(alphabet="UNEP()/Hg.1（）／．　 \u200b\u200f", max_size=30))
def test_normalise_twice_is_normalise_once(words):
    assert normalise(normalise(words)) == normalise(words)


@given(symbols())
def test_normalise_leaves_a_good_symbol_as_it_is(symbol):
    assert normalise(str(symbol)) == str(symbol)


@given(symbols().filter(lambda symbol: symbol.division))
def test_check_a_stray_slash_is_named_and_the_right_form_offered(symbol):
    (problem,) = check(str(symbol).replace("(", "/(", 1))
    assert (problem.code, problem.values["better"]) == ("symbol-stray-slash", str(symbol))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("UNEP/(DTIE)/Hg/OEWG.1/INF/8", "symbol-stray-slash"),
        ("UNEP//(DTIE)/Hg/OEWG.1/INF/8", "symbol-malformed"),
        ("UNEP（DTIE）/Hg/OEWG.1/INF/8", "symbol-form"),
        ("UNEP(DTIE)/Hg/ OEWG.1/INF/8", "symbol-form"),
        ("\u200eUNEP(DTIE)/Hg/OEWG.1/1", "symbol-form"),
        ("INF/8号", "symbol-malformed"),
        ("unep(dtie)/Hg/OEWG.1/1", "symbol-malformed"),
        ("UNEP(DTIE)", "symbol-malformed"),
        ("UNEP(DTIE)/Hg/OEWG.1/", "symbol-malformed"),
        ("UNEP(DTIE)Hg/OEWG.1/1", "symbol-malformed"),
        ("", "symbol-malformed"),
    ],
)
def test_check_names_what_is_wrong(written, code):
    assert [problem.code for problem in check(written)] == [code]


def test_parse_a_symbol_with_a_stray_slash_is_refused():
    with pytest.raises(Refused, match=r"Write UNEP\(DTIE\)/Hg/OEWG\.1/INF/8"):
        parse("UNEP/(DTIE)/Hg/OEWG.1/INF/8")
