"""The rules of the house, over every file of it."""

import ast
import re
import subprocess
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path

import pytest
from django.template.base import Lexer, TokenType

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "quicksilver"
# Names and letters that are the same in every language.
SAME_EVERYWHERE = {"Quicksilver", "PDF", "JSON", "Word", "SHA", "XML", "HTML"}
READ_ALOUD = {"alt", "title", "placeholder", "aria-label", "aria-description", "label"}
UNSEEN = "\N{REPLACEMENT CHARACTER}"


def committed(*endings: str) -> list[Path]:
    """The files of the project, new ones included, without what is made from them."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    files = [ROOT / name for name in listed.splitlines()]
    return [file for file in files if file.is_file() and (not endings or file.suffix in endings)]


def named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def lines_with(pattern: str, files: list[Path]) -> list[str]:
    found = re.compile(pattern)
    return [
        f"{named(file)}:{number}: {line.strip()[:100]}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="ignore").splitlines(), 1)
        if found.search(line)
    ]


@pytest.mark.parametrize("room", ["core", "services"])
def test_each_module_has_its_mirror_test(room):
    modules = [file for file in (PACKAGE / room).rglob("*.py") if file.name != "__init__.py"]
    twins = {file: ROOT / "tests" / file.relative_to(PACKAGE).with_name(f"test_{file.name}") for file in modules}
    assert sorted(named(twin) for twin in twins.values() if not twin.exists()) == []


def test_files_can_be_read_in_one_go():
    def limit(file):
        return 500 if "tests" in file.parts or "data" in file.parts or "examples" in file.parts else 350

    files = [
        file for file in committed(".py", ".html", ".css", ".js", ".yaml", ".sh") if "migrations" not in file.parts
    ]
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    assert [f"{named(file)}: {length}" for file, length in lengths.items() if length > limit(file)] == []


def test_functions_can_be_seen_whole():
    def body_lines(function):
        first = function.body[1] if ast.get_docstring(function) and len(function.body) > 1 else function.body[0]
        return function.end_lineno - first.lineno + 1

    long = [
        f"{named(file)}:{node.lineno}: {node.name} has {body_lines(node)} lines"
        for file in PACKAGE.rglob("*.py")
        if "migrations" not in file.parts
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and body_lines(node) > 40
    ]
    assert long == []


def test_every_file_has_a_subject():
    vague = {"utils", "util", "common", "helpers", "misc", "manager", "managers"}
    names = {part for file in committed() for part in (file.stem, *file.relative_to(ROOT).parts[:-1])}
    assert sorted(name for name in names if name in vague or re.search(r"_v\d+$", name)) == []


def test_services_need_no_browser():
    assert (
        lines_with(r"django\.(http|shortcuts|views)|[(,]\s*request\b", list((PACKAGE / "services").rglob("*.py"))) == []
    )


def test_templates_carry_no_style_and_no_script():
    inline = r"\sstyle\s*=|<style\b|\son[a-z]+\s*=|<script(?![^>]*\bsrc=)|javascript:"
    assert lines_with(inline, committed(".html")) == []


def test_style_sheets_know_no_left_and_right():
    physical = (
        r"(margin|padding|border)-(left|right)\b|(?<![\w-])(left|right)\s*:"
        r"|(text-align|float|clear)\s*:\s*(left|right)\b|border-(top|bottom)-(left|right)-radius"
    )
    # The print engine lacks some logical properties; there both directions are written out, each by its name.
    found = lines_with(physical, committed(".css"))
    assert [line for line in found if "[dir=" not in line] == []


def test_files_name_no_registry_and_no_machine():
    hosts = r"pypi[.]org|pythonhosted[.]org|npmjs[.]|deb[.]debian[.]org|registry[.]\w+[.]\w+|index-ur[l]"
    places = r"(?<![\w.}<])/(work|tmp|home|root|opt)/\w"
    files = [file for file in committed() if file.name != "LICENSE"]
    assert lines_with(f"{hosts}|{places}", files) == []


def test_rules_that_problems_name_are_pages_of_the_docs():
    named_pages = {
        page
        for file in PACKAGE.rglob("*.py")
        for page in re.findall(r'"(docs/[\w/.-]+\.md)', file.read_text(encoding="utf-8"))
    }
    assert sorted(page for page in named_pages if not (ROOT / page).exists()) == []


class Reader(HTMLParser):
    """Collects what a page would say, tags and translated parts left out."""

    def __init__(self):
        super().__init__()
        self.said = []

    def handle_starttag(self, tag, attrs):
        self.said += [value for name, value in attrs if value and name in READ_ALOUD]

    def handle_data(self, data):
        self.said.append(data)


def untranslated(text):
    """The words of a template that stand outside every translation tag."""
    page, inside = [], ""
    for token in Lexer(text).tokenize():
        tag = token.contents.split(None, 1)[0] if token.token_type == TokenType.BLOCK and token.contents else ""
        if tag in ("blocktranslate", "blocktrans", "comment"):
            inside = f"end{tag}"
        elif token.contents == "block kind":  # the page's class for the style sheet, no words
            inside = "endblock"
        elif tag == inside:
            inside = ""
        page.append(token.contents if token.token_type == TokenType.TEXT and not inside else UNSEEN)
    reader = Reader()
    reader.feed("".join(page))
    words = chain.from_iterable(re.findall(r"[^\W\d_]{2,}", said) for said in reader.said)
    return [word for word in words if word not in SAME_EVERYWHERE]


def test_every_sentence_of_a_template_can_be_translated():
    found = {named(file): untranslated(file.read_text(encoding="utf-8")) for file in committed(".html")}
    assert {name: words for name, words in found.items() if words} == {}


def test_a_bare_sentence_in_a_template_is_found():
    assert untranslated('<p class="x">{% translate "Said" %} bare</p>') == ["bare"]
    assert untranslated('<a title="Bare" href="{{ url }}">{% blocktranslate %}Said{% endblocktranslate %}</a>') == [
        "Bare"
    ]
    assert untranslated("{# a comment #}{% if a %}<p>{{ a }} — 3</p>{% endif %}") == []
