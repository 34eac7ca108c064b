"""Who is signed in, and the way to sign in and come back."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from quicksilver.core.policies import PUBLIC, Actor
from quicksilver.web.languages import UNADDRESSED


def signed_in(request: HttpRequest | None) -> Actor | None:
    """The actor whose name stands in the masthead; none for the public."""
    actor: Actor = getattr(request, "actor", PUBLIC)
    return actor if actor.key != PUBLIC.key else None


def sign_in(request: HttpRequest | None, code: str) -> str:
    """Where to sign in, in a language; from a page of the site one comes back to it."""
    there = request is not None and request.method == "GET" and not request.path.startswith(f"/{UNADDRESSED}/")
    back = {"next": request.get_full_path()} if there and request else {}
    return f"{reverse('account_login')}?{urlencode({'lang': code, **back})}"
