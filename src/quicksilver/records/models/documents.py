"""Documents with their roles, languages, citations and errata."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from quicksilver.core import languages
from quicksilver.records.fields import CodeField, KeyField, LanguageField, SymbolField, TextsField
from quicksilver.records.models.base import DatedRecord, Record
from quicksilver.records.models.meetings import AgendaItem, Meeting


class Document(DatedRecord):
    """A document; it takes effect on the day it was issued, which may be unknown."""

    KIND: ClassVar[str] = "document"

    symbol = SymbolField(help_text="Symbol as printed; empty where not known.")
    document_class = CodeField(codelist="document_class", help_text="Class.")
    title = TextsField(help_text="Title as published; as_cited where a source cites it otherwise.")
    meeting = models.ForeignKey(
        Meeting,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="documents",
        help_text="For which meeting.",
    )
    agenda_item = models.ForeignKey(
        AgendaItem,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="documents",
        help_text="Under which item.",
    )

    class Meta(DatedRecord.Meta):
        constraints: ClassVar = [
            *DatedRecord.Meta.constraints,
            models.UniqueConstraint(fields=["symbol"], condition=~Q(symbol=""), name="document_symbol_once"),
            models.CheckConstraint(condition=~Q(symbol__contains="/("), name="document_symbol_without_stray_slash"),
        ]


class DocumentVersion(Record):
    """A document in one language."""

    KIND: ClassVar[str] = "document-version"

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions", help_text="The document.")
    language = LanguageField(help_text="One of the six languages.")
    status = CodeField(codelist="version_status", help_text="Status of the wording.")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["document", "language"], name="document_once_in_each_language"),
            models.CheckConstraint(condition=Q(language__in=languages.CODES), name="document_language_of_the_six"),
        ]


class DocumentRole(DatedRecord):
    """What a document does: one document may carry several roles."""

    KIND: ClassVar[str] = "document-role"

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="roles", help_text="The document.")
    role = CodeField(codelist="document_role", help_text="Role.")
    subject = KeyField(help_text="Key of the row the role concerns.")


class DocumentCitation(Record):
    """One document citing another document, a decision or a meeting; walked both ways."""

    KIND: ClassVar[str] = "document-citation"

    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="citations", help_text="The citing document."
    )
    cited = KeyField(blank=False, help_text="Key of the row cited.")
    paragraph = models.CharField(max_length=20, blank=True, help_text="Where it is cited.")


class Erratum(Record):
    """A fault of a language version, and its correction; the version itself stays as it is."""

    KIND: ClassVar[str] = "erratum"

    version = models.ForeignKey(
        DocumentVersion, on_delete=models.PROTECT, related_name="errata", help_text="The faulty version."
    )
    number = models.CharField(max_length=5, unique=True, help_text="Number of the fault, such as T4.")
    paragraph = models.CharField(max_length=20, blank=True, help_text="Where it stands.")
    as_printed = models.TextField(help_text="The words as they stand.")
    corrected = models.TextField(blank=True, help_text="The words as they should read, in the same language.")
    reading = TextsField(help_text="How it is read, and why.")
    subject = KeyField(help_text="Key of the row the fault touches.")
