"""The document in Word: real styles, numbering, footnotes and tables, so that an editor can work on it.

Nothing in the file depends on when or where it was made: dates are those of the document.
"""

from datetime import UTC, datetime, time
from io import BytesIO

import docx
from docx.document import Document as WordDocument

from quicksilver.adapters.documents.docx import archive, body, faces, footnotes, frame, numbering, styles
from quicksilver.core.reports.outline import Document, plain


def render(document: Document) -> bytes:
    """The document as a Word file; the same document gives the same bytes."""
    word = docx.Document()
    archive.clear(word)
    styles.write(word, document.language)
    numbers = numbering.write(word, document)
    notes = footnotes.write(word, document)
    frame.write(word, document)
    body.write(word, document, numbers, notes)
    _properties(word, document)
    stream = BytesIO()
    word.save(stream)
    return archive.settled(stream.getvalue())


def _properties(word: WordDocument, document: Document) -> None:
    """What the file says of itself."""
    properties = word.core_properties
    properties.title = document.title
    properties.subject = properties.keywords = properties.comments = properties.category = ""
    properties.author = properties.last_modified_by = plain(document.masthead.organ)
    properties.language = faces.TAGS[document.language]
    properties.created = properties.modified = datetime.combine(document.as_at, time(), UTC).replace(tzinfo=None)
    properties.revision = 1
