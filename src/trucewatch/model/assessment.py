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

    test: str  # party_bound, target_bound, not_excluded, in_period, in_area, act_listed, exception_claimed
    answer: Answer
    reason: str
    grounds: tuple[Ground, ...] = ()
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class AccountLabel:
    """The label that would follow if only this source's account were read; `denied` or `planned` where it tells no act
    as done. What the source does not tell is taken from the others."""

    source: str
    label: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """All tests of one incident against one term of one version of a truce.

    `label` follows from the findings by a pure function (`truces/label.py`): `outside_scope(<test>)`,
    `reported_breach`, `reported_breach_disputed`, `exception_claimed`, `undetermined(<tests>)`, `permitted_act`,
    `duty_unmet_reported`. There is no score. Only people say more: see `PEOPLES_LABELS`.
    `rests_on` is a digest of all in the terms that the answers rest on (`truces/resting.py`).
    """

    id: str
    incident_id: str
    truce_id: str
    truce_version: int
    term_id: str
    findings: tuple[Finding, ...]
    label: str
    accounts: tuple[AccountLabel, ...] = ()
    rests_on: str = ""

    @property
    def accounts_differ(self) -> bool:
        """Whether the accounts, taken one by one, lead to different labels."""
        return len({account.label for account in self.accounts}) > 1


PEOPLES_LABELS = ("verified", "determined_by", "retracted")
"""What only a person's decision on an assessment can say; no function of the program gives one of these."""
