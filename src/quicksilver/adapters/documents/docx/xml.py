"""Elements of Word's own XML, for what python-docx has no words for."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

Element = etree._Element  # noqa: SLF001 (this is what lxml calls the type of its elements)


def inner(part: Any) -> Element:
    """The element behind an object of python-docx, which keeps it to itself."""
    found: Element = part._element  # noqa: SLF001
    return found


def element(name: str, /, *children: Element, **attributes: str) -> Element:
    """An element of the ``w`` namespace; attributes are of that namespace too, a trailing underscore is dropped."""
    made: Element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key.rstrip('_')}"), value)
    made.extend(children)
    return made


def text(words: str) -> Element:
    """Words, their spaces kept."""
    made = element("t")
    made.text = words
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def flag(name: str) -> Element:
    """An element that is switched on by standing there."""
    return element(name)


def value(name: str, val: str, /) -> Element:
    """An element with one value."""
    return element(name, val=val)
