"""The nouns: frozen dataclasses on the standard library alone. Each level points only at the level below."""

from trucewatch.model.assessment import PEOPLES_LABELS, AccountLabel, Answer, Assessment, Finding, Ground
from trucewatch.model.claim import CLAIM_FIELDS, Claim, Count, Day, Parties, Place, Stance
from trucewatch.model.decision import Decision, Run, TermsDigest
from trucewatch.model.document import Document, Passage, PassageKind
from trucewatch.model.incident import Account, ChangedStory, Incident, Link, LinkPart, Origin, Position
from trucewatch.model.raw import RawReport, Unread
from trucewatch.model.reprint import Digest, Reprint, ReprintKind
from trucewatch.model.spans import Found, Span
from trucewatch.model.truce import (
    Alternative,
    Area,
    BoundParty,
    Instrument,
    NotCovered,
    Oversight,
    Period,
    Policy,
    Quantity,
    StatusChange,
    Term,
    Truce,
    TruceException,
)

__all__ = [
    "CLAIM_FIELDS",
    "PEOPLES_LABELS",
    "Account",
    "AccountLabel",
    "Alternative",
    "Answer",
    "Area",
    "Assessment",
    "BoundParty",
    "ChangedStory",
    "Claim",
    "Count",
    "Day",
    "Decision",
    "Digest",
    "Document",
    "Finding",
    "Found",
    "Ground",
    "Incident",
    "Instrument",
    "Link",
    "LinkPart",
    "NotCovered",
    "Origin",
    "Oversight",
    "Parties",
    "Passage",
    "PassageKind",
    "Period",
    "Place",
    "Policy",
    "Position",
    "Quantity",
    "RawReport",
    "Reprint",
    "ReprintKind",
    "Run",
    "Span",
    "Stance",
    "StatusChange",
    "Term",
    "TermsDigest",
    "Truce",
    "TruceException",
    "Unread",
]
