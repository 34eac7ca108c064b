"""The register of documents as at a date: what was issued, in which languages, who cites whom, what is faulty.

A document may be spoken of before it is issued: a report of August cites one of October.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from quicksilver.core import chronology, languages
from quicksilver.core.dates import Occurrence
from quicksilver.core.record import Entry, Snapshot

# Rows that stand in a document, with the column that names it.
CARRIED = ("invitation", "compilation", "draft-state", "area-strategy")
STRATEGY = "discussed_in"


@dataclass(frozen=True)
class DocumentAt:
    """A document with whether it was out by a date, and the languages it was seen in.

    Parameters
    ----------
    issued : Occurrence
        ``NO`` for a document that was spoken of but came out later.
    versions : tuple of (str, Entry or None)
        For each of the six languages, in their order, the version; None where none is on record.
    """

    document: Entry
    issued: Occurrence
    versions: tuple[tuple[str, Entry | None], ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages it was seen in."""
        return tuple(code for code, version in self.versions if version)

    @property
    def missing(self) -> tuple[str, ...]:
        """Codes of the languages in which no version is on record."""
        return tuple(code for code, version in self.versions if not version)


@dataclass(frozen=True)
class Mention:
    """A document that cites a row, or whose role concerns it; ``rows`` say in which ways."""

    document: Entry
    rows: tuple[Entry, ...]

    @property
    def roles(self) -> tuple[Entry, ...]:
        """Its roles that concern the row."""
        return tuple(row for row in self.rows if row.kind == "document-role")

    @property
    def citations(self) -> tuple[Entry, ...]:
        """The places in which it cites the row, in the order of the text."""
        cited = (row for row in self.rows if row.kind == "document-citation")
        return tuple(sorted(cited, key=lambda row: natural(row["paragraph"])))


@dataclass(frozen=True)
class DocumentPosition:
    """What the record says of one document by a date.

    Parameters
    ----------
    roles : tuple of Entry
        What it does, as far as on record by the date.
    cites : tuple of (Entry, tuple of Entry)
        Each row it cites, with the citations.
    cited_by : tuple of Mention
        The documents that cite it.
    carried : tuple of Entry
        Invitations, compilations, drafts and strategies that stand in it.
    replaced_by : tuple of Entry
        Documents that replace it, by the date.
    later : tuple of Entry
        Roles and rows carried that came after the date.
    """

    at: DocumentAt
    roles: tuple[Entry, ...]
    cites: tuple[tuple[Entry, tuple[Entry, ...]], ...]
    cited_by: tuple[Mention, ...]
    errata: tuple[Entry, ...]
    carried: tuple[Entry, ...]
    replaced_by: tuple[Entry, ...]
    later: tuple[Entry, ...]


def register_at(record: Snapshot, as_at: date) -> tuple[DocumentAt, ...]:
    """Documents issued, possibly issued or already spoken of by a date, the oldest first."""
    spoken_of = {row["document"] for row in chronology.until(record, "document-role", as_at)}
    found = (_at(record, row, as_at) for row in chronology.in_order(record.of("document")))
    return tuple(seen for seen in found if seen.issued is not Occurrence.NO or seen.document.key in spoken_of)


def document_at(record: Snapshot, key: str, as_at: date) -> DocumentPosition | None:
    """One document as at a date, or None if the record has no such document."""
    document = record.get(key)
    if document is None:
        return None
    return DocumentPosition(
        at=_at(record, document, as_at),
        roles=chronology.until(record, "document-role", as_at, document=key),
        cites=_cites(record, key),
        cited_by=mentions(record, key, as_at),
        errata=errata_of(record, key),
        carried=_carried(record, key, as_at, later=False),
        replaced_by=tuple(row for row in chronology.until(record, "document", as_at) if row.supersedes_key == key),
        later=(
            *chronology.after(record, "document-role", as_at, document=key),
            *_carried(record, key, as_at, later=True),
        ),
    )


def mentions(record: Snapshot, key: str, as_at: date) -> tuple[Mention, ...]:
    """The documents out by a date, or perhaps out, that cite a row or whose role concerns it."""
    found: dict[str, list[Entry]] = {}
    for row in chronology.until(record, "document-role", as_at, subject=key):
        found.setdefault(row["document"], []).append(row)
    for row in record.where("document-citation", cited=key):
        document = record.get(row["document"])
        if document and document.occurred(as_at) is not Occurrence.NO:
            found.setdefault(document.key, []).append(row)
    documents = chronology.in_order(document for name in found if (document := record.get(name)))
    return tuple(Mention(document, tuple(found[document.key])) for document in documents)


def errata_about(record: Snapshot, *subjects: str) -> tuple[Entry, ...]:
    """The faults that touch any of several rows, by number: T2 before T10."""
    return _numbered(row for row in record.of("erratum") if row["subject"] in subjects)


def errata_of(record: Snapshot, document: str) -> tuple[Entry, ...]:
    """The faults of a document's language versions, by number."""
    versions = {row.key for row in record.where("document-version", document=document)}
    return _numbered(row for row in record.of("erratum") if row["version"] in versions)


def _at(record: Snapshot, document: Entry, as_at: date) -> DocumentAt:
    versions = {row["language"]: row for row in record.where("document-version", document=document.key)}
    return DocumentAt(document, document.occurred(as_at), tuple((code, versions.get(code)) for code in languages.CODES))


def _cites(record: Snapshot, key: str) -> tuple[tuple[Entry, tuple[Entry, ...]], ...]:
    """The rows a document cites, each once, with its citations in the order of the text."""
    found: dict[str, list[Entry]] = {}
    for row in sorted(record.where("document-citation", document=key), key=lambda row: natural(row["paragraph"])):
        found.setdefault(row["cited"], []).append(row)
    return tuple((cited, tuple(rows)) for target, rows in found.items() if (cited := record.get(target)))


def _carried(record: Snapshot, key: str, as_at: date, *, later: bool) -> tuple[Entry, ...]:
    told = chronology.after if later else chronology.until
    found: list[Entry] = []
    for kind in CARRIED:
        column = STRATEGY if kind == "area-strategy" else "document"
        found += told(record, kind, as_at, **{column: key})
    return tuple(found)


def _numbered(rows: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(rows, key=lambda row: natural(row["number"])))


def natural(place: str) -> list[tuple[bool, int, str]]:
    """A sort key by which a.2 comes before a.10, and T2 before T2b and T10."""
    return [(not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in re.split(r"(\d+)", place)]
