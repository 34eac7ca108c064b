"""Issuing a report: frozen with its tree, figures, files and digests, corrected only beside itself.

An issued report never changes; triggers see to it. A later one supersedes it, an erratum is attached to it.
"""

import hashlib
import json
from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import QuerySet

from quicksilver.adapters import documents
from quicksilver.core import languages
from quicksilver.core.errors import Place, Problem, Refused
from quicksilver.core.languages import msg
from quicksilver.core.policies import Actor
from quicksilver.core.reports import comparison, outline, status_report
from quicksilver.core.reports.outline import Document
from quicksilver.records.history import revisions
from quicksilver.records.models import IssuedFile, IssuedReport, ReportErratum
from quicksilver.services import asking, gate, reports
from quicksilver.services.asking import Wanted

RULE = "docs/operators.md"


def issue_report(
    *,
    actor: Actor,
    as_at: str,
    known_at: str = "",
    supersedes: str = "",
    now: datetime,
    progress: reports.Progress | None = None,
) -> IssuedReport:
    """Freeze the status report in six languages and every format.

    Writes: the report, its files with their SHA-256, and a revision that attests to them. The files are made
    before the transaction begins, from one sealed revision, so that nobody waits for them.

    Raises
    ------
    gate.NotPermitted
        The actor may not issue reports, or not supersede one.
    Refused
        The dates cannot be, the same report stands already, or the one to be superseded does not.
    """
    gate.require(actor, "report.issue", "draft")
    revisions.seal_pending()
    wanted = asking.wanted(
        as_at=as_at, known_at=known_at, languages_asked=languages.CODES, formats_asked=documents.FORMATS, now=now
    )
    composed = reports.compose(wanted)
    _require_change(_replaced(actor, wanted, supersedes), composed)
    files = reports.render(composed, wanted.formats, progress)
    with gate.deed(actor, "issue_report", now=now, action="report.issue", state="draft") as deed:
        # Asked again: someone may have issued one while the files were made.
        replaced = _replaced(actor, wanted, supersedes)
        report = IssuedReport.objects.create(
            key=_next_key(wanted.as_at),
            kind=status_report.KIND,
            as_at=wanted.as_at,
            revision_id=wanted.revision,
            issued_at=now,
            issued_by=actor.name,
            supersedes=replaced,
        )
        IssuedFile.objects.bulk_create(
            IssuedFile(
                report=report, language=each.language, format=each.format, content=each.content, sha256=each.sha256
            )
            for each in files
        )
        deed.witness(report.key)
        for each in files:
            deed.witness(f"{each.language}.{each.format} sha256:{each.sha256}")
    return report


def _next_key(as_at: date) -> str:
    """The key of the next report for a date: report/status_report/2007-08-30/1."""
    stem = f"report/{status_report.KIND}/{as_at.isoformat()}"
    return f"{stem}/{IssuedReport.objects.filter(key__startswith=f'{stem}/').count() + 1}"


def _replaced(actor: Actor, wanted: Wanted, supersedes: str) -> IssuedReport | None:
    """The report to be superseded, if one is named; refuses what would leave two reports standing for one date."""
    standing = IssuedReport.objects.filter(
        kind=status_report.KIND, as_at=wanted.as_at, superseded_by__isnull=True
    ).first()
    found = {"key": supersedes, "date": wanted.as_at.isoformat(), "standing": standing.key if standing else ""}
    place = Place(field="supersedes")
    if standing and standing.key != supersedes:
        message = msg(
            "For {date} the report {standing} has been issued. Supersede it, or attach an erratum to it;"
            " two reports cannot stand for one date."
        )
        raise Refused([Problem("report-already-issued", message, found, RULE, place)])
    if not supersedes:
        return None
    report = IssuedReport.objects.filter(key=supersedes, kind=status_report.KIND).first()
    if report is None or IssuedReport.objects.filter(supersedes=report).exists():
        message = msg("There is no report “{key}” that could be superseded. “quicksilver report list” lists them.")
        raise Refused([Problem("report-not-standing", message, found, RULE, place)])
    gate.require(actor, "report.supersede", "issued")
    return report


