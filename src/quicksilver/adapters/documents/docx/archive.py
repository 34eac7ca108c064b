"""The Word file as an archive that is the same on every run."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as WordDocument

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date an archive can carry
_UNWANTED = ("thumbnail", "stylesWithEffects", "customXml")


def clear(word: WordDocument) -> None:
    """Take out what the template brings along and no document of ours needs: its picture, its second styles."""
    for owner in (word.part.package, word.part):
        for id, relation in list(owner.rels.items()):
            if relation.reltype.endswith(_UNWANTED):
                del owner.rels[id]


def settled(archive: bytes) -> bytes:
    """The same archive with fixed dates."""
    stream = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, EPOCH)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            new.writestr(entry, old.read(name))
    return stream.getvalue()
