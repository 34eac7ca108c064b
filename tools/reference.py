"""Renews the parts of docs/ that are made from the code, so that they cannot fall behind it.

Usage: python tools/reference.py          writes them
       python tools/reference.py --check  says which have fallen behind, and fails
"""

import csv
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quicksilver.conf.settings")

import click
import django
from django.db import models
from django.utils import translation

DOCS = Path(__file__).parents[1] / "docs"
MADE = "Made from the code by `make docs`; change the code, not this page."
# The width of the help does not depend on the window it is made in.
HELP = {"max_content_width": 100, "terminal_width": 100, "help_option_names": ["-h", "--help"]}
LANGUAGES = {"ar": "العربية", "zh": "中文", "fr": "Français", "ru": "Русский", "es": "Español"}


def pages() -> dict[Path, str]:
    """Each page that is made, with what it should say."""
    return {
        DOCS / "reference" / "commands.md": _page("Commands", _commands()),
        DOCS / "reference" / "collections.md": _page("Collections of the data files", _collections()),
        DOCS / "reference" / "codelists.md": _page("Codelists", _codelists()),
        DOCS / "reference" / "lifecycles.md": _page("Lifecycles", _lifecycles()),
        DOCS / "reference" / "policy.md": _page("Who may do what", _policy()),
        DOCS / "glossary.md": _between(DOCS / "glossary.md", _glossary()),
    }


def _page(title: str, lines: Iterator[str]) -> str:
    return "\n".join([f"# {title}", "", MADE, "", *lines]).rstrip() + "\n"


def _between(page: Path, lines: Iterator[str]) -> str:
    """A page with the part between its two marks made anew."""
    before, _, rest = page.read_text(encoding="utf-8").partition("<!-- table -->\n")
    after = rest.partition("<!-- end of table -->\n")[2]
    return before + "<!-- table -->\n" + "\n".join(lines) + "\n<!-- end of table -->\n" + after


def _commands() -> Iterator[str]:
    """Every command with its help, as the command line prints it."""
    from quicksilver.cli.commands import quicksilver  # needs Django to be set up

    with translation.override("en"):
        yield from _command(quicksilver, click.Context(quicksilver, info_name="quicksilver", **HELP))


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    """The help of a command, then that of the commands under it."""
    yield from (f"## {context.command_path}", "", "```", *command.get_help(context).splitlines(), "```", "")
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            yield from _command(inner, click.Context(inner, info_name=name, parent=context, **HELP))


def _collections() -> Iterator[str]:
    """Every collection with its fields."""
    from quicksilver.services.drafts import COLLECTIONS

    for name, model in COLLECTIONS.items():
        yield from (f"## {name}", "", _sentence(model), "")
        yield f"Key: `{model.KIND}/…`"
        yield from ("", "| field | value | required | meaning |", "|---|---|---|---|")
        for field in model._meta.concrete_fields:
            if field.editable and field.name != "key":
                yield f"| `{field.name}` | {_form(field)} | {_required(field)} | {field.help_text} |"
        nested = sorted(relation.get_accessor_name() or "" for relation in model._meta.related_objects)
        nested = [name for name in nested if name and not name.endswith("+") and name != "superseded_by"]
        if nested:
            yield from ("", "May hold, nested: " + ", ".join(f"`{name}`" for name in nested))
        yield ""


def _sentence(model: type[models.Model]) -> str:
    return " ".join((model.__doc__ or "").split("\n\n", maxsplit=1)[0].split())


def _form(field: models.Field) -> str:
    """How a value is written in a file."""
    from quicksilver.records import fields

    if field.is_relation:
        return f"key of a `{field.related_model.KIND}`"
    codelist = getattr(field, "codelist", "")
    if codelist:
        several = isinstance(field, fields.CodesField)
        return f"{'codes' if several else 'code'} of [{codelist}](codelists.md#{codelist})"
    forms = (
        (fields.KnownDateField, "date (EDTF)"),
        (fields.TextsField, "texts, by language"),
        (fields.KeysField, "list of keys"),
        (fields.KeyField, "key"),
        (fields.SymbolField, "document symbol"),
        (fields.LanguageField, "one of the six languages"),
        (models.DecimalField, "decimal number"),
        (models.IntegerField, "whole number"),
        (models.BooleanField, "true or false"),
        (models.JSONField, "list"),
    )
    return next((words for kind, words in forms if isinstance(field, kind)), "text")


def _required(field: models.Field) -> str:
    return "" if field.blank or field.null or field.has_default() else "yes"


def _codelists() -> Iterator[str]:
    """Every codelist with its codes and their English labels."""
    from quicksilver.core import codelists

    for name in codelists.names():
        found = codelists.of(name)
        yield from (f"## {name}", "", f"{found.title}. {found.source}", "", "| code | label in English |", "|---|---|")
        yield from (f"| `{code}` | {texts.best('en').text} |" for code, texts in found.labels.items())
        yield ""


def _lifecycles() -> Iterator[str]:
    """Every lifecycle: its states, what may follow each, and who has to act."""
    from quicksilver.core.lifecycle import LIFECYCLES

    for cycle in LIFECYCLES:
        yield from (f"## {cycle.name}", "", f"May begin as: {_listed(cycle.initial)}.", "")
        yield from ("| state | may be followed by | who has to act |", "|---|---|---|")
        for state, following in cycle.transitions.items():
            yield f"| `{state}` | {_listed(following)} | {cycle.owners.get(state, '')} |"
        yield ""


def _policy() -> Iterator[str]:
    """Every action with the roles that may do it, over what, and in which states."""
    from quicksilver.core.policies import POLICY

    yield from ("Whoever holds no role is of the public; what the public may, everybody may.", "")
    yield from ("| action | role | over what | in which states |", "|---|---|---|---|")
    for action, roles in POLICY.items():
        for role, may in roles.items():
            states = "any" if "*" in may.states else _listed(may.states)
            yield f"| `{action}` | `{role}` | {may.reach} | {states} |"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "nothing: the end"


def _glossary() -> Iterator[str]:
    """The terms in six languages; what was not seen in a published text is marked."""
    yield "| English | in the code | " + " | ".join(LANGUAGES.values()) + " |"
    yield "|---|---|" + "---|" * len(LANGUAGES)
    with (DOCS / "glossary.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            cells = [row[code] + ("" if row[f"{code}_seen"] == "yes" else " ○") for code in LANGUAGES]
            name = f"`{row['in_code']}`" if row["in_code"] else ""
            yield f"| {row['term']} | {name} | " + " | ".join(cells) + " |"


def main(check: bool) -> int:
    """Write the pages, or say which differ; the result is the exit status."""
    django.setup()
    behind = [(page, text) for page, text in pages().items() if not page.exists() or _words(page) != text]
    for page, text in behind:
        name = page.relative_to(DOCS.parent).as_posix()
        print(f"{name} has fallen behind the code. Run: make docs" if check else f"Wrote {name}.")
        if not check:
            page.parent.mkdir(exist_ok=True)
            page.write_text(text, encoding="utf-8")
    if not behind:
        print("The docs are in step with the code.")
    return 1 if check and behind else 0


def _words(page: Path) -> str:
    return re.sub(r"[ \t]+\n", "\n", page.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv))
