"""All formats: the same document gives the same bytes, in this process and in another; JSON gives the tree back."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quicksilver.adapters import documents
from quicksilver.core.reports import outline
from quicksilver.core.reports.outline import Document

Sample = Callable[[str], Document]
AGAIN = """
import hashlib, sys, json
from quicksilver.adapters import documents
from quicksilver.core.reports import outline
document = outline.from_json(json.load(sys.stdin))
print(json.dumps({name: hashlib.sha256(documents.render(document, name)).hexdigest() for name in documents.FORMATS}))
"""


@pytest.mark.parametrize("language", ["en", "zh", "ar"])
def test_same_document_same_bytes_in_another_process(sample: Sample, language: str) -> None:
    document = sample(language)
    here = {name: hashlib.sha256(documents.render(document, name)).hexdigest() for name in documents.FORMATS}
    source = str(Path(documents.__file__).parents[3])
    environment = {**os.environ, "PYTHONPATH": source, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"}
    there = subprocess.run(
        [sys.executable, "-c", AGAIN], input=json.dumps(outline.to_json(document)), env=environment,
        capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip

    assert json.loads(there) == here


def test_json_gives_the_tree_back(sample: Sample) -> None:
    document = sample("ar")

    assert outline.from_json(json.loads(documents.render(document, "json"))) == document


def test_json_keeps_words_readable(sample: Sample) -> None:
    assert "关于环境署汞方案伙伴关系的状况报告" in documents.render(sample("zh"), "json").decode()


def test_every_format_has_a_content_type() -> None:
    assert documents.FORMATS == ("html", "pdf", "docx", "json")
    assert all("/" in documents.CONTENT_TYPES[name] for name in documents.FORMATS)


def test_an_unknown_format_is_refused(sample: Sample) -> None:
    with pytest.raises(KeyError):
        documents.render(sample("en"), "odt")
