"""The styles of the Word file, written whole: an editor changes the look of a kind of text in one place."""

from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from quicksilver.adapters.documents.docx import faces
from quicksilver.adapters.documents.docx.xml import Element, element, flag, value

INK, QUIET, HAIR, MARKER = "1C1B19", "5B5750", "BBBBBB", "FFE9A6"
TEXT_WIDTH = 9070  # twentieths of a point: A4 less 25 mm on either side
NUMBER, LETTER = 620, 510  # twentieths of a point: the column of paragraph numbers, of item letters
# Right to left, Word begins a label at its place and LibreOffice ends it there; set in a little, both stay on the page.
INSET = 200


@dataclass(frozen=True)
class Style:
    """A paragraph style. Sizes in half points, spaces in twentieths of a point."""

    id: str
    name: str
    size: int = 22
    bold: bool = False
    sans: bool = False
    before: int = 0
    after: int = 120
    indent: int = 0
    outline: int | None = None
    keep: bool = False
    fill: str = INK
    base: str = "Normal"
    border: bool = False
    page: bool = False


PARAGRAPHS = (
    Style("Title", "Title", 34, bold=True, before=240, after=120, keep=True),
    Style("Author", "Author", after=360),
    Style("Masthead", "Masthead", 18, sans=True, after=0),
    Style("MastheadEnd", "Masthead End", 18, sans=True, after=240, border=True),
    Style("Occasion", "Occasion", after=0),
    Style("Heading1", "heading 1", 27, bold=True, before=420, after=160, outline=0, keep=True),
    Style("Heading2", "heading 2", 22, bold=True, before=280, after=120, outline=1, keep=True),
    Style("Annex", "Annex", 27, bold=True, after=120, outline=0, keep=True, page=True),
    Style("AnnexTitle", "Annex Title", 30, bold=True, after=240, keep=True),
    Style("NumberedParagraph", "Numbered Paragraph", indent=NUMBER),
    Style("LetteredItem", "Lettered Item", after=80, indent=NUMBER + LETTER),
    Style("Continued", "Continued Paragraph", indent=NUMBER),
    Style("ChartTitle", "Chart Title", 24, bold=True, before=360, after=0, keep=True),
    Style("ChartSubtitle", "Chart Subtitle", 17, sans=True, after=160, keep=True, fill=QUIET),
    Style("Chart", "Chart", after=160, keep=True),
    Style("Caption", "caption", 18, bold=True, sans=True, before=240, after=80, keep=True),
    Style("TableText", "Table Text", 17, sans=True, before=50, after=50),
    Style("TableHead", "Table Head", 16, sans=True, before=50, after=50, keep=True, fill=QUIET),
    Style("FootnoteText", "footnote text", 18, after=0),
    Style("Header", "header", 16, sans=True, after=0, fill=QUIET),
    Style("Footer", "footer", 16, sans=True, after=0, fill=QUIET),
)
LEADING = {"zh": "360", "ar": "300"}  # 240 is single


def write(word: WordDocument, language: str) -> None:
    """Put our styles in place of the template's."""
    root = word.styles.element
    for child in list(root):
        root.remove(child)
    root.append(_defaults(language))
    root.append(_normal(language))
    root.extend(_paragraph(style, language) for style in PARAGRAPHS)
    root.extend((_default_font(), *_characters(), *_tables()))


def _defaults(language: str) -> Element:
    run = element("rPr", faces.fonts(faces.SERIF), value("sz", "22"), value("szCs", "22"))
    run.append(faces.document_languages(language))
    spacing = element("spacing", after="120", line=LEADING.get(language, "276"), lineRule="auto")
    return element("docDefaults", element("rPrDefault", run), element("pPrDefault", element("pPr", spacing)))


def _style(kind: str, id: str, name: str, *children: Element) -> Element:
    made = element("style", value("name", name), *children, type_=kind)
    made.set(qn("w:styleId"), id)
    return made


def _normal(language: str) -> Element:
    layout = element("pPr", flag("widowControl"))
    if faces.is_rtl(language):
        layout.append(flag("bidi"))
    made = _style("paragraph", "Normal", "Normal", flag("qFormat"), layout)
    made.set(qn("w:default"), "1")
    return made


def _paragraph(style: Style, language: str) -> Element:
    return _style(
        "paragraph",
        style.id,
        style.name,
        value("basedOn", style.base),
        flag("qFormat"),
        _layout(style, language),
        _letters(style),
    )


def _layout(style: Style, language: str) -> Element:
    made = element("pPr")
    made.extend([flag("keepNext"), flag("keepLines")] if style.keep else [])
    made.extend([flag("pageBreakBefore")] if style.page else [])
    if style.border:
        made.append(element("pBdr", element("bottom", val="single", sz="18", space="6", color=INK)))
    made.append(element("spacing", before=str(style.before), after=str(style.after)))
    if style.indent:
        hanging = {"NumberedParagraph": NUMBER, "LetteredItem": LETTER}.get(style.id, 0)
        made.append(element("ind", left=str(indented(style.indent, language)), hanging=str(hanging)))
    made.extend([] if style.outline is None else [value("outlineLvl", str(style.outline))])
    return made


def indented(indent: int, language: str) -> int:
    """An indent from the leading edge."""
    return indent + (INSET if faces.is_rtl(language) else 0)


def _letters(style: Style) -> Element:
    made = element("rPr")
    made.extend([faces.fonts(faces.SANS)] if style.sans else [])
    made.extend([flag("b"), flag("bCs")] if style.bold else [])
    made.append(value("color", style.fill))
    made.extend((value("sz", str(style.size)), value("szCs", str(style.size))))
    return made


def _default_font() -> Element:
    made = _style("character", "DefaultParagraphFont", "Default Paragraph Font", value("uiPriority", "1"))
    made.set(qn("w:default"), "1")
    return made


def _characters() -> list[Element]:
    raised = element("rPr", value("vertAlign", "superscript"))
    marked = element("rPr", element("shd", val="clear", color="auto", fill=MARKER))
    strong = element("rPr", flag("b"), flag("bCs"))
    return [
        _style("character", "FootnoteReference", "footnote reference", raised),
        _style("character", "Figure", "Figure", strong),
        _style("character", "Strong", "Strong", strong.__copy__()),
        _style("character", "Untranslated", "Untranslated", marked),
    ]


def _tables() -> list[Element]:
    cells = element("tblCellMar", element("left", w="0", type_="dxa"), element("right", w="120", type_="dxa"))
    plain = _style("table", "TableNormal", "Normal Table", value("uiPriority", "99"), element("tblPr", cells))
    plain.set(qn("w:default"), "1")
    lines = element(
        "tblBorders",
        *(element(side, val="single", sz="4", space="0", color=HAIR) for side in ("top", "bottom", "insideH")),
    )
    ruled = _style("table", "Ruled", "Ruled", value("basedOn", "TableNormal"), element("tblPr", lines))
    return [plain, ruled]
