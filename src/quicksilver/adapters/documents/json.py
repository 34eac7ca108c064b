"""The document tree as JSON: every word, and every figure with its basis."""

import json

from quicksilver.core.reports import outline
from quicksilver.core.reports.outline import Document


def render(document: Document) -> bytes:
    """The tree as indented UTF-8 JSON, its keys in the order of the outline."""
    return (json.dumps(outline.to_json(document), ensure_ascii=False, indent=2) + "\n").encode()
