"""Where tellings come from: sources are counted, not articles.

Two reports are of one origin when they are copies, when both carry the words of one agency ("(AFP)", "- REUTERS"),
when they share a byline, or when both have an unusual sentence word for word. A named speaker is one source wherever
it is quoted; a nameless one ("activists", "officials") is another in every text that is not a copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from trucewatch.documents.digests import WORD_RUN, chains_of, runs
from trucewatch.incidents.telling import Telling
from trucewatch.model import Claim, Origin
from trucewatch.model.ids import sha256_hex
from trucewatch.packs import Outlets

NAMELESS = frozenset({"media", "officials", "activists", "unknown", "civilians"})
UNUSUAL_WORDS = 9
"""A sentence of fewer words can be written twice by chance."""
SHARED_RUNS = 0.7

_BRACKETED = re.compile(r"\(([A-Z][\w. ]{1,30})\)")
_BEFORE_A_DATE = re.compile(r"\b([A-Z]{2,8}|[A-Z][a-z]{3,12}) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_AT_THE_END = re.compile(r"[-–—/(]\s*([A-Z][\w. ]{1,30}?)\)?\.?\s*$")
_BYLINE = re.compile(r"(?:^|\n)\s*[Bb]y ([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})\s*(?:\n|$)")


def origins_of(opening: str, ending: str, copies: int | None, outlet: str, outlets: Outlets) -> frozenset[str]:
    """The marks of a report: its own outlet, agencies that its first and last words credit, byline, group of copies."""
    credited = [*_BRACKETED.findall(opening), *_BEFORE_A_DATE.findall(opening), *_AT_THE_END.findall(ending)]
    marks = {_mark(outlet, outlets), *(_mark(name, outlets) for name in credited if outlets.named(name))}
    marks.update(f"byline:{sha256_hex(name.casefold())[:16]}" for name in _BYLINE.findall(opening))
    return frozenset(marks | ({f"copies:{copies}"} if copies is not None else set()))


def _mark(name: str, outlets: Outlets) -> str:
    known = outlets.named(name)
    return f"outlet:{known.id if known else name}"


def relayed(claim: Claim, words: str, outlets: Outlets) -> frozenset[str]:
    """The outlets whose report a claim passes on: "Reuters reported", "told AFP"; `words` are those of its sentence."""
    if "media" not in claim.speakers.value:
        return frozenset()
    start = claim.sentence.start
    told = (words[max(0, span.start - start) : max(0, span.end - start)] for span in claim.speakers.spans)
    return frozenset(f"outlet:{found.id}" for text in told if (found := outlets.named(text)))


def independent_sources(tellings: Sequence[Telling]) -> tuple[Origin, ...]:
    """The sources of an incident, in the order of their first telling."""
    texts = _texts(tellings)
    found: dict[tuple[str, str], list[Telling]] = {}
    for telling in tellings:
        found.setdefault(_source(telling, texts[telling.document_id]), []).append(telling)
    return tuple(_origin(told) for told in found.values())


def _source(telling: Telling, text: str) -> tuple[str, str]:
    speakers = telling.claim.speakers.value
    if not speakers:
        return "", text
    return (speakers[-1], "") if speakers[-1] not in NAMELESS else (speakers[-1], text)


def _origin(told: Sequence[Telling]) -> Origin:
    outlets = tuple(dict.fromkeys(telling.outlet for telling in told))
    return Origin(told[0].source, outlets, tuple(telling.claim.id for telling in told))


def _texts(tellings: Sequence[Telling]) -> dict[str, str]:
    """For each report the first one that it is one text with."""
    first: dict[str, str] = {}
    for telling in tellings:
        first.setdefault(telling.document_id, telling.document_id)
    by_mark: dict[str, str] = {}
    for one, other in (*_same_marks(tellings, by_mark), *_same_sentences(tellings)):
        _join(first, one, other)
    return {id: _root(first, id) for id in first}


def _same_marks(tellings: Iterable[Telling], holder: dict[str, str]) -> Iterator[tuple[str, str]]:
    for telling in tellings:
        for mark in sorted(telling.origins):
            yield holder.setdefault(mark, telling.document_id), telling.document_id


def _same_sentences(tellings: Sequence[Telling]) -> Iterator[tuple[str, str]]:
    words = [(telling.document_id, chains_of(telling.text).words) for telling in tellings]
    long = [(id, runs(chain, WORD_RUN)) for id, chain in words if len(chain) >= UNUSUAL_WORDS]
    for at, (one, first) in enumerate(long):
        for other, second in long[at + 1 :]:
            if one != other and len(first & second) >= SHARED_RUNS * min(len(first), len(second)):
                yield one, other


def _join(first: dict[str, str], one: str, other: str) -> None:
    low, high = _root(first, one), _root(first, other)
    if low != high:
        order = list(first)
        low, high = sorted((low, high), key=order.index)
        first[high] = low


def _root(first: dict[str, str], id: str) -> str:
    while first[id] != id:
        id = first[id]
    return id
