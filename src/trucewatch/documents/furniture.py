"""What stands around a report on a page and is no telling of its own: tags, related links, buttons, notices, credits.

The rules name what sites in general write there. A paragraph is furniture as a whole (`is_furniture`), or, where copy
has lost its paragraphs, a stretch within it (`furniture_within`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trucewatch.documents.sentence_ends import sentence_starts

_LINK_LINE_LIMIT = 160  # characters of a link's title


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_LIST_HEADING = _any_of(
    r"(?:related|similar)(?: (?:news|articles?|stories|links?|topics?|content|posts?|coverage))?",
    r"(?:read|see|watch|also) (?:more|also|next|read)(?: (?:news|articles?|stories))?",
    r"more (?:on|from|in|about) (?:this|the|our|[\w' ]{2,30})",
    r"more (?:news|stories|articles?|headlines)",
    r"most (?:read|popular|viewed|shared|commented)",
    r"you (?:may|might)(?: also)? (?:like|be interested in|want to read)",
    r"(?:recommended|trending|latest|top|breaking)(?: (?:news|stories|articles?|headlines|now|for you))?",
    r"editors?['’]?s? (?:picks?|choice)",
    r"tags?|topics?|keywords?|comments?|share|advertisement|sponsored(?: content)?|in pictures",
)
_WHOLE = _any_of(
    r"(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|in this story)\s*[:|].*",
    r"(?:related|read more|read also|see also|also read|read next|watch)\s*[:|].*",
    r"read (?:more|also|the full)\b.{0,150}",
    r"(?:follow|like|find|join) us\b.{0,120}",
    r"(?:subscribe|sign up|register|log ?in|sign in)\b.{0,200}",
    r"(?:get )?short (?:url|link)\b.{0,60}",
    r"(?:©|\(c\)|copyright)\s.{0,200}",
    r".{0,120}\ball rights reserved\b.{0,60}",
    r".{0,80}\b(?:we|this (?:web ?)?site|our (?:web ?)?site)\b.{0,20}\buses? (?:\w+ ){0,3}cookies\b.*",
    r"(?:accept|manage|reject)(?: all)? cookies\.?",
    r"(?:privacy|cookie) (?:policy|notice|settings)\.?|terms (?:of|and) \w+",
    r"community standards.*|our standards\s*:.*",
    r"(?:leave|post|add|write|view) (?:a |your )?(?:comments?|reply|replies)\b.{0,60}",
    r"\d+ comments?|comments? \(\d+\)",
    r"comment via .*|(?:views?|hits|reads)\s*:?\s*[\d,.]+",
    r"click (?:here|to|on)\b.{0,100}|continue reading\b.{0,60}",
    r"skip to (?:main )?content|back to top|\d+ min(?:ute)?s? read",
    r"(?:published|posted|updated|last updated?|first published|date of publication)\s*(?:on|at)?\s*:?\s*"
    r"(?:\w+,? )?(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).{0,60}",
    r"\((?:adds|raises|updates|corrects|recasts|refiles|repeats|removes|clarifies|releads|changes|edits)\b[^()]{0,200}\)",
    r"\(?sources?\s*:\s*[^.!?]{2,80}[.)]{0,2}",
)
_BUTTON_WORDS = (
    "share tweet print email mail send save pin post like follow copy link whatsapp telegram facebook twitter linkedin "
    "reddit instagram youtube messenger x this on via to by with friend friends article page story and a e k"
)
_BUTTONS = frozenset(_BUTTON_WORDS.split())
_LETTERS = re.compile(r"[^\W\d_]+")
_BYLINE = re.compile(
    r"[Bb]y (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:[A-Z][\w.'’-]+|in|our|the|staff)"
    r"(?:,?[ |]+(?:[A-Z][\w.'’-]+|and|in|our|the|staff)){0,7}"
)
_WITHIN = re.compile(
    r"\bGet short URL(?: 0){0,2}(?: \d+)?"
    r"|\bPrint Tweet(?: Views \d+)?"
    r"|\bSEND https?\S+"
    r"|\bpic\.twitter\.com\S*"
    r"|[\[(]\s*(?:[Cc]lick|[Tt]ap) (?:here )?to (?:enlarge|view)[^\])]{0,30}[\])]"
)
_CREDIT = (
    r"\(?(?:[Aa]dditional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated) by [A-Z][\w.'’ -]{2,80}?"
)
_CREDITS = re.compile(rf"{_CREDIT}(?:(?:[;,]| and) ?(?:{_CREDIT}|[A-Za-z][\w.'’ -]{{2,60}}))*[.)]{{0,2}}")
_TELLS = re.compile(r"\b(?:says?|said|shows?|showed|found|finds|was|were|has|had|have|is|are)\b")
_LIST_MARK = (
    r"(?:\.\.\. )?(?:\d{1,6} )?(?:Topic [^.!?]{3,90} \(\d+\) )?"
    r"Related(?: (?:News|Articles|Stories|Topics))?:? (?=[A-Z0-9])"
    r"|(?:Tags|Keywords|Filed under):? (?=\S)"
    r"|(?:Read|See) (?:Also|More)\b"
)
_NOTICE_MARK = (
    r"Community standards ?Discussion"
    r"|Our Standards: ?The"
    r"|(?:©|Copyright)\W{0,6}(?:19|20)\d\d"
    r"|Last [Uu]pdated?:? (?=[A-Z0-9])"
    r"|Follow us on\b"
    r"|(?:Subscribe|Sign up) (?:to|for) (?:our|the)\b"
    r"|Share (?:this )?on (?:Facebook|Twitter)"
    r"|" + _CREDIT + r"(?=[;,)]| and [A-Z]|$| Our Standards)"
    r"|\(?Source:? [A-Z][^.!?()]{1,60}?(?: and agencies\b|\)|$|(?= Related\b))"
)
_MARK = re.compile(f"(?P<list>{_LIST_MARK})|(?P<notice>{_NOTICE_MARK})")
_BEFORE_MARK = re.compile(r"(?:[.!?…][\"”’)\]]*|\(AFP\)|\d|^)\s*$")
_MARK_LOOK_BACK = 12
_EARLIEST_TAIL = 0.4  # of the block; what stands before that is followed by the report
_LONGEST_GAP = 800  # characters from one mark to the next, or to the end
_ATTRIBUTES = re.compile(r"\b(?:said|told|reported|added|according to)\b")  # a report goes on where someone speaks
_MOST_SENTENCES = 2  # that a gap may hold; slogans and notices have some


def is_list_heading(paragraph: str) -> bool:
    """Whether links to other things follow, one a paragraph."""
    return bool(_LIST_HEADING.fullmatch(paragraph.strip(" :-–|.»›")))


def is_link_line(paragraph: str) -> bool:
    """Whether a paragraph below such a heading is one of its links: short, and no sentence."""
    return len(paragraph) <= _LINK_LINE_LIMIT and not paragraph.rstrip('"”’)').endswith((".", "!", "?", "…"))


def is_furniture(paragraph: str) -> bool:
    """Whether a whole paragraph (or presplit sentence) is furniture."""
    words = paragraph.strip()
    return (
        is_list_heading(words)
        or _are_buttons(words)
        or _are_credits(words)
        or bool(_WHOLE.fullmatch(words))
        or tail_start(words) == 0
    )


def _are_buttons(words: str) -> bool:
    letters = _LETTERS.findall(words.lower())
    return bool(letters) and _BUTTONS.issuperset(letters)


def _are_credits(words: str) -> bool:
    """A byline, or who reported, wrote and edited."""
    return bool(_BYLINE.fullmatch(words) or (_CREDITS.fullmatch(words) and not _TELLS.search(words)))


def furniture_within(paragraph: str) -> Iterator[tuple[int, int]]:
    """Stretches of furniture inside a paragraph, in order: buttons anywhere, and the tail from its first mark."""
    tail = tail_start(paragraph)
    end = len(paragraph) if tail is None else tail
    for match in _WITHIN.finditer(paragraph, 0, end):
        yield match.span()
    if tail is not None:
        yield tail, len(paragraph)


def tail_start(paragraph: str) -> int | None:
    """Where the furniture at the end of a block begins: at the first mark from which only marks, lists and notices
    follow to the end. None when there is none."""
    start = None
    end = len(paragraph)
    for mark in reversed(list(_MARK.finditer(paragraph))):
        if not _only_furniture(mark, paragraph[mark.end() : end], last=end == len(paragraph)):
            break
        end = mark.start()
        early = 0 < end < _EARLIEST_TAIL * len(paragraph)
        if not early and _BEFORE_MARK.search(paragraph[max(0, end - _MARK_LOOK_BACK) : end]):
            start = end
    return start


def _only_furniture(mark: re.Match[str], gap: str, last: bool) -> bool:
    if len(gap) > _LONGEST_GAP or len(sentence_starts(gap)) > _MOST_SENTENCES or _ATTRIBUTES.search(gap):
        return False
    return not (mark["list"] and last and gap.rstrip().endswith((".", "!", "?")))
