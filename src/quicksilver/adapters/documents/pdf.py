"""The document in pages: WeasyPrint sets the same article as a tagged PDF (PDF/UA-1).

Nothing in the file depends on when or where it was set: no clock, and an identifier made from the content.
"""

import hashlib
from types import ModuleType

from quicksilver.adapters.documents import html
from quicksilver.core.errors import Problem, Refused
from quicksilver.core.languages import msg
from quicksilver.core.reports.outline import Document


def render(document: Document) -> bytes:
    """The document as PDF; the same document gives the same bytes.

    Raises
    ------
    Refused
        The libraries that set pages are not on this machine.
    """
    weasyprint = _typesetter()
    page = html.paged(document)
    identifier = hashlib.sha256(page.encode()).hexdigest()[:32].encode()
    # Pictures are carried by the page itself; whatever else a page might ask for is not fetched but refused.
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=("data",), fail_on_errors=True)
    sheet = weasyprint.HTML(string=page, url_fetcher=fetcher)
    found: bytes = sheet.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier, pdf_tags=True)
    return found


def missing() -> list[Problem]:
    """What this machine lacks for setting pages."""
    try:
        _typesetter()
    except Refused as refusal:
        return list(refusal.problems)
    return []


def _typesetter() -> ModuleType:
    """WeasyPrint, imported late: it loads Pango, and where that is not installed all but PDF still works."""
    try:
        import weasyprint
        import weasyprint.urls
    except (ImportError, OSError) as error:
        message = msg(
            "PDF needs Pango, which this machine lacks ({what}). Install it, on Debian by: apt-get install"
            " libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core fonts-noto-cjk"
        )
        what = str(error).splitlines()[0]
        raise Refused([Problem("pages-cannot-be-set", message, {"what": what}, "docs/operators.md")]) from error
    return weasyprint
