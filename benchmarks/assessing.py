"""Processor seconds that 2,000 made-up incidents take against all truces that ship with the program.

    python benchmarks/assessing.py
    python benchmarks/assessing.py --incidents 10000

The incidents are drawn with a fixed seed from the parties, places and acts of the packs, over the years 2014 to 2025,
one in four by two sources that may differ, a fifth each without a day, a place or an actor. Each is held against every
truce, also those of other conflicts. Processor seconds depend on the machine; the figure to compare between versions is
the ratio to as many bare label decisions, timed in the same run.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from trucewatch.incidents import Telling
from trucewatch.incidents.incident import build_incident
from trucewatch.incidents.traits import traits_of
from trucewatch.model import Answer, Claim, Day, Finding, Found, Incident, Place, Span, Stance
from trucewatch.packs import Conflict, load_conflict, load_truces, truce_names
from trucewatch.packs.acts import load_acts
from trucewatch.truces import Assessor, by_truce, in_force, label_of
from trucewatch.truces.case import told_claims
from trucewatch.truces.label import TESTS

RULE = "made up"
FIRST_DAY, DAYS = date(2014, 1, 1), 4380


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--incidents", type=int, default=2000)
    number: int = options.parse_args().incidents
    truces = load_truces(truce_names())
    conflicts = {name: load_conflict(name) for name in sorted({truce.conflict for truce in truces})}
    random = Random(2016)
    made = [_incident(random, at, conflicts[random.choice(sorted(conflicts))]) for at in range(number)]
    assessors = by_truce(Assessor(truce, conflicts[truce.conflict]) for truce in truces)
    for incident, claims in made[:20]:  # what is loaded on first use
        _hold(assessors, incident, claims)
    begun = time.process_time()
    found = sum(_hold(assessors, incident, claims) for incident, claims in made)
    seconds = time.process_time() - begun
    bare = _bare_labels(found)
    print(f"{number} incidents, {len(truces)} files of {len(truce_names())} truces: {found} assessments")
    print(f"assessing   {seconds:7.3f} s   {1e6 * seconds / number / len(truces):7.1f} µs an incident and file")
    print(f"bare labels {bare:7.3f} s   ratio {seconds / bare:5.1f}")


def _hold(assessors: Sequence[Sequence[Assessor]], incident: Incident, claims: dict[str, Claim]) -> int:
    told = told_claims(incident, claims)
    return sum(len(one.assess_told(told)) for one in in_force(assessors, incident))


def _bare_labels(number: int) -> float:
    findings = [Finding(test, Answer.YES, "") for test in TESTS]
    begun = time.process_time()
    for _ in range(number):
        label_of(findings)
    return time.process_time() - begun


def _incident(random: Random, at: int, conflict: Conflict) -> tuple[Incident, dict[str, Claim]]:
    day = FIRST_DAY + timedelta(days=random.randrange(DAYS))
    act = random.choice(sorted(load_acts()))
    claims = [_claim(random, f"{at}-{which}", act, day, conflict) for which in range(random.choice((1, 1, 1, 2)))]
    tellings = [Telling(claim, claim.document_id, day, "", claim.document_id, "") for claim in claims]
    incident = build_incident([traits_of(telling) for telling in tellings], conflict)
    return incident, {claim.id: claim for claim in claims}


def _claim(random: Random, ident: str, act: str, day: date, conflict: Conflict) -> Claim:
    parties = [party.id for party in conflict.parties if party.side] + ["civilians"]
    entry = random.choice(list(conflict.gazetteer))
    place = Place(entry.name, entry.id, entry.admin1, entry.country)
    told = random.random
    return Claim(
        id=f"claim-{ident}",
        digest=f"digest-{ident}",
        document_id=f"report-{ident}",
        sentence=Span(0, 1),
        trigger=Span(0, 1),
        act=Found(act, RULE),
        actor=Found((random.choice(parties),) if told() > 0.2 else ("unknown",), RULE),
        target=Found((random.choice(parties),), RULE),
        place=Found(place if told() > 0.2 else None, RULE),
        day=Found(Day(day, day, "day") if told() > 0.2 else None, RULE),
        killed=Found(None, RULE),
        injured=Found(None, RULE),
        speakers=Found((random.choice(parties),) if told() > 0.5 else (), RULE),
        stance=Found(random.choice((Stance.ASSERTED, Stance.ASSERTED, Stance.HEDGED, Stance.DENIED)), RULE),
    )


if __name__ == "__main__":
    main()
