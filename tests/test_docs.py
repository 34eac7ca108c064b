"""The docs mention what there is, and what they mention is there."""

import re
from pathlib import Path

import pytest

import reference

ROOT = Path(__file__).parents[1]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def test_what_is_made_from_the_code_is_in_step_with_it():
    behind = [page.name for page, text in reference.pages().items() if page.read_text(encoding="utf-8") != text]
    assert behind == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
    near = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in near if not (page.parent / link).exists()] == []


def test_every_make_target_that_is_named_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = {target for page in PAGES for target in re.findall(r"`make ([a-z-]+)", page.read_text(encoding="utf-8"))}
    assert sorted(named - targets) == []


def test_the_integration_run_calls_what_the_readme_says():
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in (".ci/run", "README.md")]
    assert [set(re.findall(r"\bmake (?:check|test)\b", text)) for text in texts] == [{"make check", "make test"}] * 2
