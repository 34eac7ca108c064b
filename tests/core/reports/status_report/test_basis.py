from datetime import date

import pytest
from tests.core.programme import programme

from quicksilver.core.languages import CODES
from quicksilver.core.reports.figures import Figure
from quicksilver.core.reports.narrator import Narrator
from quicksilver.core.reports.outline import Chart, Table, plain
from quicksilver.core.reports.status_report import basis, compose

DAYS = ["2003-03-01", "2007-03-25", "2007-04-15", "2007-08-30", "2008-05-01"]


def blocks(day, kind, language="en"):
    (part,) = [part for part in compose(programme(), date.fromisoformat(day), language).parts if part.id == "f"]
    return [block for block in part.blocks if isinstance(block, kind)]


def rows(day):
    (table,) = blocks(day, Table)
    return {plain(row[0]): [plain(cell) for cell in row[1:]] for row in table.rows}


@pytest.mark.parametrize("day", DAYS)
def test_every_figure_has_a_row_with_label_value_date_and_basis(day):
    document = compose(programme(), date.fromisoformat(day), "en")
    (table,) = blocks(day, Table)
    assert len(table.rows) == len(document.figures)
    assert [row for row in table.rows if not all(plain(cell).strip() for cell in row)] == []


@pytest.mark.parametrize("language", CODES)
def test_no_label_is_the_bare_name_of_a_figure(language):
    document = compose(programme(), date(2007, 8, 30), language)
    tell = Narrator(programme(), date(2007, 8, 30), language)
    assert [figure.id for figure in document.figures if basis.label(tell, figure) == figure.id] == []


def test_an_unknown_value_is_not_on_record():
    assert rows("2007-08-30")["Received, in all"][0] == "not on record"
    assert rows("2007-08-30")["Number of proposals received"][0] == "not on record"


def test_a_value_that_is_only_possible_says_so():
    assert rows("2007-04-15")["Pledge (not certain by this date)"][0] == "US$1,000,380"
    assert rows("2007-08-30")["Pledge"][0] == "US$1,000,380"


def test_an_unknown_value_is_not_called_uncertain_too():
    tell = Narrator(programme(), date(2007, 4, 15), "en")
    figure = Figure("areas.active", None, "areas", date(2007, 4, 15), (), "sum", certain=False)
    assert basis.label(tell, figure) == "Partnership areas at work"


@pytest.mark.parametrize(
    ("day", "finding"),
    [
        ("2007-04-15", "No pledge is certain by this date"),
        ("2007-08-30", "Money has been pledged; no receipt is on record"),
    ],
)
def test_the_chart_says_what_it_shows(day, finding):
    (chart,) = blocks(day, Chart)
    assert chart.title == finding
    assert [bar.value is None for bar in chart.bars] == [day == "2007-04-15", True]
    assert [[plain(cell) for cell in row] for row in chart.table.rows] == [
        [bar.label, bar.printed] for bar in chart.bars
    ]
