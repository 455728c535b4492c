"""Claims judged to tell of one event are put together, each link explained; accounts stand side by side."""

from trucewatch.incidents.grouping import group_claims
from trucewatch.incidents.regroup import regroup
from trucewatch.incidents.telling import Telling

__all__ = ["Telling", "group_claims", "regroup"]
