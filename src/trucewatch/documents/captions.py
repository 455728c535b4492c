"""Captions of pictures, told by what captions say: a credit, or that this is a picture."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from trucewatch.documents.sentence_ends import sentence_starts

_LONGEST = 450
_AGENCY = (
    r"(?:AFP|AP|EPA|Reuters|REUTERS|Getty(?: Images)?|Anadolu(?: Agency)?|AA|DHA|IHA|SANA|Xinhua"
    r"|[A-Z][\w ]{1,20} and [Aa]gencies)"
)
_PICTURE = r"(?:[Pp]hoto|[Pp]hotograph|[Pp]icture|[Ii]mage)"
_START = re.compile(
    r"\[?\(?(?:(?:File |Handout |Archive |Undated )?" + _PICTURE + r"|Map|Graphic|Infographic|FILE)"
    r"(?: [Cc]redit| [Bb]y| [Cc]ourtesy(?: of)?)?\s*[:(–—-]"
    r"|" + _AGENCY + r" [Pp]hoto\b"
    r"|(?:An?|This|In this|The) (?:(?:file|handout|undated|video|still|satellite|screen) ?)*(?:photo|photograph|picture"
    r"|image|grab|still) (?:taken|released|provided|shows|showing|made|from|posted|obtained|dated)\b"
    r"|In (?:this|a) (?:\w+ ){0,3}(?:photo|photograph|picture|image)\b"
)
_END = re.compile(
    r"(?:[(\[](?:file )?(?:photo|picture|image|handout)\b[^()\[\]]{0,80}[)\]]"
    r"|[(\[]?\b(?:Photo|Picture|Image|Credit)(?: by| credit| courtesy(?: of)?)?: ?[^.!?]{2,60}[)\]]?"
    r"|[(\[]?\b" + _AGENCY + r"(?: [Pp]hoto)? ?/ ?[A-Z][^.!?/]{2,40}[)\]]?"
    r"|[(\[](?:File|Photo)?:? ?[A-Z][\w.'’ -]{2,40} ?/ ?" + _AGENCY + r"[)\]]"
    r"|[(\[/|] ?(?:Getty Images|Shutterstock|AP Photo|AFP Photo)[)\]]?"
    r"|\b(?:19|20)\d\d[.,]? ?[(\[|/] ?" + _AGENCY + r"[)\]]?)[.]?$",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"\((?:File photo|(?:Photo )?" + _AGENCY + r"(?: [Pp]hoto)?)\)")


def is_caption(paragraph: str) -> bool:
    """Whether a whole paragraph is the caption of a picture."""
    words = paragraph.strip()
    return len(words) <= _LONGEST and bool(_START.match(words) or _END.search(words))


def ends_in_credit(sentence: str) -> bool:
    """Whether a sentence of presplit copy is a caption: there a caption's first words may run on into the report, so
    only a picture's credit at the end tells it."""
    words = sentence.strip()
    return len(words) <= _LONGEST and bool(_END.search(words))


def captions_within(paragraph: str) -> Iterator[tuple[int, int]]:
    """Sentences inside a block that end in a picture's credit and read as its caption, in order."""
    starts = sentence_starts(paragraph)
    begin = 0
    for credit in _CREDIT.finditer(paragraph):
        before = bisect_left(starts, credit.start())
        start = max(begin, starts[before - 1] if before else 0)
        if start and is_caption(paragraph[start : credit.end()]):
            yield start, credit.end()
            begin = credit.end()
