"""Issued reports: the tree, its figures and files, frozen with their digests."""

from typing import ClassVar

from django.db import models

from quicksilver.core import languages
from quicksilver.records.fields import LanguageField
from quicksilver.records.models.history import Revision


class IssuedReport(models.Model):
    """A report as issued. Triggers refuse any change to it or to its files."""

    key = models.CharField(max_length=120, unique=True, help_text="Key: report/kind/date/number.")
    kind = models.CharField(max_length=40, help_text="Kind of document, such as status_report.")
    as_at = models.DateField(help_text="The date its figures hold for.")
    revision = models.ForeignKey(
        Revision, on_delete=models.PROTECT, related_name="+", help_text="The state of knowledge it was written from."
    )
    issued_at = models.DateTimeField(help_text="When it was issued.")
    issued_by = models.CharField(max_length=120, help_text="Who issued it.")
    supersedes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by",
        help_text="The earlier report it replaces.",
    )  # fmt: skip

    def __str__(self) -> str:
        return self.key


class IssuedFile(models.Model):
    """One language and format of an issued report: its bytes and their SHA-256."""

    report = models.ForeignKey(IssuedReport, on_delete=models.PROTECT, related_name="files", help_text="The report.")
    language = LanguageField(help_text="One of the six languages.")
    format = models.CharField(max_length=5, help_text="html, pdf, docx or json.")
    content = models.BinaryField(help_text="The file.")
    sha256 = models.CharField(max_length=64, help_text="Digest of the content.")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "language", "format"], name="issued_file_once"),
            models.CheckConstraint(
                condition=models.Q(language__in=languages.CODES), name="issued_file_language_of_the_six"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report_id}.{self.language}.{self.format}"


class ReportErratum(models.Model):
    """A correction attached to an issued report in one language; the report itself stays."""

    report = models.ForeignKey(IssuedReport, on_delete=models.PROTECT, related_name="errata", help_text="The report.")
    language = models.CharField(max_length=2, help_text="Language of the faulty version.")
    paragraph = models.CharField(max_length=20, help_text="Paragraph, such as a.8.")
    as_printed = models.TextField(help_text="The words as they stand.")
    corrected = models.TextField(help_text="The words as they should read.")
    attached_at = models.DateTimeField(help_text="When it was attached.")
    attached_by = models.CharField(max_length=120, help_text="Who attached it.")

    def __str__(self) -> str:
        return f"{self.report_id} {self.paragraph}"
