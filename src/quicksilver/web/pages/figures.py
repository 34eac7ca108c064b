"""Where a number comes from: the figure, its sum line by line, the rows and sources it rests on."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from quicksilver.core.reports.figures import Figure, recomputed
from quicksilver.core.reports.narrator import Narrator
from quicksilver.core.reports.status_report import basis, report
from quicksilver.web.here import Here, page


@page
def figures(request: HttpRequest, here: Here) -> HttpResponse:
    """Every figure of the status report."""
    tell = Narrator(here.record, here.as_at, here.code)
    listed = [(figure, basis.label(tell, figure)) for figure in report.figures_at(here.record, here.as_at)]
    return render(request, "figures/figures.html", {"here": here, "figures": listed})


@page
def figure(request: HttpRequest, here: Here, id: str) -> HttpResponse:
    """One figure, with all it rests on."""
    found = {shown.id: shown for shown in report.figures_at(here.record, here.as_at)}.get(id)
    if found is None:
        raise Http404
    context = {
        "here": here,
        "figure": found,
        "label": basis.label(Narrator(here.record, here.as_at, here.code), found),
        "lines": [(row, here.record.get(row.key), here.record.get(row.source)) for row in found.basis],
        "recomputed": recomputed(found),
        "agrees": _agrees(found),
        "is_money": len(found.unit) == 3 and found.unit.isupper(),
    }
    return render(request, "figures/figure.html", context)


def _agrees(figure: Figure) -> bool:
    """Whether working the figure out again from its rows gives the figure."""
    return recomputed(figure) == figure.value
