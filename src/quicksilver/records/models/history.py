"""The second clock: what the programme knew when, and who changed it."""

from typing import ClassVar

from django.db import models


class Revision(models.Model):
    """One change of the record, of any size: who, when, why, chained by hash to the one before."""

    number = models.BigAutoField(primary_key=True, help_text="Order of the changes.")
    at = models.DateTimeField(help_text="When, in UTC.")
    actor = models.CharField(max_length=120, help_text="Who.")
    deed = models.CharField(max_length=60, help_text="Which deed, such as load_record.")
    reason = models.TextField(blank=True, help_text="Why.")
    previous = models.CharField(max_length=64, blank=True, help_text="Digest of the revision before.")
    digest = models.CharField(
        max_length=64, blank=True, help_text="SHA-256 over the digest before it and all that this revision changed."
    )

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            # A revision without digest is still open; only the last one can be.
            models.UniqueConstraint(fields=["digest"], condition=models.Q(digest=""), name="revision_open_once"),
        ]

    def __str__(self) -> str:
        return f"revision {self.number}"
