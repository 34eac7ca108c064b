"""People: who holds which role, inviting and accepting, one's own account, and what was refused."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from quicksilver.adapters import mail
from quicksilver.core import policies
from quicksilver.core.errors import Refused
from quicksilver.records.models import Account, Attempt, Contact, PersonalInvitation, RoleAssignment
from quicksilver.services import gate, invitations, people, personal_data
from quicksilver.services.invitation_checks import Draft
from quicksilver.web import forms, links
from quicksilver.web.here import Here, not_permitted, undated_page
from quicksilver.web.languages import DJANGO_NAMES
from quicksilver.web.people_forms import AcceptForm, EndForm, EraseForm, InvitationForm, MyForm

# Who has just set a password need not type it again.
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SHOWN = 200  # attempts on the page; older ones are in the database


@undated_page
def listed(request: HttpRequest, here: Here) -> HttpResponse:
    """Who holds which role, and who is invited."""
    gate.reach(request.actor, "people.read")
    now = timezone.now()
    roles = RoleAssignment.objects.visible_to(request.actor).in_force(now.date()).select_related("account")
    open_ones = PersonalInvitation.objects.visible_to(request.actor).filter(accepted_at=None, withdrawn_at=None)
    context = {
        "here": here,
        "roles": roles.order_by("account__name", "account__email", "role"),
        "people": roles.values("account").distinct().count(),
        "invitations": [(row, row.state(now)) for row in open_ones],
        "may": _may(request.actor),
    }
    return render(request, "people/people.html", context)


def _may(actor: policies.Actor) -> dict[str, bool]:
    """What the page offers this actor."""
    actions = {
        "invite": "people.delegate",
        "contacts": "contact.read",
        "attempts": "attempt.read",
        "list": "people.read",
    }
    scopes = {name: policies.scope(actor, action) for name, action in actions.items()}
    return {name: bool(scope.everywhere or scope.grants) for name, scope in scopes.items()}


@undated_page
def invite(request: HttpRequest, here: Here) -> HttpResponse:
    """Invite somebody to a role; focal points invite delegates."""
    scope = gate.reach(request.actor, "people.delegate")
    own = None if scope.everywhere else scope.organisations
    form = InvitationForm(request.POST or None, here=here, organisations=own, initial={"language": here.code})
    if request.method == "POST" and form.is_valid():
        draft = Draft(**form.cleaned_data)
        try:
            written, _token = invitations.invite(
                actor=request.actor, draft=draft, now=timezone.now(), tell=_letter(request)
            )
        except gate.NotPermitted:
            raise
        except Refused as refusal:
            forms.tell(form, refusal)
        else:
            messages.success(request, _("Invited. The letter is on its way to {email}.").format(email=written.email))
            return redirect("invitation-sent", language=here.code, id=written.id)
    return render(request, "people/invite.html", {"here": here, "form": form, "delegates": own is not None})


def _letter(request: HttpRequest) -> Any:
    """Writes an invitation's letter, in the language of whom it is for."""

    def tell(invitation: PersonalInvitation, token: str) -> None:
        with translation.override(DJANGO_NAMES[invitation.language]):
            context = {"invitation": invitation, "link": _link(request, invitation, token)}
            lines = render(request, "people/letter.txt", context).content.decode().strip().split("\n", 1)
        mail.send(to=invitation.email, subject=lines[0], body=lines[1].strip())

    return tell


def _link(request: HttpRequest, invitation: PersonalInvitation, token: str) -> str:
    return request.build_absolute_uri(links.invitation(invitation.language, token))


@undated_page
def invitation(request: HttpRequest, here: Here, id: UUID) -> HttpResponse:
    """An invitation with its link; it can be taken back."""
    gate.reach(request.actor, "people.delegate")
    row = get_object_or_404(PersonalInvitation.objects.visible_to(request.actor), id=id)
    if request.method == "POST":
        invitations.withdraw(actor=request.actor, invitation=row, now=timezone.now())
        messages.success(request, _("The invitation was withdrawn; its link opens nothing any more."))
        return redirect("people", language=here.code)
    link = _link(request, row, invitations.token_of(row))
    context = {"here": here, "row": row, "state": row.state(timezone.now()), "link": link}
    return render(request, "people/invitation.html", context)


