"""Messages in Django templates, with exactly the ids that Django looks up when it renders them.

Django doubles each ``%`` of a template's text and turns ``{{ name }}`` inside ``blocktranslate`` into
``%(name)s``; so does this.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from django.template.base import Lexer, Token, TokenType
from django.utils.text import smart_split, unescape_string_literal
from django.utils.translation import trim_whitespace

from catalogues.message import Message

LITERAL = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"""
MARKED = re.compile(rf"_\(({LITERAL})\)")
OPENING = ("blocktranslate", "blocktrans")
CLOSING = ("endblocktranslate", "endblocktrans")


def messages(file: Path, name: str) -> Iterator[Message]:
    """The messages of a template file; ``name`` is what to call it."""
    return of_text(file.read_text(encoding="utf-8"), name)


def of_text(text: str, name: str = "") -> Iterator[Message]:
    """The messages of a template's text."""
    tokens = iter(Lexer(text).tokenize())
    for token in tokens:
        if token.token_type not in (TokenType.BLOCK, TokenType.VAR):
            continue
        for literal in MARKED.findall(token.contents):
            yield Message(_id(literal), file=name, line=token.lineno)
        tag = token.contents.split(None, 1)[0] if token.token_type == TokenType.BLOCK and token.contents else ""
        if tag in ("translate", "trans"):
            yield from _of_tag(token, name)
        elif tag in OPENING:
            yield _of_block(token, tokens, name)


def _of_tag(token: Token, file: str) -> Iterator[Message]:
    """``{% translate "sentence" context "context" %}``; a variable is no message."""
    found = re.match(LITERAL, token.contents.split(None, 1)[1])
    if found:
        yield Message(_id(found.group()), context=_context(token), file=file, line=token.lineno)


def _of_block(opening: Token, tokens: Iterator[Token], file: str) -> Message:
    """``{% blocktranslate %}one{% plural %}many{% endblocktranslate %}``."""
    texts = [""]
    for token in tokens:
        if token.token_type == TokenType.BLOCK:
            if token.contents in CLOSING:
                break
            texts.append("")
        elif token.token_type == TokenType.VAR:
            texts[-1] += f"%({token.contents})s"
        elif token.token_type == TokenType.TEXT:
            texts[-1] += token.contents.replace("%", "%%")
    if "trimmed" in opening.split_contents():
        texts = [trim_whitespace(text) for text in texts]
    singular, plural = (*texts, "")[:2]
    return Message(singular, plural, _context(opening), file, opening.lineno)


def _id(literal: str) -> str:
    return unescape_string_literal(literal).replace("%", "%%")


def _context(token: Token) -> str:
    """The literal after the word ``context``, or empty."""
    words = list(smart_split(token.contents))
    following = words[words.index("context") + 1] if "context" in words[1:-1] else ""
    return unescape_string_literal(following) if re.fullmatch(LITERAL, following) else ""
