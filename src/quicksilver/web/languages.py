"""The reader's language: it stands first in the address, so that an address means the same to everyone."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from quicksilver.core import languages

# Django has its own name for written Chinese; in addresses and files it is “zh”.
DJANGO_NAMES = {code: {"zh": "zh-hans"}.get(code, code) for code in languages.CODES}
# Pages without a language in their address (signing in) keep to the one chosen last.
UNADDRESSED = "account"
COOKIE = "language"
_CODES = {name: code for code, name in DJANGO_NAMES.items()}


def active() -> str:
    """The code of the language that words are being said in; English outside a page."""
    return _CODES.get(translation.get_language() or "en", "en")


def of_request(request: HttpRequest) -> str:
    """The language that the address names, else the one the browser prefers, else English.

    Pages for signing in have no language in their address: there it is the one asked for with ``?lang``, or the one
    chosen last.
    """
    first = request.path_info.lstrip("/").partition("/")[0]
    chosen = (request.GET.get("lang"), request.COOKIES.get(COOKIE)) if first == UNADDRESSED else ()
    named = next((code for code in (first, *chosen) if code in languages.CODES), "")
    return named or preferred(request.headers.get("Accept-Language", ""))


def remember(response: HttpResponse, code: str) -> None:
    """Have pages for signing in speak a language from now on; the cookie says nothing else."""
    response.set_cookie(COOKIE, code, max_age=31_536_000, httponly=True, samesite="Lax", secure=settings.HTTPS)


def preferred(accepted: str) -> str:
    """The first of the six languages that an Accept-Language header asks for, by its weights."""
    asked = []
    for place, part in enumerate(accepted.split(",")):
        tag, _, weight = part.strip().partition(";q=")
        code = tag.strip().partition("-")[0].lower()
        if code in languages.CODES and _weight(weight) > 0:
            asked.append((-_weight(weight), place, code))
    return min(asked)[2] if asked else "en"


def _weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0


class LanguageFromAddress:
    """Middleware: words are said in the language of the address while the page is made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Say which language it was, too."""
        code = of_request(request)
        with translation.override(DJANGO_NAMES[code]):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", languages.of(code).tag)
        if request.GET.get("lang") == code and request.path_info.startswith(f"/{UNADDRESSED}/"):
            remember(response, code)
        return response
