"""Contacts of organisations, for those who may see them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from quicksilver.core import policies
from quicksilver.core.errors import Refused
from quicksilver.records.models import Contact
from quicksilver.services import contacts, gate
from quicksilver.services.contacts import Draft
from quicksilver.web import forms
from quicksilver.web.here import Here, undated_page
from quicksilver.web.people_forms import ContactForm


@undated_page
def listed(request: HttpRequest, here: Here) -> HttpResponse:
    """Whom to write to."""
    gate.reach(request.actor, "contact.read")
    rows = Contact.objects.visible_to(request.actor).filter(erased_at=None)
    may_enter = bool(policies.scope(request.actor, "contact.enter"))
    return render(request, "people/contacts.html", {"here": here, "rows": rows, "may_enter": may_enter})


@undated_page
def new(request: HttpRequest, here: Here) -> HttpResponse:
    """Enter a contact."""
    return _form(request, here, None)


@undated_page
def contact(request: HttpRequest, here: Here, id: UUID) -> HttpResponse:
    """Correct a contact."""
    gate.reach(request.actor, "contact.enter")
    rows = Contact.objects.visible_to(request.actor).filter(erased_at=None)
    return _form(request, here, get_object_or_404(rows, id=id))


def _form(request: HttpRequest, here: Here, row: Contact | None) -> HttpResponse:
    scope = gate.reach(request.actor, "contact.enter")
    own = None if scope.everywhere else scope.organisations
    form = ContactForm(request.POST or None, here=here, organisations=own, initial=_initial(row, here))
    if request.method == "POST" and form.is_valid():
        try:
            _write(request, row, Draft(**form.cleaned_data))
        except gate.NotPermitted:
            raise
        except Refused as refusal:
            forms.tell(form, refusal)
        else:
            messages.success(request, _("Saved."))
            return redirect("contacts", language=here.code)
    return render(request, "people/contact.html", {"here": here, "form": form, "row": row})


def _write(request: HttpRequest, row: Contact | None, draft: Draft) -> None:
    if row is None:
        contacts.enter(actor=request.actor, draft=draft, now=timezone.now())
    else:
        contacts.correct(actor=request.actor, contact=row, draft=draft, now=timezone.now())


def _initial(row: Contact | None, here: Here) -> dict[str, str]:
    if row is None:
        return {"language": here.code}
    named = ("name", "post", "email", "phone", "language", "told_by")
    return {"organisation": row.organisation_id, **{name: getattr(row, name) for name in named}}
