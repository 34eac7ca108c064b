"""What a report is asked for, read from the words of a command or an address: all that is wrong with it at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from quicksilver.adapters import documents
from quicksilver.core import dates, languages
from quicksilver.core.errors import Place, Problem, Refused
from quicksilver.core.languages import msg
from quicksilver.core.record import Snapshot
from quicksilver.records.history import revisions
from quicksilver.services import record as reading

RULE = "docs/operators.md"
# The revision before the first: number and digest.
NOTHING = (0, "")


@dataclass(frozen=True)
class Wanted:
    """A report as asked for, found possible.

    Parameters
    ----------
    record : Snapshot
        The record as it was known.
    revision : int
        Number of the revision it was known at.
    as_at : date
        The date the report holds for.
    known_at : str
        The moment of knowledge as printed; empty for the present.
    languages, formats : tuple of str
        In which languages and forms.
    """

    record: Snapshot
    revision: int
    as_at: date
    known_at: str
    languages: tuple[str, ...]
    formats: tuple[str, ...]


def wanted(
    *, as_at: str, known_at: str = "", languages_asked: Sequence[str], formats_asked: Sequence[str], now: datetime
) -> Wanted:
    """Read what is asked for.

    Raises
    ------
    Refused
        With everything that is wrong: languages, formats, dates that cannot be, lie in the future or before
        the first record.
    """
    problems = [problem.at(Place(field="language")) for code in languages_asked for problem in languages.check(code)]
    problems.extend(_wrong_formats(formats_asked))
    moment = moment_of(known_at, now, problems) if known_at else None
    revision = revisions.revision_at(moment)
    if moment and not revision:
        message = msg("By {moment} nothing had been entered in the record. Choose a later moment, up to {now}.")
        found = {"moment": known_at, "now": _printed(now)}
        problems.append(Problem("known-at-before-record", message, found, RULE, Place(field="known_at")))
        revision = revisions.revision_at(None)
    record = reading.at_revision(*(revision or NOTHING))
    day = _day("as_at", as_at, problems)
    problems.extend(_wrong_date(record, day, now.date()) if day else [])
    if problems or day is None or revision is None:
        raise Refused(problems)
    return Wanted(record, revision[0], day, known_at, _each_once(languages_asked), _each_once(formats_asked))


def _each_once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _wrong_formats(formats: Iterable[str]) -> Iterable[Problem]:
    """Formats that do not exist, or that this machine cannot make."""
    message = msg("“{format}” is not a form of the report. Choose one of {known}.")
    for asked in formats:
        if asked not in documents.FORMATS:
            found = {"format": asked, "known": ", ".join(documents.FORMATS)}
            yield Problem("format-unknown", message, found, RULE, Place(field="format"))
        else:
            yield from (problem.at(Place(field="format")) for problem in documents.missing(asked))


def _day(name: str, text: str, problems: list[Problem]) -> date | None:
    """A day; what is wrong with it is added to the problems."""
    try:
        known = dates.parse(text)
    except Refused as refusal:
        problems.extend(problem.at(Place(field=name)) for problem in refusal.problems)
        return None
    if known.form is dates.Form.DAY:
        return known.earliest
    message = msg("“{date}” is not a day. Write year, month and day, such as 2007-08-30.")
    problems.append(Problem("date-not-day", message, {"date": text}, RULE, Place(field=name)))
    return None


def moment_of(text: str, now: datetime, problems: list[Problem]) -> datetime | None:
    """The end of a day, or a moment to the second, in UTC where it names no zone; never in the future."""
    if "T" in text or ":" in text:
        moment = _to_the_second(text, problems)
    else:
        day = _day("known_at", text, problems)
        moment = datetime.combine(day + timedelta(days=1), time.min, UTC) - timedelta(microseconds=1) if day else None
        if day == now.date():
            return now
    if moment and moment > now:
        message = msg("What will be known at {moment} cannot be told. Choose a moment up to {now}.")
        found = {"moment": text, "now": _printed(now)}
        problems.append(Problem("known-at-in-future", message, found, RULE, Place(field="known_at")))
    return moment


def _to_the_second(text: str, problems: list[Problem]) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        message = msg("“{moment}” is not a moment. Write 2007-09-01 or 2007-09-01T14:30.")
        problems.append(Problem("moment-impossible", message, {"moment": text}, RULE, Place(field="known_at")))
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _printed(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")


def _wrong_date(record: Snapshot, as_at: date, today: date) -> list[Problem]:
    try:
        reading.require_as_at(record, as_at, today)
    except Refused as refusal:
        return [problem.at(Place(field="as_at")) for problem in refusal.problems]
    return []
