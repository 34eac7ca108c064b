"""The status report as a page and as files; reports that were issued, their corrections, and what changed since."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control
from django.utils.safestring import SafeString

from quicksilver.adapters import documents
from quicksilver.adapters.documents import html, inline
from quicksilver.core.errors import Problem, Refused
from quicksilver.core.languages import msg
from quicksilver.records.models import IssuedReport
from quicksilver.services import issuing
from quicksilver.web import composing, links
from quicksilver.web.here import Here, page

DOWNLOADS = ("pdf", "docx", "json")


@page
def reports(request: HttpRequest, here: Here) -> HttpResponse:
    """Reports as issued, and the one that can be read now."""
    issued = IssuedReport.objects.select_related("revision", "superseded_by").order_by("-as_at", "-issued_at")
    return render(request, "reports/reports.html", {"here": here, "issued": issued})


@page
def status_report(request: HttpRequest, here: Here) -> HttpResponse:
    """The status report as it will be printed, its sources in the margin."""
    document = composing.status_report(here)
    context = {
        "here": here,
        "document": document,
        "article": SafeString(html.fragment(document, _opening(here))),
        "length": composing.length(document),
        "issued": IssuedReport.objects.filter(as_at=here.as_at).order_by("issued_at").last(),
    }
    return render(request, "reports/status.html", context)


@page
def download(request: HttpRequest, here: Here, format: str) -> HttpResponse:
    """The status report as a file."""
    if format not in DOWNLOADS:
        message = msg("“{format}” is not a form of the report. Choose one of {known}.")
        raise Refused([Problem("format-unknown", message, {"format": format, "known": ", ".join(DOWNLOADS)})])
    response = HttpResponse(composing.file(here, format), content_type=documents.CONTENT_TYPES[format])
    name = f"status-report_{here.as_at.isoformat()}_{here.code}.{format}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    patch_cache_control(response, no_cache=True)
    return response


@page
def issued(request: HttpRequest, here: Here, key: str) -> HttpResponse:
    """A report as issued: files, digests, corrections."""
    rows = IssuedReport.objects.select_related("revision", "supersedes", "superseded_by")
    report = get_object_or_404(rows, key=key)
    files = report.files.defer("content").order_by("language", "format")
    errata = report.errata.order_by("attached_at")
    later = getattr(report, "superseded_by", None)  # absent, not None, where no report replaces it
    context = {"here": here, "report": report, "superseded_by": later, "files": files, "errata": errata}
    return render(request, "reports/issued.html", context)


@page
def issued_file(request: HttpRequest, here: Here, key: str, spoken: str, format: str) -> HttpResponse:
    """A file of an issued report, byte for byte."""
    file = issuing.issued_file(key, spoken, format)
    if file is None:
        raise Http404
    response = HttpResponse(bytes(file.content), content_type=documents.CONTENT_TYPES[format])
    name = f"{key.replace('/', '-')}-{spoken}.{format}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["ETag"] = f'"{file.sha256}"'
    patch_cache_control(response, public=True, max_age=31_536_000, immutable=True)
    return response


@page
def changes(request: HttpRequest, here: Here) -> HttpResponse:
    """What changed since the last issued report."""
    before = composing.report_before(here)
    if before is None:
        raise Http404
    context = {"here": here, "before": before, **composing.compared(here, before)}
    return render(request, "reports/changes.html", context)


def _opening(here: Here) -> inline.Link:
    """Links of the document: a figure opens its basis, a name its row, with language and date kept."""

    def link(kind: str, target: str) -> str | None:
        if kind == "figure":
            return links.to(here, "figure", id=target)
        return links.to_row(here, target) if here.record.get(target) else None

    return link
