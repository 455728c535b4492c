"""Why tellings are held to be one incident: each link with the parts that add up, and the joins that are uncertain."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trucewatch.incidents.rulings import NO_RULINGS, Rulings, claims_of, rulings_of, standing
from trucewatch.incidents.weights import LINK
from trucewatch.ledger import Ledger
from trucewatch.model import Claim, Document, Incident, Link
from trucewatch.packs import Conflict
from trucewatch.views.labels import table
from trucewatch.views.link_words import Pair, part_words
from trucewatch.views.tellings import TellingView, telling_views
from trucewatch.views.wording import counted, listed

NARROW = 1.0
"""A join whose sum passes the line by less than this is shown as uncertain. Of the joins that the hand-checked sample
of FA-KES judges, 7 of 9 with so small a margin were right, and 605 of 619 with a larger one; 5 in 100 are so narrow."""
UNCERTAIN = ("uncertain", "through")
_FOREMOST = 4


@dataclass(frozen=True, slots=True)
class LinkPartView:
    """One part of a link in words; `contribution` is value times weight."""

    feature: str
    value: float
    weight: float
    contribution: float
    reason: str


@dataclass(frozen=True, slots=True)
class LinkView:
    """Why `second` was put with `first`, an earlier telling: the contributions of the parts add up to `score`.

    Two are taken for one event from a sum of `line` on. `how` is "alike", "uncertain" (just above the line), "through"
    (below it: held together by other tellings of the incident) or "ruled" (a person's ruling). `first_number` and
    `second_number` are those of the two in the list of tellings.
    """

    first: TellingView
    second: TellingView
    score: float
    parts: tuple[LinkPartView, ...]
    line: float = LINK
    how: str = "alike"
    first_number: int = 0
    second_number: int = 0

    @property
    def parts_for(self) -> tuple[LinkPartView, ...]:
        """What speaks for one event, the weightiest first."""
        return tuple(part for part in _by_weight(self.parts) if part.contribution > 0)

    @property
    def parts_against(self) -> tuple[LinkPartView, ...]:
        return tuple(part for part in _by_weight(self.parts) if part.contribution < 0)

    @property
    def uncertain(self) -> bool:
        return self.how in UNCERTAIN

    @property
    def mark(self) -> str:
        """What is to be said of how sure the join is; "" where nothing is."""
        return str(table("joins")[self.how]).format(sum=f"{self.score:.2f}", line=f"{self.line:.2f}")


def link_views(
    ledger: Ledger,
    conflict: Conflict,
    incident: Incident,
    tellings: Sequence[TellingView],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
) -> tuple[LinkView, ...]:
    """The links of an incident, uncertain ones first, then by the later telling; `tellings` are all, as they stand."""
    numbers = {telling.claim_id: at for at, telling in enumerate(tellings, start=1)}
    by_claim = {telling.claim_id: telling for telling in tellings}
    rulings = rulings_now(ledger)
    found = []
    for link in incident.links:
        first, second = claims[link.first], claims[link.second]
        pair = Pair(conflict, first, second, documents[first.document_id], documents[second.document_id])
        parts = tuple(
            LinkPartView(one.feature, one.value, one.weight, one.value * one.weight, part_words(pair, one))
            for one in link.parts
        )
        places = numbers[first.id], numbers[second.id]
        how = how_sure(link, rulings)
        found.append(LinkView(by_claim[first.id], by_claim[second.id], link.score, parts, LINK, how, *places))
    return tuple(sorted(found, key=lambda one: (not one.uncertain, one.second_number)))


@dataclass(frozen=True, slots=True)
class Together:
    """Why an incident's tellings stand together: on one line, and link by link."""

    summary: str
    links: tuple[LinkView, ...]


def together_of(ledger: Ledger, conflict: Conflict, incident_id: str) -> Together:
    """Raises `UnknownId` or `AmbiguousId`."""
    incident = ledger.incident(incident_id).incident
    claims = ledger.claims_by_id(incident.claim_ids)
    documents = ledger.documents_by_id({claim.document_id for claim in claims.values()})
    tellings = telling_views(ledger, conflict, incident.claim_ids)
    return Together(
        grouping_text(incident, rulings_now(ledger)),
        link_views(ledger, conflict, incident, tellings, claims, documents),
    )


def rulings_now(ledger: Ledger) -> Rulings:
    """What people's rulings in force say of which claims are one event."""
    decisions = ledger.decisions()
    return rulings_of(standing(decisions, ledger.digests(sorted(claims_of(decisions)))).in_force)


def how_sure(link: Link, rulings: Rulings = NO_RULINGS) -> str:
    """What a join rests on: a ruling, or how its sum stands to the line. See `LinkView.how`."""
    if rulings.is_one((link.first, link.second)):
        return "ruled"
    if link.score < LINK:
        return "through"
    return "uncertain" if link.score < LINK + NARROW else "alike"


def grouping_text(incident: Incident, rulings: Rulings = NO_RULINGS) -> str:
    """Why an incident's tellings stand together, on one line; "" where one stands alone.

    "3 tellings taken for one event: acts that fit (2 of 2 joins), days that fit (1 of 2) ...; 1 join uncertain".
    """
    if not incident.links:
        return ""
    weights: defaultdict[str, float] = defaultdict(float)
    numbers: Counter[str] = Counter()
    for link in incident.links:
        for part in link.parts:
            if part.value * part.weight > 0:
                weights[part.feature] += part.value * part.weight
                numbers[part.feature] += 1
    names = table("link_parts")
    foremost = sorted(weights, key=lambda one: (-weights[one], one))[:_FOREMOST]
    told = [f"{names.get(one, one)}{_of_joins(numbers[one], incident, first=one == foremost[0])}" for one in foremost]
    loose = uncertain_joins(incident, rulings)
    marked = f"; {counted(loose, 'join')} uncertain" if loose else ""
    return f"{counted(len(incident.claim_ids), 'telling')} taken for one event: {listed(told) or 'by others'}{marked}"


def uncertain_joins(incident: Incident, rulings: Rulings = NO_RULINGS) -> int:
    """How many of an incident's joins are uncertain."""
    return sum(how_sure(link, rulings) in UNCERTAIN for link in incident.links)


def _of_joins(number: int, incident: Incident, *, first: bool) -> str:
    """ " (3 of 4 joins)", then " (2 of 4)"; nothing where there is but one join."""
    joins = len(incident.links)
    return "" if joins == 1 else f" ({number} of {joins}{' joins' if first else ''})"


def _by_weight(parts: Sequence[LinkPartView]) -> list[LinkPartView]:
    return sorted(parts, key=lambda part: -abs(part.contribution))
