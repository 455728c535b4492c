"""Text that stood in a JSON record: plain, or with the markup that feeds often leave in it."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from trucewatch.documents.html import read_html
from trucewatch.documents.normalise import clean
from trucewatch.documents.paragraphs import paragraphs_of
from trucewatch.documents.sourced import Sourced
from trucewatch.model.raw import RawReport

_TAG = re.compile(r"</?(?:p|br|div|span|a|b|i|em|strong|ul|li|h[1-6]|img|figure|blockquote)\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,6}|amp|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip);", re.IGNORECASE)
_WHOLE_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_BLOCKS = ("p", "br", "div", "li", "ul", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure", "tr")
_UNSEEN = ("script", "style", "figcaption")


def read_jsontext(raw: RawReport) -> Sourced:
    text = raw.content.decode("utf-8")
    if _WHOLE_PAGE.match(text):
        page = read_html(raw)
        return replace(page, reader=f"json-text, {page.reader}")
    return Sourced(paragraphs=tuple(paragraphs_of(unmarked(text))), reader="json-text")


def unmarked(text: str) -> str:
    """The text without HTML tags and entities, a blank line where a block begins or ends."""
    if not _TAG.search(text):
        return html.unescape(text) if _ENTITY.search(text) else text
    from lxml import etree
    from lxml import html as markup

    root = markup.document_fromstring(f"<div>{clean(text)}</div>")
    etree.strip_elements(root, *_UNSEEN, with_tail=False)
    for block in root.iter(*_BLOCKS):
        block.text = "\n\n" + (block.text or "")
        block.tail = "\n\n" + (block.tail or "")
    return str(root.text_content())
