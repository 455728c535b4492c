"""Arbitrary Unicode through the shipped parser: no crash, no hang, spans always slice the text, memory stays linear.

    python -m tests.language.fuzz --minutes 10 --seed 1

A text that breaks a promise is printed as Python writes it, with the seed and number that make it again. A text that
takes more than `--limit` processor seconds for each thousand characters (and one on top) counts as a hang. Resident
memory may grow by what a full batch takes and so many bytes for each character of the longest text, and no more.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Callable

from tests.language.promises import check
from trucewatch.language import Parser, ParseRequest, load_parser

LONGEST = 20_000
"""Characters of the longest text."""
BYTES_A_CHARACTER = 2_000
FLAT_BYTES = 160 * 2**20
"""Memory that parsing may take: for each character what a word's token and scores come to, and once what the network
needs for a full batch, however long the text."""

_COPY = (
    "Army helicopters shelled the town on Friday, killing at least 12 people, a monitor said. ",
    "\n\nBEIRUT (AP) — ", "“They haven't stopped,” said Col. A. B. Example of the U.N. mission. ", "войска ", "don't",
    "Read more: http://a.b/c?d=e&f ", "He left", ".", "...", " - ", "\u00ad", "\ufeff", "القوات الحكومية قصفت البلدة. ",
    "政府军炮击该镇。", "state-of-the-art ",
)  # fmt: skip
_RANGES = (
    (0x00, 0x20), (0x20, 0x7F), (0x80, 0x24F), (0x300, 0x36F), (0x400, 0x4FF), (0x590, 0x6FF), (0x900, 0xDFF),
    (0x1F00, 0x20CF), (0x2000, 0x206F), (0x3000, 0x30FF), (0x4E00, 0x9FFF), (0xD800, 0xDFFF), (0xE000, 0xF8FF),
    (0xFE00, 0xFFFF), (0x1F300, 0x1FAFF), (0xE0000, 0xE01EF), (0x0, 0x10FFFF),
)  # fmt: skip


def any_characters(dice: random.Random, size: int) -> str:
    """Characters of a few blocks, or of all of Unicode, halves of characters among them."""
    blocks = dice.sample(_RANGES, dice.randint(1, 3))
    return "".join(chr(dice.randint(*dice.choice(blocks))) for _ in range(size))


def one_thing_repeated(dice: random.Random, size: int) -> str:
    """What a pattern that backtracks would choke on."""
    part = any_characters(dice, dice.randint(1, 4)) if dice.random() < 0.5 else dice.choice(_COPY)
    return (part * (size // len(part) + 1))[:size]


def broken_copy(dice: random.Random, size: int) -> str:
    """News copy in pieces, with anything put between."""
    parts: list[str] = []
    while sum(map(len, parts)) < size:
        parts.append(dice.choice(_COPY) if dice.random() < 0.7 else any_characters(dice, dice.randint(1, 12)))
    return "".join(parts)[:size]


KINDS: tuple[Callable[[random.Random, int], str], ...] = (any_characters, one_thing_repeated, broken_copy)


def text_of(seed: int, number: int) -> str:
    """The text of that number: most are short, some long; the same for the same numbers."""
    dice = random.Random(f"{seed}/{number}")
    longest = dice.choice((5, 40, 40, 200, 200, 200, 2000, LONGEST if number % 50 == 0 else 2000))
    return dice.choice(KINDS)(dice, dice.randint(0, longest))


def segments_of(text: str, dice: random.Random) -> tuple[tuple[int, int], ...] | None:
    """Paragraph borders anywhere, or None."""
    if dice.random() < 0.7:
        return None
    borders = sorted(dice.randint(0, len(text)) for _ in range(2 * dice.randint(0, 4)))
    return tuple(zip(borders[::2], borders[1::2], strict=True))


def try_one(parser: Parser, seed: int, number: int, limit: float) -> int:
    """Parses one text; its length. Raises what the parser raises, AssertionError for a broken promise or a hang."""
    text = text_of(seed, number)
    dice = random.Random(f"{seed}/{number}/segments")
    segments = segments_of(text, dice)
    request = ParseRequest(text, segments, presplit=segments is not None and dice.random() < 0.5)
    begun = time.process_time()
    (sentences,) = parser.parse_many([request])
    spent = time.process_time() - begun
    check(text, sentences)
    assert spent < 1 + limit * len(text) / 1000, f"{spent:.1f} s for {len(text)} characters"
    return len(text)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--limit", type=float, default=2.0)
    chosen = options.parse_args()
    parser = load_parser()
    parser.parse("The first text costs what is loaded on first use.")
    before, ends = _resident(), time.monotonic() + 60 * chosen.minutes
    number = characters = 0
    while time.monotonic() < ends:
        number += 1
        try:
            characters += try_one(parser, chosen.seed, number, chosen.limit)
        except Exception as error:
            print(f"seed {chosen.seed}, text {number}: {type(error).__name__}: {error}")
            print(ascii(text_of(chosen.seed, number)[:2000]))
            sys.exit(1)
    grown = _resident() - before
    print(f"{number} texts, {characters} characters in {chosen.minutes:g} minutes: no promise broken")
    print(f"at most {_resident() / 2**20:.0f} MB resident, {grown / 2**20:.0f} MB more than before the first text")
    if grown > FLAT_BYTES + BYTES_A_CHARACTER * LONGEST:
        sys.exit("memory grew by more than the longest text accounts for")


def _resident() -> int:
    """Bytes resident at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
