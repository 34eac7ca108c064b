"""Messages in Python files: the literal sentences given to the functions that translate or mark them.

Babel's own extractor joins the two branches of ``msg("a" if n else "b")`` into one sentence, so the syntax
tree is read here instead.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from catalogues.message import Message

# Function names, with the places of context, singular and plural among their arguments.
SINGULAR = ("msg", "say", "words", "gettext", "gettext_lazy", "_")
PLURAL = ("forms", "count", "ngettext", "ngettext_lazy")
CONTEXT = ("pgettext", "pgettext_lazy")
CONTEXT_PLURAL = ("npgettext", "npgettext_lazy")


# What a column holds, in the field's words: the rule under its label in every form.
RULE = "help_text"


def messages(file: Path, name: str) -> Iterator[Message]:
    """The messages of a Python file; ``name`` is what to call it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"), filename=name)):
        if isinstance(node, ast.Call):
            yield from _of_call(node, name)


def _of_call(call: ast.Call, file: str) -> Iterator[Message]:
    function = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    for named in call.keywords:
        if named.arg == RULE:
            yield from (Message(sentence, file=file, line=named.value.lineno) for sentence in _sentences(named.value))
    given = [_sentences(argument) for argument in call.args[:3]]
    given += [()] * (3 - len(given))
    if function in SINGULAR:
        for sentence in given[0]:
            yield Message(sentence, file=file, line=call.lineno)
    elif function in PLURAL and given[0] and given[1]:
        yield Message(given[0][0], given[1][0], file=file, line=call.lineno)
    elif function in CONTEXT and given[0] and given[1]:
        yield Message(given[1][0], context=given[0][0], file=file, line=call.lineno)
    elif function in CONTEXT_PLURAL and all(given):
        yield Message(given[1][0], given[2][0], given[0][0], file=file, line=call.lineno)


def _sentences(argument: ast.expr) -> tuple[str, ...]:
    """The literal text of an argument: none, one, or one for each branch of a choice."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
        return (argument.value,)
    if isinstance(argument, ast.IfExp):
        return _sentences(argument.body) + _sentences(argument.orelse)
    return ()
