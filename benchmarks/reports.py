"""How acts, actors, the dead and sources fare on reports that others coded. Third-party data is only measured.

    python -m benchmarks.reports acled DATA/acled/dev.jsonl.gz --limit 100
    python -m benchmarks.reports muc4 DATA/muc4/tst3.jsonl.gz
    python -m benchmarks.reports polnear DATA/polnear/dev.jsonl.gz

`--limit` takes that many rows, spread evenly over the file.

ACLED: the family that its sub-event's row in the table of acts names is among the families of the note's claims; both
kinds of actor that ACLED codes are among those of the claims; the most dead that a claim tells (none told: 0) are those
coded. MUC-4: of each template that must be filled, of attacks, bombings and kidnappings, some string given for the
perpetrator organisation (for the human target) shares a word with the words behind the actor (target) of some claim
of an attack, a killing or a detention. PolNeAR: of attributions whose cue holds a verb of saying, the words that we
take for a source in that sentence overlap those marked.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.outside import BATCH, ISO, Row, Tally, _country, _inter, _spread
from trucewatch.claims.attribution import Attribution
from trucewatch.claims.reading import Reading, read
from trucewatch.claims.speaker_options import attributions_of
from trucewatch.coding import Coded, code_batch, parse_request
from trucewatch.documents import read_document
from trucewatch.language import load_parser
from trucewatch.model import Claim, Document, RawReport, Span, Stance
from trucewatch.packs import Conflict, load_conflict
from trucewatch.packs.acts import family, load_acts

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SAYING = frozenset({
    "say", "tell", "report", "announce", "claim", "state", "add", "declare", "confirm", "note", "deny", "write",
    "explain", "argue", "stress", "insist", "warn", "reveal", "admit", "acknowledge", "assert", "maintain", "tweet",
    "comment", "respond", "reply", "allege", "suggest",
})  # fmt: skip
_FAMILIES = {
    "Armed clash": {"attack"}, "Attack": {"attack", "kill", "abuse"},
    "Mob violence": {"attack", "protest", "abuse", "kill"},
    "Violent demonstration": {"protest"}, "Peaceful protest": {"protest"}, "Protest with intervention": {"protest"},
    "Excessive force against protesters": {"protest", "attack"}, "Grenade": {"attack"},
    "Government regains territory": {"territory", "attack"},
    "Non-state actor overtakes territory": {"territory", "attack"},
    "Looting/property destruction": {"destroy"}, "Abduction/forced disappearance": {"detain"},
    "Sexual violence": {"abuse"},
}  # fmt: skip
"""Families of sub-events that the table of acts does not name alone; those that no act is like are left out."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", choices=sorted(MEASURES))
    parser.add_argument("data", type=Path)
    parser.add_argument("--limit", type=int, default=0)
    options = parser.parse_args()
    with gzip.open(options.data, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    tally = Tally()
    MEASURES[options.set](rows, options.limit, tally)
    tally.print()


def _raw(text: str, day: date | None = None) -> RawReport:
    return RawReport(text.encode(), "text", "text", NOW, published_given=day)


def _coded(raws: list[RawReport], conflict: Conflict) -> Iterator[tuple[Document | None, tuple[Claim, ...]]]:
    for at in range(0, len(raws), BATCH):
        for outcome in code_batch(raws[at : at + BATCH], conflict, triage=False).outcomes:
            yield (outcome.document, outcome.claims) if isinstance(outcome, Coded) else (None, ())


def acled(rows: list[Row], limit: int, tally: Tally) -> None:
    """Acts, actors and the dead of coder-written notes, in the order of their countries."""
    by_country: dict[str, list[Row]] = {}
    for row in _spread(rows, limit):
        by_country.setdefault(row["country"], []).append(row)
    for country, here in by_country.items():
        conflict = _country(country, [])
        raws = [_raw(row["notes"], date.fromisoformat(row["event_date"])) for row in here]
        for row, (_, claims) in zip(here, _coded(raws, conflict), strict=True):
            _acled_row(row, [claim for claim in claims if claim.stance.value is not Stance.DENIED], conflict, tally)


def _acled_row(row: Row, claims: list[Claim], conflict: Conflict, tally: Tally) -> None:
    wanted = _FAMILIES.get(row["sub_event_type"]) or {
        act.family for act in load_acts().values() if row["sub_event_type"] in act.acled and act.acled != "Other"
    }
    if wanted and row["sub_event_type"] != "Other":
        tally.add("acled: act family", bool(wanted & {family(claim.act.value) for claim in claims}))
    kinds = {kind for claim in claims for kind in _kinds(claim, row, conflict)}
    sides = [side for side in (row["inter1"], row["inter2"]) if side != "0"]
    tally.add("acled: both actors by kind", all(_sort(side) in kinds for side in sides))
    dead = max((claim.killed.value.min or 0 for claim in claims if claim.killed.value), default=0)
    tally.add("acled: deaths exact", dead == row["fatalities"])


def _sort(inter: str) -> str:
    """State forces (from outside too), fighters (rebels and militias), people in the street, civilians."""
    return {"1": "state", "8": "state", "2": "fighters", "3": "fighters", "4": "fighters", "7": "civilians"}.get(
        inter, "street"
    )


def _kinds(claim: Claim, row: Row, conflict: Conflict) -> Iterator[str]:
    if family(claim.act.value) == "protest":
        yield "street"
    for party in (*claim.actor.value, *claim.target.value):
        if party in ("civilians", "activists", "media"):
            yield "civilians"
        elif party == "fighters":
            yield "fighters"
        elif row["country"] in ISO or party.endswith((".gov", ".forces", ".police")):
            yield from map(_sort, _inter(party, conflict))
        elif party != "unknown":
            yield "fighters"


_MUC_ACTS = frozenset({"attack", "kill", "detain", "destroy"})


def muc4(rows: list[Row], limit: int, tally: Tally) -> None:
    """Perpetrators and human targets of templates; the texts are upper case. No pack knows these parties."""
    conflict = _country("Colombia", [])
    chosen = _spread([row for row in rows if row["templates"]], limit)
    for row, (document, claims) in zip(chosen, _coded([_raw(row["text"]) for row in chosen], conflict), strict=True):
        if document is None:
            continue
        told = [claim for claim in claims if family(claim.act.value) in _MUC_ACTS]
        actors = _words(document, (span for claim in told for span in claim.actor.spans))
        targets = _words(document, (span for claim in told for span in claim.target.spans))
        for template in row["templates"]:
            kinds = {value["value"] for value in template["INCIDENT: TYPE"]}
            if template["optional"] or not any(k in str(kinds) for k in ("ATTACK", "BOMBING", "KIDNAPPING")):
                continue
            tally.add("muc4: some act of violence coded in the report", bool(told))
            for name, keys, found in (
                ("perpetrator organisation", ("PERP: ORGANIZATION ID",), actors),
                ("human target", ("HUM TGT: NAME", "HUM TGT: DESCRIPTION"), targets),
            ):
                strings = [text for key in keys for value in template[key] for text in value["strings"]]
                if strings:
                    tally.add(f"muc4: {name} found", any(_content(text) & found for text in strings))


def _words(document: Document, spans: Iterator[Span]) -> set[str]:
    return {word for span in spans for word in _content(span.of(document.text))}


def _content(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.lower()) if len(word) > 2 and word not in ("the", "and", "for")}


