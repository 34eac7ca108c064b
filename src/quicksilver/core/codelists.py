"""The programme's codelists: codes with labels in six languages, kept as data.

A list is a file ``data/codelists/<name>.yaml``; a code once used is never taken out, so that old rows read right.
"""

import difflib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from quicksilver.core.errors import Problem
from quicksilver.core.languages import Texts, msg

_FOLDER = Path(__file__).parent / "data" / "codelists"


@dataclass(frozen=True)
class Codelist:
    """A codelist: its title, its source, and the labels of its codes in order."""

    name: str
    title: str
    source: str
    labels: dict[str, Texts]


@cache
def of(name: str) -> Codelist:
    """The codelist with a name.

    Raises
    ------
    FileNotFoundError
        There is no such list.
    """
    data = yaml.safe_load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    labels = {str(row["code"]): Texts.parse(row["labels"]) for row in data["codes"]}
    return Codelist(name, data["title"], data.get("source", ""), labels)


def names() -> tuple[str, ...]:
    """The names of all codelists."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


def codes(name: str) -> tuple[str, ...]:
    """The codes of a list, in its order."""
    return tuple(of(name).labels)


def label(name: str, code: str, language: str) -> str:
    """The label of a code, as in running text; the code itself if the list lacks it."""
    texts = of(name).labels.get(code)
    return texts.best(language).text if texts else code


def check(name: str, code: str) -> list[Problem]:
    """What is wrong with a code."""
    known = codes(name)
    if code in known:
        return []
    close = difflib.get_close_matches(str(code), known, n=1)
    found = {"code": code, "list": name, "known": ", ".join(close or known)}
    message = msg("“{code}” is not in the codelist {list}. Did you mean: {known}?")
    return [Problem("code-unknown", message, found, f"codelist {name}")]
