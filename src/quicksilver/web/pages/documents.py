"""The register of documents: what there is, in which languages, who cites whom, and where a version is faulty."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quicksilver.core import chronology, documents
from quicksilver.core.dates import Occurrence
from quicksilver.core.documents import DocumentAt, DocumentPosition
from quicksilver.core.languages import CODES
from quicksilver.web import choices, naming, sentences
from quicksilver.web.here import Here, page

LATER_SHOWN = 6


@page
def register(request: HttpRequest, here: Here) -> HttpResponse:
    """The register as at a date; ``?class=`` narrows the list."""
    kind = choices.asked(request, "class", "document_class")
    found = documents.register_at(here.record, here.as_at)
    shown = [seen for seen in found if kind in ("", seen.document["document_class"])]
    out = {seen.document.key for seen in found}
    later = [row for row in chronology.after(here.record, "document", here.as_at) if row.key not in out]
    context = {
        "here": here,
        "answer": _counts(found),
        "documents": shown,
        "total": len(found),
        "filter": choices.of(
            here, "class", "document_class", kind, (seen.document["document_class"] for seen in found)
        ),
        "later": {"rows": later[:LATER_SHOWN], "others": max(0, len(later) - LATER_SHOWN)},
    }
    return render(request, "documents/documents.html", context)


@page
def document(request: HttpRequest, here: Here, name: str) -> HttpResponse:
    """One document: its roles, versions, citations both ways, corrections and what stands in it."""
    seen = documents.document_at(here.record, f"document/{name}", here.as_at)
    if seen is None:
        raise Http404
    row = seen.at.document
    context = {
        "here": here,
        "name": name,
        "document": row,
        "seen": seen,
        "heading": naming.words(row["title"], upper=True) if row["title"] else naming.name(here.record, row),
        "answer": sentences.joined([_issued(here, seen), _languages(seen)]),
        "matrix": [(code, version, row["title"].of(code)) for code, version in seen.at.versions],
        "later": {"rows": seen.later, "others": 0},
    }
    return render(request, "documents/document.html", context)


def _counts(found: tuple[DocumentAt, ...]) -> SafeString:
    """How many are out, perhaps out, or only spoken of; and how many exist in all six languages."""
    if not found:
        return SafeString(_("No document is on record by this date."))
    by = {issued: sum(seen.issued is issued for seen in found) for issued in Occurrence}
    told = [
        (by[Occurrence.YES], ngettext("{number} document is out.", "{number} documents are out.", by[Occurrence.YES])),
        (by[Occurrence.POSSIBLY], ngettext(
            "Of {number} more it is not certain whether it was out by this date.",
            "Of {number} more it is not certain whether they were out by this date.", by[Occurrence.POSSIBLY])),
        (by[Occurrence.NO], ngettext(
            "{number} is spoken of already but came out later.",
            "{number} are spoken of already but came out later.", by[Occurrence.NO])),
        (full := sum(not seen.missing for seen in found), ngettext(
            "{number} is on record in all six languages.", "{number} are on record in all six languages.", full)),
    ]  # fmt: skip
    return sentences.joined(sentences.said(words, number=sentences.number(count)) for count, words in told if count)


def _issued(here: Here, seen: DocumentPosition) -> SafeString:
    row = seen.at.document
    if row.effective is None:
        return SafeString(_("When it came out is not on record."))
    message = {
        Occurrence.YES: _("It came out <b>{when}</b>{source}."),
        Occurrence.POSSIBLY: _("It is dated only <b>{when}</b>{source}; it may have come out later than this date."),
        Occurrence.NO: _("It came out later, <b>{when}</b>{source}."),
    }[seen.at.issued]
    return sentences.said(message, when=sentences.when(row), source=sentences.sources(here, row))


def _languages(seen: DocumentPosition) -> SafeString:
    there = len(seen.at.languages)
    if not there:
        return SafeString(_("In which languages it exists is <b>not on record</b>."))
    if not seen.at.missing:
        return SafeString(_("It is on record in <b>all six</b> languages."))
    message = ngettext(
        "It is on record in {number} of {all} languages: {languages}.",
        "It is on record in {number} of {all} languages: {languages}.",
        there,
    )
    spoken = sentences.listed(sentences.spoken(code) for code in seen.at.languages)
    return sentences.said(message, number=sentences.number(there), all=len(CODES), languages=spoken)