def polnear(rows: list[Row], limit: int, tally: Tally) -> None:
    """Sources of attributions in political news."""
    conflict = load_conflict("ukraine")
    for row in _spread(rows, limit):
        document = read_document(_raw(row["text"]))
        reading = read(document, load_parser().parse_many([parse_request(document)])[0], conflict)
        ours = [attribution for group in attributions_of(reading) for attribution in group]
        shift = document.text.find(row["text"][:40])
        for gold in row["attributions"]:
            cue = [Span(start + shift, end + shift) for start, end in gold["cue"]]
            if gold["source"] and cue and (number := _saying(reading, cue)) is not None:
                source = [Span(start + shift, end + shift) for start, end in gold["source"]]
                tally.add("polnear: source found, verbs of saying", _found(ours, number, source))


def _saying(reading: Reading, cue: list[Span]) -> int | None:
    """The sentence of a cue that holds a verb of saying."""
    for number, tree in enumerate(reading.trees):
        tokens = [at for span in cue for at in tree.tokens_in(span)]
        if any(tree.lemmas[at] in SAYING and tree.tokens[at].upos == "VERB" for at in tokens):
            return number
    return None


def _found(ours: list[Attribution], number: int, source: list[Span]) -> bool:
    return any(
        span.overlaps(wanted)
        for attribution in ours
        if attribution.sentence == number
        for span in attribution.spans
        for wanted in source
    )


MEASURES: dict[str, Callable[[list[Row], int, Tally], None]] = {"acled": acled, "muc4": muc4, "polnear": polnear}

if __name__ == "__main__":
    main()
