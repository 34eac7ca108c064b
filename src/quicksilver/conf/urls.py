"""The root of all addresses."""

from django.urls import include, path

urlpatterns = [path("", include("quicksilver.web.urls"))]

handler404 = "quicksilver.web.pages.errors.not_found"
handler500 = "quicksilver.web.pages.errors.failed"
