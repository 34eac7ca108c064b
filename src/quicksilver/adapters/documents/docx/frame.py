"""What stands around the text: paper, running title and page numbers."""

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from quicksilver.adapters.documents.docx import faces, runs
from quicksilver.adapters.documents.docx.xml import Element, element, flag, inner, text
from quicksilver.core.reports.outline import Document


def write(word: WordDocument, document: Document) -> None:
    """A4; the title runs from the second page on, page numbers from the first."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)
    section.header_distance = section.footer_distance = Mm(12)
    section.different_first_page_header_footer = True
    if faces.is_rtl(document.language):
        word.element.body.sectPr.append(flag("bidi"))
    for part in (section.header, section.first_page_header, section.footer, section.first_page_footer):
        part.is_linked_to_previous = False
    title = _lead(section.header.paragraphs[0], "Header", document.language)
    inner(title).extend(runs.words(document.title, document.language))
    _lead(section.first_page_header.paragraphs[0], "Header", document.language)
    for footer in (section.footer, section.first_page_footer):
        foot = _lead(footer.paragraphs[0], "Footer", document.language)
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        inner(foot).extend(_field("PAGE"))


def _lead(paragraph: Paragraph, style: str, language: str) -> Paragraph:
    paragraph.style = style
    if faces.is_rtl(language):
        inner(paragraph).get_or_add_pPr().append(flag("bidi"))
    return paragraph


def _field(code: str) -> list[Element]:
    """A field that Word works out when it lays out the page."""
    instruction = element("instrText")
    instruction.text = f" {code} "
    return [
        element("r", element("fldChar", fldCharType="begin")),
        element("r", instruction),
        element("r", element("fldChar", fldCharType="separate")),
        element("r", text("1")),
        element("r", element("fldChar", fldCharType="end")),
    ]
