"""The addresses of the site: language first, then the topic; dates stand in the query."""

from django.urls import path

from quicksilver.web.pages import figures, home, records, reports

urlpatterns = [
    path("", home.entrance, name="entrance"),
    path("<str:language>/", home.home, name="home"),
    path("<str:language>/dates/", home.dates, name="dates"),
    path("<str:language>/reports/", reports.reports, name="reports"),
    path("<str:language>/reports/status/", reports.status_report, name="status-report"),
    path("<str:language>/reports/status/changes/", reports.changes, name="report-changes"),
    path("<str:language>/reports/status.<str:format>", reports.download, name="report-download"),
    path("<str:language>/reports/issued/<path:key>/<str:spoken>.<str:format>", reports.issued_file, name="issued-file"),
    path("<str:language>/reports/issued/<path:key>/", reports.issued, name="issued-report"),
    path("<str:language>/figures/", figures.figures, name="figures"),
    path("<str:language>/figures/<str:id>/", figures.figure, name="figure"),
    path("<str:language>/sources/", records.sources, name="sources"),
    path("<str:language>/sources/<path:name>/", records.source, name="source"),
    path("<str:language>/corrections/", records.errata, name="errata"),
    path("<str:language>/corrections/<path:name>/", records.erratum, name="erratum"),
    path("<str:language>/record/<str:kind>/<path:name>/", records.record, name="record"),
]
