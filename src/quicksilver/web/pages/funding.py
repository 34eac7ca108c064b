"""Funding: what was promised, what arrived and what is missing; one appeal, one pledge."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from quicksilver.core import chronology, contributions
from quicksilver.core import funding as reading
from quicksilver.core.contributions import Age, AppealAt, PledgeAt
from quicksilver.core.dates import Occurrence
from quicksilver.core.funding import FundingPosition
from quicksilver.web import marks, naming, sentences
from quicksilver.web.here import Here, page

# Each stage of the way of money: its name, and what makes it appear on record.
STAGES: dict[str, tuple[str | Promise, str | Promise]] = {
    "pledged": (gettext_lazy("Pledged"), gettext_lazy("A pledge is on record when a source dates it.")),
    "confirmed": (gettext_lazy("Confirmed"), gettext_lazy("A pledge is confirmed by a signed agreement.")),
    "received": (gettext_lazy("Received"), gettext_lazy("A receipt is entered on the day money arrives.")),
    "granted": (gettext_lazy("Granted"), gettext_lazy("The first grant awaits money received.")),
    "spent": (gettext_lazy("Spent"), gettext_lazy("Spending comes from the reports on grants.")),
}


@page
def funding(request: HttpRequest, here: Here) -> HttpResponse:
    """The way of money as at a date, its pledges, receipts and appeals."""
    position = reading.position_at(here.record, here.as_at)
    pipe = contributions.pipe(position)
    pledges = (*position.pledges, *position.possible_pledges)
    context = {
        "here": here,
        "answer": sentences.joined(_answer(here, position)),
        "position": position,
        "pipe": [(stage, *STAGES[stage.code]) for stage in pipe],
        "silent": sum(not stage.is_on_record for stage in pipe),
        "gifts": [("pledge", pledges), ("receipt", (*position.receipts, *position.possible_receipts))],
        "ages": [(row, _age(contributions.age(row, here.as_at))) for row in pledges],
        "appeals": [contributions.appeal_at(here.record, row.key, here.as_at) for row in _appeals(position)],
        "later": {"rows": _later(here), "others": 0},
    }
    return render(request, "funding/funding.html", context)


@page
def appeal(request: HttpRequest, here: Here, name: str) -> HttpResponse:
    """One appeal: who was asked, and which pledges followed."""
    seen = contributions.appeal_at(here.record, f"appeal/{name}", here.as_at)
    if seen is None:
        raise Http404
    context = {
        "here": here,
        "name": name,
        "appeal": seen.appeal,
        "seen": seen,
        "answer": sentences.joined([_sent(here, seen), _followed(seen)]),
        "later": {"rows": seen.later, "others": 0},
    }
    return render(request, "funding/appeal.html", context)


@page
def pledge(request: HttpRequest, here: Here, name: str) -> HttpResponse:
    """One pledge: what was promised, how old it is, what was received on it."""
    seen = contributions.pledge_at(here.record, f"pledge/{name}", here.as_at)
    if seen is None:
        raise Http404
    context = {
        "here": here,
        "name": name,
        "pledge": seen.pledge,
        "seen": seen,
        "answer": sentences.joined([_promised(here, seen), _paid(seen)]),
        "age": _age(seen.age),
        "later": {"rows": seen.later, "others": 0},
    }
    return render(request, "funding/pledge.html", context)


def _appeals(position: FundingPosition) -> tuple:
    return (*position.appeals, *position.possible_appeals)


def _later(here: Here) -> tuple:
    kinds = ("appeal", "pledge", "receipt", "funding-statement")
    return chronology.in_order(row for kind in kinds for row in chronology.after(here.record, kind, here.as_at))


def _answer(here: Here, position: FundingPosition) -> list[SafeString]:
    """What was promised, what arrived, and whether anything else came."""
    return [_pledged(here, position), _received(here, position), _rest(here, position)]


def _pledged(here: Here, position: FundingPosition) -> SafeString:
    if position.pledges:
        number = len({row["donor"] for row in position.pledges})
        message = ngettext("{number} donor pledged {amount}.", "{number} donors pledged {amount}.", number)
        amount = sentences.listed(marks.linked(here, total) for total in position.pledged)
        return sentences.said(message, number=sentences.number(number), amount=amount)
    if position.possible_pledges:
        message = _(
            "A pledge of {amount}{source} is on record, dated only {when};"
            " it may or may not have been made by this date."
        )
        return sentences.joined(
            sentences.said(
                message,
                amount=sentences.bold(naming.money(row["amount"], row["currency"])),
                source=sentences.sources(here, row),
                when=sentences.when(row),
            )
            for row in position.possible_pledges
        )
    return SafeString("") if position.covering else SafeString(_("No pledge is on record by this date."))


def _received(here: Here, position: FundingPosition) -> SafeString:
    if position.receipts:
        received = sentences.listed(marks.linked(here, total) for total in position.received)
        return sentences.said(_("{amount} had been received."), amount=received)
    return SafeString(_("No receipt is on record.")) if position.pledges else SafeString("")


def _rest(here: Here, position: FundingPosition) -> SafeString:
    """Whether a statement says that nothing else came; silence is not zero."""
    statement = position.covering or position.last_statement
    if statement is None:
        return SafeString(_("No source says whether anything else came."))
    source = sentences.sources(here, statement)
    if position.covering is None:
        message = _(
            "The last statement that nothing else came was made {when}{source}; what came since is not on record."
        )
    elif position.pledges or position.receipts:
        message = _("No other funds or pledges had been received{source}.")
    elif position.possible_pledges:
        message = _("Nothing else had been received or pledged{source}.")
    else:
        message = _("No funds or pledges had been received{source}.")
    return sentences.said(message, when=sentences.when(statement), source=source)


def _age(age: Age | None) -> SafeString:
    """How old a pledge is, as far as its date allows."""
    if age is None:
        return SafeString(_("How old the pledge is cannot be said."))
    if age.least == age.most:
        message = ngettext("The pledge is {number} day old.", "The pledge is {number} days old.", age.most)
        return sentences.said(message, number=sentences.number(age.most))
    if age.least == 0:
        message = ngettext(
            "The day of the pledge is not on record; it is {number} day old at most.",
            "The day of the pledge is not on record; it is {number} days old at most.",
            age.most,
        )
        return sentences.said(message, number=sentences.number(age.most))
    message = ngettext(
        "The day of the pledge is not on record; it is between {least} and {number} day old.",
        "The day of the pledge is not on record; it is between {least} and {number} days old.",
        age.most,
    )
    return sentences.said(message, least=sentences.number(age.least), number=sentences.number(age.most))


def _sent(here: Here, seen: AppealAt) -> SafeString:
    messages: dict[Occurrence, Callable[[], str]] = {
        Occurrence.YES: lambda: _("It was sent <b>{when}</b>{source} by {sender}."),
        Occurrence.POSSIBLY: lambda: _(
            "It may have been sent by this date; it is dated only <b>{when}</b>{source}. It is from {sender}."
        ),
        Occurrence.NO: lambda: _("It was sent only later, <b>{when}</b>{source}, by {sender}."),
    }
    parts = {"sender": sentences.running(here, seen.appeal["sender"]), "when": sentences.when(seen.appeal)}
    return sentences.said(messages[seen.sent](), source=sentences.sources(here, seen.appeal), **parts)


def _followed(seen: AppealAt) -> SafeString:
    number = len(seen.pledges)
    if not number:
        return SafeString(_("No pledge that followed it is on record by this date."))
    message = ngettext("{number} pledge followed it.", "{number} pledges followed it.", number)
    return sentences.said(message, number=sentences.number(number))


def _promised(here: Here, seen: PledgeAt) -> SafeString:
    messages: dict[Occurrence, Callable[[], str]] = {
        Occurrence.YES: lambda: _("<b>{amount}</b> was pledged {when}{source} by {donor}."),
        Occurrence.POSSIBLY: lambda: _(
            "A pledge of <b>{amount}</b> by {donor} is dated only {when}{source};"
            " it may or may not have been made by this date."),
        Occurrence.NO: lambda: _("<b>{amount}</b> was pledged only later, {when}{source}, by {donor}."),
    }  # fmt: skip
    row = seen.pledge
    return sentences.said(
        messages[seen.made](),
        donor=sentences.running(here, row["donor"]),
        amount=naming.money(row["amount"], row["currency"]),
        when=sentences.when(row),
        source=sentences.sources(here, row),
    )


def _paid(seen: PledgeAt) -> SafeString:
    if seen.made is Occurrence.NO:
        return SafeString("")
    if not seen.receipts:
        return SafeString(_("No receipt on it is on record: a pledge is not a receipt."))
    number = len(seen.receipts)
    message = ngettext("{number} receipt on it is on record.", "{number} receipts on it are on record.", number)
    return sentences.said(message, number=sentences.number(number))
