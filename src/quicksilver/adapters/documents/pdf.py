"""The document in pages: WeasyPrint sets the same article as a tagged PDF (PDF/UA-1).

Nothing in the file depends on when or where it was set: no clock, and an identifier made from the content.
"""

import hashlib

import weasyprint
from weasyprint.urls import URLFetcher

from quicksilver.adapters.documents import html
from quicksilver.core.reports.outline import Document


def render(document: Document) -> bytes:
    """The document as PDF; the same document gives the same bytes."""
    page = html.paged(document)
    identifier = hashlib.sha256(page.encode()).hexdigest()[:32].encode()
    # Pictures are carried by the page itself; whatever else a page might ask for is not fetched but refused.
    fetcher = URLFetcher(allowed_protocols=("data",), fail_on_errors=True)
    sheet = weasyprint.HTML(string=page, url_fetcher=fetcher)
    found: bytes = sheet.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier, pdf_tags=True)
    return found
