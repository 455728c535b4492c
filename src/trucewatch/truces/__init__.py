"""Incidents held against the terms of a truce: six tests, each answered from claims, and a label that follows."""

from trucewatch.truces.assess import NO_TERM, assess, overall, said_to_be_broken
from trucewatch.truces.label import label_of

__all__ = ["NO_TERM", "assess", "label_of", "overall", "said_to_be_broken"]
