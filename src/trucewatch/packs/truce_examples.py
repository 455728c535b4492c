"""The worked examples of a truce file (`would:`): what reports might tell, and the label that must follow.

An example gives either the fields of claims or a `sentence` of a report, which is then read by the coder. They are run
by the tests and by `trucewatch truce check`, so that whoever writes terms sees at once what they do.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trucewatch.model import Day, Place, Stance, Truce
from trucewatch.packs.acts import load_acts
from trucewatch.packs.conflict import Conflict
from trucewatch.packs.strict import Node


@dataclass(frozen=True, slots=True)
class ExampleClaim:
    """The fields of one claim. `speakers` empty: the example's outlet states it itself. `words` is its sentence."""

    act: str
    actor: tuple[str, ...]
    target: tuple[str, ...]
    place: Place | None
    day: Day | None
    speakers: tuple[str, ...]
    outlet: str
    stance: Stance
    words: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """`label` is what shows for the incident that the claims form, or under the one `term` named.

    With `sentence` there are no claims: a report of that text, `published` on that day, is read.
    """

    says: str
    claims: tuple[ExampleClaim, ...]
    label: str
    line: int
    sentence: str | None = None
    published: date | None = None
    term: str | None = None


def read_examples(node: Node, conflict: Conflict, truce: Truce) -> tuple[Example, ...]:
    return tuple(_example(item, conflict, truce) for item in node.items())


def _example(node: Node, conflict: Conflict, truce: Truce) -> Example:
    keys = node.mapping(required=("says", "label"), optional=("claims", "sentence", "published", "term"))
    if ("claims" in keys) == ("sentence" in keys):
        node.complain("gives either `claims` or a `sentence`")
    claims = tuple(_claim(item, conflict) for item in keys["claims"].items()) if "claims" in keys else ()
    if "claims" in keys and not claims:
        keys["claims"].complain("holds no claim")
    return Example(
        says=keys["says"].text(),
        claims=claims,
        label=keys["label"].text(),
        line=node.line,
        sentence=keys["sentence"].text() if "sentence" in keys else None,
        published=keys["published"].day() if "published" in keys else None,
        term=keys["term"].choice(term.id for term in truce.terms) if "term" in keys else None,
    )


def _claim(node: Node, conflict: Conflict) -> ExampleClaim:
    keys = node.mapping(
        required=("act",),
        optional=("actor", "target", "place", "day", "until", "speakers", "outlet", "stance", "words"),
    )
    return ExampleClaim(
        act=keys["act"].choice(load_acts()),
        actor=_parties(keys, "actor", conflict) or ("unknown",),
        target=_parties(keys, "target", conflict),
        place=_place(keys["place"], conflict) if "place" in keys else None,
        day=_day(keys),
        speakers=_parties(keys, "speakers", conflict),
        outlet=keys["outlet"].text() if "outlet" in keys else "example",
        stance=_stance(keys),
        words=keys["words"].text() if "words" in keys else "",
    )


def _stance(keys: dict[str, Node]) -> Stance:
    told = keys["stance"].choice(tuple(Stance)) if "stance" in keys else Stance.ASSERTED
    return Stance(told) if told in tuple(Stance) else Stance.ASSERTED


def _parties(keys: dict[str, Node], key: str, conflict: Conflict) -> tuple[str, ...]:
    if key not in keys:
        return ()
    for member in keys[key].items():
        party = member.text()
        if party and not (party.startswith("other:") or conflict.parties.known(party)):
            member.complain(f"the conflict {conflict.name} has no party {party!r}")
    return keys[key].texts()


def _place(node: Node, conflict: Conflict) -> Place:
    """The gazetteer's entry for the name, as a report's place would be resolved."""
    name = node.text()
    entries = conflict.gazetteer.lookup(name)
    if len(entries) == 1:
        return Place(name, entries[0].id, entries[0].admin1, entries[0].country)
    return Place(name, candidates=tuple(entry.id for entry in entries))


def _day(keys: dict[str, Node]) -> Day | None:
    if "day" not in keys:
        return None
    start = keys["day"].day()
    end = keys["until"].day() if "until" in keys else start
    if end < start:
        keys["until"].complain("ends before it starts")
    length = (end - start).days + 1
    return Day(start, end, "day" if length == 1 else "week" if length <= 7 else "month" if length <= 31 else "year")
