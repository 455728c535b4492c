"""Sentences that automatic coders are known to take for plain attacks, told in three conflicts, with what they say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tests.claims.builders import raw
from trucewatch.coding import code_report
from trucewatch.model import Claim, Count, Day, Parties
from trucewatch.packs import load_conflict

NOT_DONE_YET = frozenset({"hedged", "planned", "conditional"})
YEAR_2006 = Day(date(2006, 1, 1), date(2006, 12, 31), "year")


@dataclass(frozen=True)
class Told:
    """A sentence and the one claim that it makes; None for a field: anything is right there."""

    conflict: str
    sentence: str
    families: tuple[str, ...] = ("attack",)
    stances: frozenset[str] = frozenset({"asserted"})
    actor: Parties | None = None
    target: Parties | None = None
    speaker: str = ""
    day: Day | None = None
    killed: Count | None = None
    place: str | None = None


@dataclass(frozen=True)
class Dress:
    """Whose war a sentence is told of: an attacker and a place, a country, and a state that another accuses."""

    conflict: str
    attacker: str
    party: str
    place: str
    country: str
    government: str
    accused: str
    accused_forces: str


DRESSES = (
    Dress("syria", "The Syrian army", "sy.gov.forces", "the town of Atarib", "Syria", "sy.gov", "Turkey", "tr.forces"),
    Dress("yemen", "The Houthis", "ye.houthis", "the port of Mokha", "Yemen", "ye.gov", "Saudi Arabia", "sa.forces"),
    Dress(
        "lebanon", "The Israeli army", "il.forces", "the village of Qana", "Lebanon", "lb.gov", "Israel", "il.forces"
    ),
)


def _told(dress: Dress) -> tuple[Told, ...]:
    def attack(verb: str, *stances: str, speaker: str = "", day: Day | None = None) -> Told:
        sentence = f"{dress.attacker} {verb.format(place=dress.place)}."
        return Told(dress.conflict, sentence, ("attack",), frozenset(stances), (dress.party,), None, speaker, day)

    accusation = f"{dress.country} said that {dress.accused} attacked."
    deaths = f"Twelve people were killed in {dress.country}."
    return (
        attack("denied attacking {place}", "denied", speaker=dress.party),
        attack("may attack {place}", *NOT_DONE_YET),
        attack("never attacked {place}", "denied"),
        attack("allegedly attacked {place}", "hedged"),
        attack("attacked {place} in 2006", "asserted", day=YEAR_2006),
        Told(dress.conflict, accusation, actor=(dress.accused_forces,), speaker=dress.government),
        Told(
            dress.conflict, deaths, ("kill",), actor=("unknown",), target=("civilians",),
            killed=Count(12, 12, None), place=dress.country,
        ),
    )  # fmt: skip


SENTENCES = tuple(told for dress in DRESSES for told in _told(dress))


def misread(told: Told) -> list[str]:
    """The fields of a sentence's claim that are not read as they are told; "claim" where there is none."""
    _, claims = code_report(raw(told.sentence), load_conflict(told.conflict))
    wrong = [_wrong(told, claim) for claim in claims if claim.act.value.partition(".")[0] in told.families]
    if not wrong:
        return ["claim"]
    return min(wrong, key=len) if len(claims) == 1 else ["one claim only"]


def _wrong(told: Told, claim: Claim) -> list[str]:
    place = claim.place.value
    wanted = {
        "actor": told.actor in (None, claim.actor.value),
        "target": told.target in (None, claim.target.value),
        "speaker": told.speaker == (claim.speakers.value[-1] if claim.speakers.value else ""),
        "stance": claim.stance.value.value in told.stances,
        "day": claim.day.value == told.day,
        "killed": claim.killed.value == told.killed,
        "place": told.place in (None, place.name if place else None),
    }
    return [name for name, right in wanted.items() if not right]


def line_of(told: Told) -> str:
    return f"{told.conflict} | {told.sentence}"


def failing(told: Told) -> list[str]:
    """What is wrong with a sentence's reading, as a line of the list."""
    wrong = misread(told)
    return [f"misread {', '.join(wrong)} | {line_of(told)}"] if wrong else []


def all_failing() -> Iterable[str]:
    return (line for told in SENTENCES for line in failing(told))
