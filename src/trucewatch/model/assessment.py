"""An incident held against the terms of a truce, question by question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Ground:
    """A claim field that an answer rests on: `field` is one of `CLAIM_FIELDS`."""

    claim_id: str
    field: str


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer to one test, why in one sentence, and what it rests on."""

    test: str  # party_bound, target_bound, not_excluded, in_period, in_area, act_listed
    answer: Answer
    reason: str
    grounds: tuple[Ground, ...] = ()
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """All tests of one incident against one term of one version of a truce.

    `label` follows from the findings by a pure function (`truces/label.py`): `outside_scope(<test>)`,
    `reported_breach`, `reported_breach_disputed`, `undetermined(<tests>)`, `permitted_act`. There is no score.
    """

    id: str
    incident_id: str
    truce_id: str
    truce_version: int
    term_id: str
    findings: tuple[Finding, ...]
    label: str
