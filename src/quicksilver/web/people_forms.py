"""Forms about people. They read what was typed; what is right is for the services to say."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from quicksilver.core import codelists, languages
from quicksilver.core.policies import ROLES
from quicksilver.web import naming
from quicksilver.web.forms import Day
from quicksilver.web.here import Here

# Longer lists are no list: the key is typed instead.
LISTED = 500


def _languages() -> list[tuple[str, str]]:
    return [(language.code, language.name) for language in languages.LANGUAGES.values()]


class InvitationForm(forms.Form):
    """Whom to invite, to which role."""

    email = forms.CharField(label=_("E-mail address"), help_text=_("The letter with the link goes there."))
    name = forms.CharField(
        label=pgettext_lazy("person", "Name"), required=False, max_length=120, help_text=_("If it is known.")
    )
    language = forms.ChoiceField(label=_("Language of the letter"), choices=_languages)
    role = forms.ChoiceField(label=_("Role"))
    organisation = forms.ChoiceField(
        label=_("Organisation"), required=False,
        help_text=_("Focal points, delegates and donor contacts speak for one; others may."),
    )  # fmt: skip
    area = forms.ChoiceField(
        label=_("Area"), required=False, help_text=_("Area leads lead one. For others it narrows the role.")
    )
    held_from = forms.DateField(label=_("From"), required=False, widget=Day, help_text=_("Empty: from today."))
    held_until = forms.DateField(
        label=_("Until"), required=False, widget=Day, help_text=_("The first day without the role. Empty: open.")
    )

    def __init__(self, *args: object, here: Here, organisations: frozenset[str] | None, **kwargs: object) -> None:
        """``organisations``: those whose focal point asks, for delegates of theirs; None: any role for any."""
        super().__init__(*args, **kwargs)
        roles = ("delegate",) if organisations is not None else ROLES[:0:-1]
        self.fields["role"].choices = [
            (code, naming.first_up(codelists.label("role", code, here.code))) for code in roles
        ]
        offer(self, "organisation", here, "stakeholder", organisations)
        offer(self, "area", here, "area", None)


class AcceptForm(forms.Form):
    """What a new account needs."""

    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput({"autocomplete": "name"}))
    password = forms.CharField(
        label=_("A new password"), widget=forms.PasswordInput({"autocomplete": "new-password"}), strip=False,
        help_text=_("At least 12 characters, not one in common use. A sentence is good."),
    )  # fmt: skip


class MyForm(forms.Form):
    """How a person is called and written to."""

    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput({"autocomplete": "name"}))
    language = forms.ChoiceField(label=_("Language of letters to you"), choices=_languages)


class EndForm(forms.Form):
    """Why a role ends."""

    role = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Why it ends"), max_length=200, help_text=_("Kept for good: name nobody."))


class EraseForm(forms.Form):
    """Why somebody is erased, and that it is meant."""

    reason = forms.CharField(
        label=_("Why"), max_length=200, help_text=_("Such as the letter that asked for it. Kept for good: name nobody.")
    )
    sure = forms.BooleanField(label=_("I know that this cannot be undone."))


class ContactForm(forms.Form):
    """A contact of an organisation."""

    organisation = forms.ChoiceField(label=_("Organisation"))
    name = forms.CharField(label=pgettext_lazy("person", "Name"), required=False, max_length=120)
    post = forms.CharField(label=_("Post or unit"), required=False, max_length=120)
    email = forms.CharField(label=_("E-mail address"), required=False)
    phone = forms.CharField(label=_("Telephone"), required=False, max_length=40)
    language = forms.ChoiceField(label=_("Language to write in"), choices=_languages)
    told_by = forms.CharField(
        label=_("Where this is known from"), required=False, max_length=200, help_text=_("A letter, a call, a card.")
    )

    def __init__(self, *args: object, here: Here, organisations: frozenset[str] | None, **kwargs: object) -> None:
        """``organisations``: the only ones that may be chosen; None: any."""
        super().__init__(*args, **kwargs)
        offer(self, "organisation", here, "stakeholder", organisations)


def offer(form: forms.Form, field: str, here: Here, kind: str, only: Iterable[str] | None) -> None:
    """Have a field offer the rows of a kind by name; where they are too many, have their key typed."""
    rows = here.record.of(kind)
    rows = rows if only is None else [row for row in rows if row.key in set(only)]
    old = form.fields[field]
    if len(rows) > LISTED:
        form.fields[field] = forms.CharField(label=old.label, required=old.required, help_text=_("Its key."))
        return
    named = sorted((naming.plain_name(here.record, row), row.key) for row in rows)
    empty = [("", "—")] if only is None else []
    old.choices = [*empty, *((key, name) for name, key in named)]
