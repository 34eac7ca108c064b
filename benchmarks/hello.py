"""The addresses of the site, and a view that does nothing, behind the same middleware: what no page can surpass."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

ADDRESS = "/en/hello"


def hello(request: HttpRequest, language: str) -> HttpResponse:
    """Eleven bytes."""
    return HttpResponse("Hello world", content_type="text/plain")


urlpatterns = [
    path("<str:language>/hello", hello),
    path("", include("quicksilver.conf.urls")),
]
