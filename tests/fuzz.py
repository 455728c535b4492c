"""Arbitrary text the whole way, from a report's bytes to its claims: no crash, no hang, spans always slice the text.

    python -m tests.fuzz --minutes 10 --seed 1

Texts are those of the parser's own fuzz (`tests/language/fuzz.py`) and stories put together from the words that the
packs know, in no order and with anything between, so that every rule of the claims room has something to misread. The
parser's promises are checked on the way. A text that breaks a promise is printed as Python writes it, with the seed and
number that make it again; one that takes more than `--limit` processor seconds for each thousand characters (and two on
top) counts as a hang.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from tests.language import fuzz as letters
from tests.language.promises import check
from trucewatch.claims import code_document
from trucewatch.coding import parse_request
from trucewatch.documents import UnreadableReport, read_document
from trucewatch.language import Sentence, load_parser
from trucewatch.model import CLAIM_FIELDS, Claim, Document, RawReport, Span
from trucewatch.packs import load_conflict
from trucewatch.packs.language_pack import load_language

CONFLICTS = ("syria", "yemen")
STORY_WORDS = 400
"""Words of the longest story."""
_JOINTS = (
    "the", "a", "of", "by", "in", "on", "with", "and", "who", "that", "said", "told", "killing", "at least", "not",
    "would", "its", "they", "he", "him", "was", "were", "had", "backed by", "according to", "since", "between",
)  # fmt: skip
_BREAKS = (". ", ".\n\n", "; ", "\n", "? “", "” ", " — ", ": ", "...", " (", ") ")


@cache
def vocabulary(conflict: str) -> tuple[tuple[str, ...], ...]:
    """Words by what they are for: acts, parties, places, cues, numbers, time."""
    pack = load_language()
    parts = load_conflict(conflict)
    return (
        tuple(" ".join(pattern.words).replace("~", "") for pattern in pack.triggers),
        tuple(name for name, _ in parts.parties.names),
        tuple(sorted({name for entry in parts.gazetteer for name in parts.gazetteer.names(entry.id)})),
        tuple(sorted(word for group in (*pack.cues.values(), *pack.counts.values()) for word in group)),
        (*sorted(pack.numbers), "12", "1,200", "2016", "31", "30 February", "999999999999"),
        (*sorted(pack.weekdays), *sorted(pack.months), "yesterday", "two days ago", "2016-02-30", "overnight"),
    )


def story(conflict: str, dice: random.Random) -> str:
    """Words of the packs and joints in no order, broken anywhere, with letters of any kind now and then."""
    words = []
    for _ in range(dice.randint(1, dice.choice((20, 60, STORY_WORDS)))):
        roll = dice.random()
        if roll < 0.02:
            words.append(letters.any_characters(dice, dice.randint(1, 6)))
        elif roll < 0.4:
            words.append(dice.choice(_JOINTS))
        else:
            words.append(dice.choice(dice.choice(vocabulary(conflict))))
        words.append(dice.choice(_BREAKS) if dice.random() < 0.12 else " ")
    text = "".join(words)
    return dice.choice((text, text.title(), text.upper())) if dice.random() < 0.1 else text


def report_of(seed: int, number: int) -> tuple[str, RawReport]:
    """The conflict and report of that number; the same for the same numbers."""
    dice = random.Random(f"{seed}/{number}/report")
    conflict = dice.choice(CONFLICTS)
    text = story(conflict, dice) if dice.random() < 0.6 else letters.text_of(seed, number)
    published = dice.choice((None, "2016-02-29", "0001-01-01", "9999-12-31"))
    media = "html" if dice.random() < 0.1 else "text"
    raw = RawReport(
        text.encode("utf-8", "replace"), media, "fuzz", datetime(2016, 3, 1, tzinfo=UTC),
        dice.choice((None, "SANA", "Example Wire")), dice.choice((None, text[:60])), published,
    )  # fmt: skip
    return conflict, raw


def try_one(seed: int, number: int, limit: float) -> tuple[int, int]:
    """Codes one report; its characters and claims. AssertionError for a broken promise or a hang."""
    conflict, raw = report_of(seed, number)
    begun = time.process_time()
    try:
        document = read_document(raw)
    except UnreadableReport:
        return 0, 0
    (sentences,) = load_parser().parse_many([parse_request(document)])
    claims = code_document(document, sentences, load_conflict(conflict))
    spent = time.process_time() - begun
    check(document.text, sentences)
    check_claims(document, sentences, claims)
    assert spent < 2 + limit * len(document.text) / 1000, f"{spent:.1f} s for {len(document.text)} characters"
    return len(document.text), len(claims)


def check_claims(document: Document, sentences: Sequence[Sentence], claims: Sequence[Claim]) -> None:
    """What every claim must hold, whatever the text; AssertionError where it does not."""
    told = {(sentence.start, sentence.end) for sentence in sentences}
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        assert (claim.sentence.start, claim.sentence.end) in told
        assert claim.trigger in claim.sentence
        assert claim.document_id == document.id
        for name in CLAIM_FIELDS:
            assert getattr(claim, name).rule
        for span in _spans(claim):
            assert span.end <= len(document.text)
            assert span.of(document.text).strip(), f"no words at {span}"
            assert any(start <= span.start and span.end <= end for start, end in told), f"{span} is in no sentence"


def _spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _spans(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--limit", type=float, default=4.0)
    chosen = options.parse_args()
    try_one(chosen.seed, 0, 1000.0)  # the first report costs what is loaded on first use
    ends = time.monotonic() + 60 * chosen.minutes
    number = characters = claims = broken = 0
    while time.monotonic() < ends:
        number += 1
        try:
            size, found = try_one(chosen.seed, number, chosen.limit)
            characters, claims = characters + size, claims + found
        except Exception as error:
            broken += 1
            print(f"seed {chosen.seed}, report {number}: {type(error).__name__}: {error}")
            print(ascii(report_of(chosen.seed, number)[1].content[:1000]))
    print(f"{number} reports, {characters} characters, {claims} claims in {chosen.minutes:g} minutes: {broken} broken")
    sys.exit(broken > 0)


if __name__ == "__main__":
    main()
