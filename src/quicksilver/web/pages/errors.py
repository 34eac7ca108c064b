"""Pages for what cannot be shown: no such page, nothing for this reader, and our own faults."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Status 404, in the reader's language."""
    return render(request, "404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Status 500; says so without reading the record, which may be the cause."""
    return render(request, "500.html", status=500)


def not_from_here(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Status 403: a form that was not ours, or that lay open too long."""
    return render(request, "403.html", {"stale": True}, status=403)
