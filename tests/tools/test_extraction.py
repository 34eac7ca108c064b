from catalogues import extraction


def test_reports_have_a_catalogue_of_their_own(tmp_path):
    for name, text in {
        "core/reports/cover.py": 'msg("In the report")',
        "core/areas.py": 'msg("In a problem")',
        "web/templates/home.html": '{% translate "On a page" %}',
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    found = extraction.extract(tmp_path)
    assert {domain: [message.singular for message in messages] for domain, messages in found.items()} == {
        "reports": ["In the report"],
        "django": ["In a problem", "On a page"],
    }
