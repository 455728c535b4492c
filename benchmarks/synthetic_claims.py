"""Reports of claims that no one made, spread over acts, places and days as those of a real war are.

Everything follows from a seed. The shares are those of some 8,800 claims that were read from 746 news reports of one
war: half tell no day of the act, one in seventeen a month or a year, one in twenty-five looks back on something long
past, most often on one of a few days that everybody knows; a few towns are told of most, one claim in seven names no
place, and one in twelve only the country.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from trucewatch.ledger import Reading
from trucewatch.model import Claim, Count, Day, Document, Found, Parties, Passage, PassageKind, Place, Span, Stance
from trucewatch.model.ids import sha256_hex, short_id
from trucewatch.packs import Conflict

T = TypeVar("T")

NOW = datetime(2024, 5, 20, tzinfo=UTC)
TODAY = date(2024, 5, 20)
CLAIMS_A_DAY = 240
CLAIMS_A_REPORT = 8
REPORTS_A_DAY = CLAIMS_A_DAY // CLAIMS_A_REPORT
ACTS = {
    "attack.air": 24, "attack.shelling": 11, "attack.ground": 8, "territory.take": 8, "kill": 6, "attack.clash": 6,
    "attack.bomb": 5, "attack.chemical": 5, "attack.other": 4, "demand": 3, "attack.suicide": 3, "displace": 3,
    "meet": 2, "agree": 1, "truce.declare": 1, "aid.deliver": 1, "detain": 1,
}  # fmt: skip
ACTORS: dict[Parties, int] = {
    ("unknown",): 35,
    ("sy.gov.forces",): 25,
    ("is",): 12,
    ("ru.forces",): 12,
    ("sy.rebels",): 10,
    ("us.forces",): 6,
}
TARGETS: dict[Parties, int] = {("civilians",): 40, (): 30, ("sy.rebels",): 12, ("is",): 10, ("sy.gov.forces",): 8}
TOLLS: dict[int | None, int] = {None: 70, 1: 6, 3: 8, 8: 8, 20: 6, 60: 2}
WHENS = {"untold": 54, "day": 36, "long": 6, "past": 4}
KNOWN_DAYS = (date(2011, 3, 15), date(2013, 8, 21), date(2014, 6, 29), date(2015, 9, 30), date(2017, 4, 4))
UNPLACED, COUNTRY = 0.15, 0.08


@dataclass(frozen=True, slots=True)
class When:
    """How a claim tells its day: `kind` is a key of `WHENS`; `days` before publication, or the day that all know."""

    kind: str
    days: int
    known: date

    def told(self, published: date) -> Day | None:
        if self.kind == "untold":
            return None
        if self.kind == "long":
            year = published.year - 1
            return Day(date(year, 1, 1), date(year, 12, 31), "year")
        day = self.known if self.kind == "past" else published - timedelta(days=self.days)
        return Day(day, day, "day")


class Generator:
    """Reports of made-up claims of one conflict; equal seeds give equal reports, whose ids also tell the `name`."""

    def __init__(self, conflict: Conflict, seed: int, name: str = "") -> None:
        self._random = random.Random(seed)
        self._name = f"{name} {seed}"
        entries = [entry for entry in conflict.gazetteer if entry.admin1 and entry.country == conflict.country]
        random.Random(0).shuffle(entries)
        self._places = [Place(entry.name, entry.id, entry.admin1, entry.country) for entry in entries]
        self._weights = [1 / (at + 3) for at in range(len(entries))]
        country = next(e for e in conflict.gazetteer if e.kind == "country" and e.country == conflict.country)
        self._country = Place(country.name, country.id, None, country.country)

    def reports(self, number: int) -> Iterator[tuple[Reading, tuple[When, ...]]]:
        """So many reports, `CLAIMS_A_DAY` claims a day, counted back from today; with each how its claims tell days."""
        for at in range(number):
            yield self.report(at, TODAY - timedelta(days=at // REPORTS_A_DAY))

    def report(self, number: int, published: date) -> tuple[Reading, tuple[When, ...]]:
        places = [self._place() for _ in range(CLAIMS_A_REPORT)]
        lines = [self._line(place) for place in places]
        document = self._document(short_id("doc", "benchmark", self._name, number), number, published, "\n".join(lines))
        claims, whens, start = [], [], 0
        for place, line in zip(places, lines, strict=True):
            when = self._when()
            claims.append(self._claim(document.id, when.told(published), place, Span(start, start + len(line))))
            whens.append(when)
            start += len(line) + 1
        return Reading(document, tuple(claims), document.id), tuple(whens)

    def _pick(self, of: Mapping[T, int]) -> T:
        return self._random.choices(list(of), list(of.values()))[0]

    def _place(self) -> Place | None:
        chance = self._random.random()
        if chance < UNPLACED:
            return None
        if chance < UNPLACED + COUNTRY:
            return self._country
        return self._random.choices(self._places, self._weights)[0]

    def _line(self, place: Place | None) -> str:
        words = [f"word{int(30000 * self._random.random() ** 2)}" for _ in range(14)]
        return f"{' '.join(words[:7])} {place.name if place else 'there'} {' '.join(words[7:])}."

    def _when(self) -> When:
        kind = self._pick(WHENS)
        return When(kind, self._random.choice((0, 0, 1, 1, 2)), self._random.choice(KNOWN_DAYS))

    def _document(self, id: str, number: int, published: date, text: str) -> Document:
        return Document(
            id=id,
            outlet=f"outlet {number % 40}",
            title=text[:60].rpartition(" ")[0],
            text=text,
            passages=(Passage(PassageKind.BODY, Span(0, len(text))),),
            published=published,
            published_rule="made up",
            url=None,
            origin=f"benchmark:{number}",
            retrieved=NOW,
            language="en",
            text_sha256=sha256_hex(text),
            raw_sha256=sha256_hex(text),
            reader="benchmark",
        )

    def _claim(self, document: str, day: Day | None, place: Place | None, sentence: Span) -> Claim:
        words = (Span(sentence.start, sentence.start + 5),)
        killed = self._pick(TOLLS)
        fields = {
            "act": Found(self._pick(ACTS), "made", words),
            "actor": Found(self._pick(ACTORS), "made", words),
            "target": Found(self._pick(TARGETS), "made", words),
            "place": Found(place, "made", words),
            "day": Found(day, "made", words),
            "killed": Found(Count(killed, killed) if killed else None, "made", words),
        }
        return Claim(
            id=short_id("claim", document, sentence.start),
            digest=short_id("digest", document, sentence.start),
            document_id=document,
            sentence=sentence,
            trigger=words[0],
            injured=Found(None, "made"),
            speakers=Found((), "made"),
            stance=Found(Stance.ASSERTED, "made", words),
            **fields,  # type: ignore[arg-type]
        )
