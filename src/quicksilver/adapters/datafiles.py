"""Data files in YAML, read with the line of every value, so that a problem can say where it stands.

Values stay the words that were written: a country code NO is not false, and 1000380.00 is not a float.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from quicksilver.core.errors import Place, Problem, Refused

RULE = "docs/data-files.md"
# The parser written in C, where it was built in: it takes a tenth of the time, and reading is most of a load.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Located:
    """A value of a data file with the place where it stands."""

    value: Any
    place: Place


@dataclass(frozen=True)
class Row:
    """A row of a data file: its collection, its values by name, its place."""

    collection: str
    values: dict[str, Located]
    place: Place


def read_folder(folder: Path) -> tuple[list[Row], list[Problem]]:
    """All rows of all YAML files of a folder, and everything that is wrong with the files as files.

    Returns
    -------
    tuple
        The rows that could be read, in the order of file names and lines, and the problems found.
    """
    if not folder.is_dir():
        missing = "There is no folder {folder}. Give the path of a folder of data files, such as examples/unep-2007."
        return [], [Problem("folder-missing", missing, {"folder": str(folder)}, RULE)]
    files = sorted(folder.glob("*.yaml"))
    rows: list[Row] = []
    problems: list[Problem] = []
    if not files:
        none = "The folder {folder} holds no data files; their names end in .yaml."
        problems.append(Problem("folder-empty", none, {"folder": str(folder)}, RULE))
    for file in files:
        try:
            rows.extend(_read_file(file))
        except Refused as refusal:
            problems.extend(refusal.problems)
    return rows, problems


def _read_file(file: Path) -> list[Row]:
    node = _compose(file)
    if node is None:
        return []
    problems: list[Problem] = []
    tree = _value(node, file.name, problems)
    rows: list[Row] = []
    collections = tree.value if isinstance(tree.value, dict) else {}
    if not isinstance(tree.value, dict):
        problems.append(_shape(tree.place, "a mapping from the names of collections to lists of rows"))
    for name, found in collections.items():
        if not isinstance(found.value, list):
            problems.append(_shape(found.place, f"a list of rows under {name}"))
            continue
        for row in found.value:
            if isinstance(row.value, dict):
                rows.append(Row(name, row.value, row.place))
            else:
                problems.append(_shape(row.place, f"a mapping from field names to values in each row of {name}"))
    if problems:
        raise Refused(problems)
    return rows


def _compose(file: Path) -> yaml.Node | None:
    """The syntax tree of a file; text that is not UTF-8 or not YAML is a problem with its line."""
    try:
        return yaml.compose(file.read_text(encoding="utf-8"), Loader=_LOADER)
    except UnicodeDecodeError as error:
        message = "The file is not UTF-8 text (byte {byte}). Save it as UTF-8."
        raise Refused([Problem("file-not-utf8", message, {"byte": error.start}, RULE, Place(file.name, 1))]) from error
    except yaml.YAMLError as error:
        message = "The file is not YAML here: {what}."
        what, line = _fault(error, file)
        raise Refused([Problem("file-not-yaml", message, {"what": what}, RULE, Place(file.name, line))]) from error


def _fault(error: yaml.YAMLError, file: Path) -> tuple[str, int]:
    """What the parser found wrong, and in which line."""
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        return str(error.problem or error.context), mark.line + 1 if mark else 1
    # A character that YAML forbids; its position is counted in bytes or in characters, as the parser likes.
    lines = file.read_text(encoding="utf-8").split("\n")
    forbidden = getattr(error, "character", None)
    found = [number for number, line in enumerate(lines, 1) if isinstance(forbidden, int) and chr(forbidden) in line]
    return str(getattr(error, "reason", error)), found[0] if found else 1


def _value(node: yaml.Node, file: str, problems: list[Problem]) -> Located:
    """A node as located words, lists and mappings; a name given twice in a mapping is a problem."""
    place = Place(file, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        values: dict[str, Located] = {}
        for key, child in node.value:
            if key.value in values:
                twice = "“{name}” is given twice in one row (first at line {line}). Keep one of the two."
                found = {"name": key.value, "line": values[key.value].place.line}
                problems.append(Problem("name-twice", twice, found, RULE, Place(file, key.start_mark.line + 1)))
            values[key.value] = _value(child, file, problems)
        return Located(values, place)
    if isinstance(node, yaml.SequenceNode):
        return Located([_value(child, file, problems) for child in node.value], place)
    empty = node.tag == "tag:yaml.org,2002:null"
    return Located(None if empty else node.value, place)


def _shape(place: Place, wanted: str) -> Problem:
    return Problem("file-shape", "The file should hold {wanted} here.", {"wanted": wanted}, RULE, place)


def plain(located: Located) -> Any:
    """A located value without its places."""
    if isinstance(located.value, dict):
        return {name: plain(child) for name, child in located.value.items()}
    if isinstance(located.value, list):
        return [plain(child) for child in located.value]
    return located.value
