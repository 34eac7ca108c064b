"""What is extracted from a template is what Django looks up: proved by rendering it from a catalogue made so."""

import pytest
from django.template import Context, Engine
from django.utils import translation

from catalogues import files, templates

TEMPLATES = {
    "translate": ('{% translate "Open" %}', "«Open»"),
    "single quotes": ("{% translate 'It\\'s open' %}", "«It's open»"),
    "context": ('{% translate "May" context "month" %}', "«May»"),
    "asvar": ('{% translate "Open" as word %}{{ word }}', "«Open»"),
    "per cent": ('{% translate "50 % of it" %}', "«50 % of it»"),
    "block": ("{% blocktranslate %}By {{ name }}, 5 %{% endblocktranslate %}", "«By UNEP, 5 %»"),
    "with": ("{% blocktranslate with who=name %}By {{ who }}{% endblocktranslate %}", "«By UNEP»"),
    "trimmed": ("{% blocktranslate trimmed %}\n  By\n  {{ name }}\n{% endblocktranslate %}", "«By UNEP»"),
    "plural": (
        "{% blocktranslate count n=three %}{{ n }} area{% plural %}{{ n }} areas{% endblocktranslate %}",
        "«3 areas»",
    ),
    "block context": ('{% blocktranslate context "c" %}By {{ name }}{% endblocktranslate %}', "«By UNEP»"),
    "constant": ('{{ nothing|default:_("not on record") }}', "«not on record»"),
}


@pytest.mark.parametrize(("template", "expected"), TEMPLATES.values(), ids=TEMPLATES)
def test_django_finds_what_was_extracted(template, expected, tmp_path, settings):
    words = files.Words("fr", "django")
    for message in templates.of_text(template):
        said = (message.singular, message.plural) if message.plural else message.singular
        words.add(said, context=message.context or None)
    for row in words:
        if row.id:
            row.string = f"«{row.id}»" if isinstance(row.id, str) else tuple(f"«{form}»" for form in row.id)
    files.write(words, files.path(tmp_path, "fr", "django"))
    files.compile_all(tmp_path)
    settings.LOCALE_PATHS = [tmp_path]
    engine = Engine(libraries={"i18n": "django.templatetags.i18n"}, builtins=["django.templatetags.i18n"])
    with translation.override("fr"):
        assert engine.from_string(template).render(Context({"name": "UNEP", "three": 3})) == expected


def test_a_variable_is_no_message():
    assert list(templates.of_text("{% translate title %}{{ title }}{% comment %}x{% endcomment %}")) == []


def test_a_message_knows_its_line():
    assert [message.line for message in templates.of_text('\n\n{% translate "Open" %}', "home.html")] == [3]
