"""A web page to its article, through trafilatura."""

from __future__ import annotations

import itertools
import logging
import re
from functools import cache
from typing import Any

from trucewatch.documents.charset import decoded
from trucewatch.documents.html_about import about_page
from trucewatch.documents.normalise import one_line
from trucewatch.documents.paragraphs import without_bullet
from trucewatch.documents.sourced import Sourced
from trucewatch.documents.unreadable import UnreadableReport
from trucewatch.model.raw import RawReport

_CAPTIONS = "//figcaption | //*[contains(@class, 'caption')]"
_CAPTION_CHARACTERS = 600  # a longer one is a wrapper that a page calls "caption"
_FEWEST_WORDS = 12  # of a sentence that makes a page an article
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)\]]*$")
_PAGES_BETWEEN_RESETS = 200
_pages_read = itertools.count(1)


def read_html(raw: RawReport) -> Sourced:
    """The article of a page; raises UnreadableReport where there is none."""
    text, charset = decoded(raw.content)
    trafilatura = _trafilatura()
    tree = trafilatura.load_html(text)
    if tree is None:
        raise UnreadableReport("it is no HTML page")
    about = about_page(tree)
    captions = _captions(tree)
    extracted = trafilatura.extract(tree, favor_precision=True, include_comments=False, deduplicate=False)
    if next(_pages_read) % _PAGES_BETWEEN_RESETS == 0:
        _reset_caches()
    paragraphs = tuple(line for line in map(_paragraph, (extracted or "").split("\n")) if line)
    if not any(map(_holds_sentence, paragraphs)):
        raise UnreadableReport("the page holds no article")
    return Sourced(
        paragraphs=paragraphs,
        reader="html" if charset == "utf-8" else f"html, {charset}",
        title=about.title,
        outlet=about.outlet,
        published=about.published,
        url=about.url,
        captions=captions,
    )


def _paragraph(line: str) -> str:
    return without_bullet(one_line(line))


def _holds_sentence(paragraph: str) -> bool:
    return any(_SENTENCE_END.search(word) for word in paragraph.split()[_FEWEST_WORDS - 1 :])


def _captions(tree: Any) -> frozenset[str]:
    """The captions of pictures. Those inside a paragraph are taken out of it, so that they never read as its words."""
    captions = set()
    for element in tree.xpath(_CAPTIONS):
        words = one_line(element.text_content())
        if not 0 < len(words) <= _CAPTION_CHARACTERS:
            continue
        captions.add(words)
        if element.getparent() is not None and any(above.tag == "p" for above in element.iterancestors()):
            element.drop_tree()
    return frozenset(captions)


@cache
def _trafilatura() -> Any:
    """Imported at first use, as it takes most of a second; its notes on odd pages do not go to the terminal."""
    import trafilatura

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return trafilatura


def _reset_caches() -> None:
    """trafilatura remembers what it has seen without bound in time; long runs would grow."""
    from trafilatura.meta import reset_caches

    reset_caches()
