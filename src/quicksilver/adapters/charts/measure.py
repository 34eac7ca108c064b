"""How wide words will be, near enough to keep labels apart: the server draws, the reader's fonts decide."""

import unicodedata

SIZE = 14  # px, as the style sheet sets words in charts; small words are 13
_WIDE, _THIN_WIDTH, _USUAL, _CAPITAL = 1.0, 0.36, 0.61, 0.74  # em
_THIN = frozenset(" .,:;’'()|/ijlftrI1\u00a0")


def width(text: str, size: int = SIZE) -> float:
    """The width of a text. [px]"""
    return size * sum(_em(sign) for sign in text)


def _em(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return _WIDE
    if sign in _THIN:
        return _THIN_WIDTH
    return _CAPITAL if sign.isupper() else _USUAL