@undated_page
def accept(request: HttpRequest, here: Here, token: str) -> HttpResponse:
    """Accept an invitation."""
    found = invitations.invited(token)
    now = timezone.now()
    if found is None or found.state(now) != "open":
        return render(request, "people/closed.html", {"here": here}, status=404 if found is None else 410)
    account = request.user if request.user.is_authenticated else None
    known = Account.objects.filter(email=found.email).exists()
    form = AcceptForm(request.POST or None, initial={"name": found.name})
    if request.method == "POST" and (known or form.is_valid()):
        given = {} if known else form.cleaned_data
        try:
            accepted = invitations.accept(token=token, account=account, now=now, **given)
        except Refused as refusal:
            form = form if form.is_bound else AcceptForm({})
            forms.tell(form, refusal)
        else:
            if account is None:
                login(request, accepted, backend=BACKEND)
            messages.success(request, _("Accepted. The role is yours."))
            return redirect("me", language=here.code)
    context = {"here": here, "invitation": found, "form": form, "known": known, "account": account}
    return render(request, "people/accept.html", context)


@undated_page
def me(request: HttpRequest, here: Here) -> HttpResponse:
    """One's own account."""
    if not request.user.is_authenticated:
        return not_permitted(request)
    account = request.user
    form = MyForm(request.POST or None, initial={"name": account.name, "language": account.language})
    if request.method == "POST" and form.is_valid():
        people.correct(actor=request.actor, account=account, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("me", language=here.code)
    today = timezone.now().date()
    held = [(role, role.state(today)) for role in account.roles.all()]
    context = {
        "here": here, "form": form, "account": account, "roles": held, "may": _may(request.actor),
        "in_force": request.actor.grants, "guarded": account.authenticator_set.exists(),
    }  # fmt: skip
    return render(request, "people/me.html", context)


@undated_page
def person(request: HttpRequest, here: Here, id: UUID) -> HttpResponse:
    """A person: roles, contacts; a role can be ended here."""
    gate.reach(request.actor, "people.read")
    account, contacts = _seen(request, id)
    today = timezone.now().date()
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        roles = RoleAssignment.objects.visible_to(request.actor).filter(account=id)
        role = get_object_or_404(roles, pk=form.cleaned_data["role"])
        try:
            people.end(actor=request.actor, role=role, reason=form.cleaned_data["reason"], now=timezone.now())
        except gate.NotPermitted:
            raise
        except Refused as refusal:
            forms.tell(form, refusal)
        else:
            messages.success(request, _("The role has ended."))
            return redirect("person", language=here.code, id=id)
    held = RoleAssignment.objects.visible_to(request.actor).filter(account=id)
    context = {
        "here": here, "account": account, "contacts": contacts, "id": id, "form": form, "erasing": EraseForm(),
        "roles": [(role, role.state(today), _may_end(request.actor, role)) for role in held],
        "may_erase": policies.allowed(request.actor, "people.erase"),
    }  # fmt: skip
    return render(request, "people/person.html", context)


def _may_end(actor: policies.Actor, role: RoleAssignment) -> bool:
    of = {"organisation": role.organisation_id or "", "area": role.area_id or ""}
    return policies.allowed(actor, people.inviting(role.role), **of)


def _seen(request: HttpRequest, id: UUID) -> tuple[Account | None, list[Contact]]:
    """What an actor may see of a person; nothing is a 404, as if there were nobody."""
    account = Account.objects.visible_to(request.actor).filter(id=id).first()
    contacts = list(Contact.objects.visible_to(request.actor).filter(person=id))
    if account is None and not contacts:
        raise Http404
    return account, contacts


@undated_page
def export(request: HttpRequest, here: Here, id: UUID) -> HttpResponse:
    """Everything kept of a person, as a file; asked for by a form, because it is written down."""
    if request.method != "POST":
        return redirect("person", language=here.code, id=id)
    found = personal_data.export(actor=request.actor, person=f"person/{id}", now=timezone.now())
    response = JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = f'attachment; filename="person-{id}.json"'
    response["Cache-Control"] = "no-store"
    return response


@undated_page
def erase(request: HttpRequest, here: Here, id: UUID) -> HttpResponse:
    """Erase a person's data, once it is said to be meant."""
    gate.require(request.actor, "people.erase", person=f"person/{id}")
    account, contacts = _seen(request, id)
    form = EraseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            personal_data.erase(actor=request.actor, person=f"person/{id}", reason=reason, now=timezone.now())
        except Refused as refusal:
            forms.tell(form, refusal)
        else:
            messages.success(request, _("Erased. Only the key remains in the history."))
            return redirect("people", language=here.code)
    context = {"here": here, "account": account, "contacts": contacts, "id": id, "form": form}
    return render(request, "people/erase.html", context)


@undated_page
def attempts(request: HttpRequest, here: Here) -> HttpResponse:
    """What was tried and refused, the last first."""
    gate.require(request.actor, "attempt.read")
    rows = list(Attempt.objects.visible_to(request.actor)[:SHOWN])
    named = people.names({row.actor for row in rows}, request.actor)
    context = {
        "here": here, "rows": [(row, named.get(row.actor, "")) for row in rows],
        "number": Attempt.objects.visible_to(request.actor).count(),
    }  # fmt: skip
    return render(request, "people/attempts.html", context)
