"""A figure shows its sum line by line, the rows and sources under it, and that it can be worked out again."""

import pytest

from quicksilver.core.reports.figures import recomputed
from quicksilver.core.reports.status_report import report
from quicksilver.services import record as reading


def test_the_pledged_total_is_the_sum_of_its_rows(text):
    page = text("/en/figures/funding.pledged.usd/?as_at=2007-08-30")
    assert page.count("US$1,000,380") >= 3  # the answer, the one line, the total
    assert "after 26 March 2007 and by 30 August 2007" in page
    assert "Working it out again from these rows alone gives the same." in page


def test_an_unknown_figure_is_not_a_zero(text):
    page = text("/en/figures/grants.proposals/?as_at=2007-08-30")
    assert "it is <b>not on record</b>. Unknown is not zero." in page


@pytest.mark.parametrize("address", ["/en/figures/no.such.figure/", "/en/figures/funding.appeals/?as_at=2003-02-07"])
def test_a_figure_that_the_report_does_not_have_is_not_there(get, address):
    assert get(address).status_code == 404


@pytest.mark.parametrize("as_at", ["2007-02-09", "2007-08-30", "2008-05-31", "2009-10-31"])
def test_no_figure_differs_from_its_rows(record, db, as_at):
    found = report.figures_at(reading.snapshot(), reading.date.fromisoformat(as_at))
    assert [figure.id for figure in found if figure.value is not None and recomputed(figure) != figure.value] == []
