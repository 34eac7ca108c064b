"""The root of all addresses."""

from django.urls import include, path

urlpatterns = [
    # Signing in: these addresses have no language; it comes from ?lang, a cookie, or the browser.
    path("account/", include("allauth.urls")),
    path("", include("quicksilver.web.urls")),
]

handler404 = "quicksilver.web.pages.errors.not_found"
handler500 = "quicksilver.web.pages.errors.failed"
