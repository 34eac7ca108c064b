"""What allauth and axes are told: nobody signs up uninvited, guessing is locked out, secrets are sealed."""

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quicksilver.services import people
from quicksilver.web import languages


class InvitedOnly(DefaultAccountAdapter):
    """Accounts are made by invitation alone; whoever signs in lands on the home page in the language at hand."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an account is made by accepting an invitation."""
        return False

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Have the pages without a language in their address speak the account's from now on."""
        response = super().post_login(request, user, **kwargs)
        if languages.COOKIE not in request.COOKIES:
            languages.remember(response, user.language)
        return response

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The home page."""
        return f"/{languages.active()}/"

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """The home page."""
        return f"/{languages.active()}/"


class SealedSecrets(DefaultMFAAdapter):
    """Secrets of authenticator apps lie encrypted in the database: a copy of it gives no codes away."""

    def encrypt(self, text: str) -> str:
        """Seal with the secret key."""
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open with the secret key, or with one that was in use before."""
        return _seal().decrypt(encrypted_text.encode()).decode()


def _seal() -> MultiFernet:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str) -> bytes:
    """A key for this one purpose, as RFC 5869 derives it."""
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"quicksilver authenticator secrets")
    return base64.urlsafe_b64encode(derive.derive(key.encode()))


def guessed_at(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """The address that a sign-in names: guesses are counted by it."""
    named = (credentials or {}).get("email") or request.POST.get("login", "")
    return str(named).strip().lower()


def address_of(request: HttpRequest) -> str:
    """Where a request comes from: as the proxy saw it, where there is one."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.HTTPS else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))


def locked_out(
    request: HttpRequest, original: HttpResponse | None = None, credentials: dict[str, Any] | None = None
) -> HttpResponse:
    """Status 429: too many wrong passwords; written down where the address is somebody's."""
    people.note_lock_out(guessed_at(request, credentials))
    minutes = round(float(settings.AXES_COOLOFF_TIME) * 60)
    return render(request, "account/locked_out.html", {"minutes": minutes}, status=429)