def _require_change(replaced: IssuedReport | None, composed: Sequence[Document]) -> None:
    """Refuse a report that would say what the one it supersedes says."""
    if replaced and all(tree(replaced.key, document.language) == document for document in composed):
        message = msg("The report would be the same as {standing}: nothing that it tells has changed since.")
        raise Refused([Problem("report-unchanged", message, {"standing": replaced.key}, RULE)])


def attach_erratum(
    *, actor: Actor, report: str, language: str, paragraph: str, as_printed: str, corrected: str, now: datetime
) -> ReportErratum:
    """Attach a correction to an issued report; the report itself stays as it is.

    Writes: the erratum, and a revision that attests to it.

    Raises
    ------
    gate.NotPermitted
        The actor may not correct reports.
    Refused
        With everything that is wrong: the report, the language, the paragraph, the words said to stand there.
    """
    gate.require(actor, "report.correct", "issued")
    problems = _erratum_problems(report, language, paragraph, as_printed, corrected)
    if problems:
        raise Refused(problems)
    with gate.deed(actor, "attach_erratum", now=now, action="report.correct", state="issued") as deed:
        erratum = ReportErratum.objects.create(
            report=IssuedReport.objects.get(key=report),
            language=language,
            paragraph=paragraph,
            as_printed=as_printed,
            corrected=corrected,
            attached_at=now,
            attached_by=actor.name,
        )
        words = hashlib.sha256(json.dumps([as_printed, corrected]).encode()).hexdigest()
        deed.witness(f"erratum to {report}, {language} {paragraph} sha256:{words}")
    return erratum


def _erratum_problems(report: str, language: str, paragraph: str, as_printed: str, corrected: str) -> list[Problem]:
    problems = [problem.at(Place(field="language")) for problem in languages.check(language)]
    found = {"report": report, "paragraph": paragraph, "language": language, "words": as_printed}
    if as_printed == corrected:
        message = msg("The words as printed and as corrected are the same: “{words}”.")
        problems.append(Problem("erratum-empty", message, found, RULE, Place(field="corrected")))
    if not IssuedReport.objects.filter(key=report).exists():
        message = msg("There is no issued report “{report}”. “quicksilver report list” lists them.")
        return [*problems, Problem("report-unknown", message, found, RULE, Place(field="report"))]
    texts = comparison.texts(tree(report, language)) if language in languages.CODES else {}
    if texts and paragraph not in texts:
        message = msg("The report {report} has no paragraph “{paragraph}”. Its paragraphs are: {known}.")
        found = {**found, "known": ", ".join(texts)}
        problems.append(Problem("paragraph-unknown", message, found, RULE, Place(field="paragraph")))
    elif texts and as_printed not in texts[paragraph]:
        message = msg("The words “{words}” do not stand in paragraph {paragraph} of {report} in this language.")
        problems.append(Problem("words-not-printed", message, found, RULE, Place(field="as_printed")))
    return problems


def issued_reports() -> QuerySet[IssuedReport]:
    """The issued reports with what they supersede, the latest first."""
    return IssuedReport.objects.select_related("supersedes").order_by("-as_at", "-issued_at")


def issued_file(report: str, language: str, format: str) -> IssuedFile | None:
    """A file of an issued report, byte for byte: one SQL query."""
    return IssuedFile.objects.filter(report__key=report, language=language, format=format).first()


def tree(report: str, language: str) -> Document:
    """The frozen tree of an issued report.

    Raises
    ------
    Refused
        There is no such report in this language.
    """
    file = issued_file(report, language, "json")
    if file is None:
        message = msg("There is no issued report “{report}” in “{language}”. “quicksilver report list” lists them.")
        raise Refused([Problem("report-unknown", message, {"report": report, "language": language}, RULE)])
    found: Document = outline.from_json(json.loads(bytes(file.content)))
    return found


def changes_between(earlier: str, later: str, language: str = "en") -> comparison.Comparison:
    """What changed from one issued report to another, computed from their frozen trees.

    Raises
    ------
    Refused
        One of them is not there, each named.
    """
    problems: list[Problem] = []
    trees = []
    for key in (earlier, later):
        try:
            trees.append(tree(key, language))
        except Refused as refusal:
            problems.extend(refusal.problems)
    if problems:
        raise Refused(problems)
    return comparison.between(*trees)
