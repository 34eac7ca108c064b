"""Fonts and language tags in Word. Faces are those that offices have; a system without them falls back."""

from docx.oxml.ns import qn

from quicksilver.adapters.documents.docx.xml import Element, element
from quicksilver.core import languages

TAGS = {"ar": "ar-SA", "zh": "zh-CN", "en": "en-GB", "fr": "fr-FR", "ru": "ru-RU", "es": "es-ES"}
SERIF = {"ascii": "Times New Roman", "hAnsi": "Times New Roman", "eastAsia": "SimSun", "cs": "Traditional Arabic"}
SANS = {"ascii": "Arial", "hAnsi": "Arial", "eastAsia": "SimHei", "cs": "Arial"}


def is_rtl(language: str) -> bool:
    """Whether a language runs from right to left."""
    return languages.of(language).direction == "rtl"


def fonts(faces: dict[str, str]) -> Element:
    """The faces for Latin and Cyrillic, East Asian and complex scripts."""
    return element("rFonts", **faces)


def tagged(language: str) -> Element:
    """The language of a run, in the slot of its script."""
    slot = {"zh": "eastAsia", "ar": "bidi"}.get(language, "val")
    return element("lang", **{slot: TAGS[language]})


def document_languages(language: str) -> Element:
    """The languages of a document: Latin words in Chinese and Arabic are taken for English."""
    latin = TAGS["en"] if language in ("zh", "ar") else TAGS[language]
    return element("lang", val=latin, eastAsia=TAGS["zh"], bidi=TAGS["ar"])


def hinted(made: Element) -> Element:
    """Ambiguous signs, quotation marks above all, take the width of the Chinese face."""
    made.set(qn("w:hint"), "eastAsia")
    return made
