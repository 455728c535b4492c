"""Incidents held against the terms of a truce: six tests, each answered from claims, and a label that follows."""

from trucewatch.truces.assess import NO_TERM, Assessor, assess, overall, said_to_be_broken
from trucewatch.truces.label import label_of
from trucewatch.truces.versions import assess_incidents, by_truce, in_force

__all__ = [
    "NO_TERM",
    "Assessor",
    "assess",
    "assess_incidents",
    "by_truce",
    "in_force",
    "label_of",
    "overall",
    "said_to_be_broken",
]
