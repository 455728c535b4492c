"""What people found of an assessment: verified, determined by a body, or retracted. No function here comes to it.

A ruling is a `Decision` in words, "verified: who found it | truce version term | claims". It is bound to the answers as
they stood, to all in the terms that they rest on, and to the readings of the claims behind them: it stands while these
do, whatever else is read, and waits for a person again when one of them is another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from trucewatch.model import PEOPLES_LABELS, Assessment, Decision
from trucewatch.model.ids import sha256_hex, short_id

WITHDRAWN = "withdrawn"
VERIFIED, DETERMINED_BY, RETRACTED = PEOPLES_LABELS


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the words of a ruling say: `finder` found `label` of what was told in the claims, under a term."""

    label: str  # one of PEOPLES_LABELS
    finder: str
    truce_id: str
    truce_version: int
    term_id: str
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeoplesFinding:
    """A ruling that was not withdrawn. `assessment` is what now answers for the same term and claims, None where
    nothing does; `stands` is False where it is not as it was judged."""

    decision: Decision
    judgement: Judgement
    assessment: Assessment | None
    stands: bool


def judgement_of(decision: Decision) -> Judgement | None:
    """What a decision rules on an assessment; None for decisions of other kinds."""
    label, _, rest = decision.ruling.partition(": ")
    if label not in PEOPLES_LABELS:
        return None
    finder, terms, claims = rest.rsplit(" | ", 2)
    truce_id, version, term_id = terms.split(" ")
    return Judgement(label, finder, truce_id, int(version), term_id, tuple(claims.split()))


def judge(
    assessment: Assessment, label: str, finder: str, digests: Mapping[str, str], *, reason: str, by: str, at: datetime,
    previous_hash: str,
) -> Decision:  # fmt: skip
    """The decision that somebody found an assessment `label`. `digests` are those of the claims that it rests on."""
    terms = f"{assessment.truce_id} {assessment.truce_version} {assessment.term_id}"
    words = f"{label}: {' '.join(finder.split())} | {terms} | {' '.join(sorted(digests))}"
    digest = _digest(assessment, digests)
    id = short_id("decision", assessment.id, digest, words, reason, by, at.isoformat(), previous_hash)
    return Decision(id, assessment.id, digest, words, reason, by, at, previous_hash)


def claims_behind(assessment: Assessment) -> tuple[str, ...]:
    """The claims that its answers rest on."""
    return tuple(dict.fromkeys(ground.claim_id for one in assessment.findings for ground in one.grounds))


def claims_judged(decisions: Iterable[Decision]) -> frozenset[str]:
    """Every claim that rulings on assessments name."""
    return frozenset(claim for one in decisions if (told := judgement_of(one)) for claim in told.claim_ids)


def peoples_findings(
    decisions: Sequence[Decision],
    homes: Mapping[str, str],
    assessments: Mapping[str, Sequence[Assessment]],
    digests: Mapping[str, str],
) -> tuple[PeoplesFinding, ...]:
    """The rulings on assessments that were not withdrawn, in the order they were made.

    `homes` gives the incident that each claim is in now, `assessments` those of each incident, `digests` the claims'
    readings now; all for at least the claims that the rulings name and that are still there.
    """
    withdrawn = {one.subject_id for one in decisions if one.ruling == WITHDRAWN}
    found = []
    for decision in decisions:
        told = judgement_of(decision)
        if told is None or decision.id in withdrawn:
            continue
        now = _now(told, homes, assessments)
        read = {claim: digests[claim] for claim in told.claim_ids if claim in digests}
        stands = now is not None and len(read) == len(told.claim_ids) and _digest(now, read) == decision.digest
        found.append(PeoplesFinding(decision, told, now, stands))
    return tuple(found)


def _now(
    told: Judgement, homes: Mapping[str, str], assessments: Mapping[str, Sequence[Assessment]]
) -> Assessment | None:
    """The assessment under the same term of the incident that all claims judged are in; None where they are parted."""
    incidents = {homes.get(claim) for claim in told.claim_ids}
    home = incidents.pop() if len(incidents) == 1 else None
    terms = told.truce_id, told.truce_version, told.term_id
    of_home = assessments.get(home, ()) if home else ()
    return next((one for one in of_home if (one.truce_id, one.truce_version, one.term_id) == terms), None)


def _digest(assessment: Assessment, digests: Mapping[str, str]) -> str:
    answers = [f"{one.test}={one.answer.value}" for one in assessment.findings]
    readings = [f"{claim}={digests[claim]}" for claim in sorted(digests)]
    return sha256_hex(" ".join((assessment.label, assessment.rests_on, *answers, *readings)))
