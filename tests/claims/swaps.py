"""Sentences in which two parties change places: what is read of one must be read of the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.claims.builders import coded
from trucewatch.model import Claim, Document, Parties

Reading = tuple[object, ...]


@dataclass(frozen=True)
class Side:
    """A party by the words of a sentence and by the ids that they can mean; two sides' ids pair up in order."""

    words: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Swap:
    """A sentence with {A} and {B}, to be told both ways round."""

    conflict: str
    sentence: str
    first: Side
    second: Side

    def told(self, *, swapped: bool) -> str:
        first, second = (self.second, self.first) if swapped else (self.first, self.second)
        text = self.sentence.format(A=first.words, B=second.words)
        return text[0].upper() + text[1:]


ARMY, REBELS = Side("the Syrian army", ("sy.gov.forces",)), Side("the rebels", ("sy.rebels",))
AHRAR = Side("Ahrar al-Sham", ("sy.rebels.ahrar-al-sham",))
JAISH = Side("Jaish al-Islam", ("sy.rebels.jaish-al-islam",))
RUSSIA, STATES = Side("Russia", ("ru.gov", "ru.forces")), Side("the United States", ("us.gov", "us.forces"))
MOSCOW, WASHINGTON = Side("Moscow", ("ru.gov", "ru.forces")), Side("Washington", ("us.gov", "us.forces"))
HOUTHIS, YEMENI_ARMY = Side("the Houthis", ("ye.houthis",)), Side("government forces", ("ye.forces",))

SWAPS = (
    Swap("syria", "{A} shelled the village of Kansafra on Friday.", ARMY, REBELS),
    Swap("syria", "{A} shelled the village of Kansafra, killing at least eight people.", ARMY, AHRAR),
    Swap("syria", "{A} attacked positions of {B} near Khan Tuman on Tuesday.", ARMY, AHRAR),
    Swap("syria", "Clashes broke out between {A} and {B} near Aleppo on Thursday.", ARMY, REBELS),
    Swap("syria", "{A} violated the truce in Hama on Friday, activists said.", ARMY, REBELS),
    Swap("syria", "{A} captured the town of Zara from {B}.", ARMY, REBELS),
    Swap("syria", "{A} said that {B} had shelled Nubl overnight.", ARMY, JAISH),
    Swap("syria", "{A} denied that it had shelled the hospital in Aleppo.", ARMY, AHRAR),
    Swap("syria", "{A} withdrew from the hill on Tuesday after an attack by {B}.", ARMY, AHRAR),
    Swap("syria", "{A} is preparing to storm Daraya.", ARMY, JAISH),
    Swap("syria", "{A} executed five prisoners in Aleppo, residents said.", ARMY, JAISH),
    Swap("syria", "Jets of {A} may have struck a school in Raqqa on Monday, wounding 12 children.", RUSSIA, STATES),
    Swap("syria", "{A} accused {B} of bombing a convoy near Aleppo.", RUSSIA, STATES),
    Swap("syria", "{A} denied that its jets had bombed the hospital in Idlib.", RUSSIA, STATES),
    Swap("syria", "{A} urged {B} to stop the air strikes.", MOSCOW, WASHINGTON),
    Swap("syria", "{A} rejected the proposal on Friday.", MOSCOW, WASHINGTON),
    Swap("yemen", "{A} shelled Taiz on Friday, killing three civilians.", HOUTHIS, YEMENI_ARMY),
    Swap("yemen", "{A} launched an attack on {B} south of Marib.", HOUTHIS, YEMENI_ARMY),
    Swap("yemen", "{A} said that {B} had violated the truce in Hodeidah.", HOUTHIS, YEMENI_ARMY),
    Swap("yemen", "{A} freed ten prisoners on Monday.", HOUTHIS, YEMENI_ARMY),
)


def readings(swap: Swap, *, swapped: bool) -> list[Reading]:
    """All that is read of the sentence; told the other way round, with the parties put back."""
    document, claims = coded(swap.told(swapped=swapped), conflict=swap.conflict)
    pairs = list(zip(swap.first.ids, swap.second.ids, strict=True))
    back = dict([*pairs, *((b, a) for a, b in pairs)]) if swapped else {}
    words = {swap.first.words: swap.second.words, swap.second.words: swap.first.words} if swapped else {}
    return [_read(document, claim, back, words) for claim in claims]


def _read(document: Document, claim: Claim, back: dict[str, str], words: dict[str, str]) -> Reading:
    def turned(parties: Parties) -> Parties:
        return tuple(back.get(party, party) for party in parties)

    place = claim.place.value.name if claim.place.value else None
    return (
        claim.trigger.of(document.text), claim.act.value, claim.stance.value.value, words.get(place or "", place),
        claim.day.value, claim.killed.value, claim.injured.value,
        turned(claim.actor.value), turned(claim.target.value), turned(claim.speakers.value),
    )  # fmt: skip


def uneven(swap: Swap) -> list[str]:
    """A line for the list where the two tellings are read differently."""
    return [] if readings(swap, swapped=False) == readings(swap, swapped=True) else [line_of(swap)]


def line_of(swap: Swap) -> str:
    return f"uneven | {swap.first.words}, {swap.second.words} | {swap.sentence}"


def all_uneven(swaps: Iterable[Swap] = SWAPS) -> list[str]:
    return [line for swap in swaps for line in uneven(swap)]
