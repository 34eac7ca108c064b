"""Word's own footnotes, in their own part of the file; python-docx knows none."""

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from quicksilver.adapters.documents.docx import faces, runs
from quicksilver.adapters.documents.docx.xml import Element, element, flag, text, value
from quicksilver.core.reports.outline import Document, Footnote

_SEPARATORS = {"-1": "separator", "0": "continuationSeparator"}  # ids and names that Word expects


def write(word: WordDocument, document: Document) -> dict[str, str]:
    """Write the footnotes and tell the id of each by its mark."""
    root = element("footnotes")
    root.extend(_separator(id, name) for id, name in _SEPARATORS.items())
    ids = {note.mark: str(n) for n, note in enumerate(document.footnotes, 1)}
    root.extend(_footnote(note, ids[note.mark], document.language) for note in document.footnotes)
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    _declare(word)
    return ids


def _separator(id: str, name: str) -> Element:
    return element("footnote", element("p", element("r", flag(name))), type_=name, id_=id)


def _footnote(note: Footnote, id: str, language: str) -> Element:
    layout = element("pPr", value("pStyle", "FootnoteText"))
    layout.extend([flag("bidi")] if faces.is_rtl(language) else [])
    mark = element("r", element("rPr", value("rStyle", "FootnoteReference")), text(note.mark))
    gap = element("r", text(" "))
    return element("footnote", element("p", layout, mark, gap, *runs.line(note.text, runs.Setting(language))), id_=id)


def _declare(word: WordDocument) -> None:
    """The settings name the separators; their place among the settings is fixed."""
    declared = element("footnotePr", *(element("footnote", id_=id) for id in _SEPARATORS))
    settings = word.settings.element
    following = settings.find(qn("w:compat"))
    settings.append(declared) if following is None else following.addprevious(declared)
