"""A claim together with what grouping must know of the report it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trucewatch.model import Claim


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim and its report: `text` holds the words of the claim's sentence, `title` the report's headline.

    `published` is None when the source gives no day. `origins` are marks of where the report's text comes from (see
    `origins.py`); two reports that share one are one source.
    """

    claim: Claim
    outlet: str
    published: date | None
    title: str
    document_id: str
    text: str
    origins: frozenset[str] = frozenset()

    @property
    def source(self) -> str:
        """Who tells it: the innermost speaker's party id, or `outlet:<name>` where the outlet itself states it."""
        speakers = self.claim.speakers.value
        return speakers[-1] if speakers else f"outlet:{self.outlet}"

    @property
    def order(self) -> tuple[date, str, int, str]:
        """Order of publication, then place in the report; reports without a day come last."""
        return (self.published or date.max, self.document_id, self.claim.trigger.start, self.claim.id)
