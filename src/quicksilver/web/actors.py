"""Who acts: each request gets its actor, the signed-in account with the roles it holds today, or the public."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from quicksilver.core.policies import PUBLIC, Actor
from quicksilver.services import people


class ActorOfRequest:
    """Middleware: ``request.actor``, read only when a page asks for it; two SQL queries, none for the public."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look the roles up with the first question, and once."""
        request.actor = SimpleLazyObject(lambda: of(request))  # type: ignore[attr-defined]
        return self.get_response(request)


def of(request: HttpRequest) -> Actor:
    """The actor behind a request."""
    user = request.user
    return people.actor_of(user, timezone.now().date()) if user.is_authenticated else PUBLIC
