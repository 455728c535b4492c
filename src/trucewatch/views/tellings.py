"""One claim in its report: who tells it, where it stands, in which words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trucewatch.ledger import Ledger
from trucewatch.model import Claim, Document
from trucewatch.packs import Conflict
from trucewatch.views.labels import act_name, outlet_name, place_text, speakers_text, stance_name
from trucewatch.views.marked_text import TRIGGER, Segment, segments, trigger_marks
from trucewatch.views.wording import date_text


@dataclass(frozen=True, slots=True)
class ReportReference:
    """Which report, as a reader would cite it; `published` is None when the source gives no day."""

    document_id: str
    outlet: str
    title: str
    published: date | None
    url: str | None

    @property
    def published_text(self) -> str:
        return date_text(self.published) if self.published else "no day of publication"


@dataclass(frozen=True, slots=True)
class TellingView:
    """A claim as a line: its act, who says it, how, where; and its sentence with the trigger marked."""

    claim_id: str
    act: str
    speakers: str
    stance: str
    place: str
    report: ReportReference
    sentence: tuple[Segment, ...]

    @property
    def trigger(self) -> str:
        """The words of the sentence that tell of the act."""
        return "".join(segment.text for segment in self.sentence if TRIGGER in segment.roles)


def report_reference(conflict: Conflict, document: Document) -> ReportReference:
    """The reference of a report, with its outlet's name as the packs show it."""
    outlet = outlet_name(conflict, document.outlet)
    return ReportReference(document.id, outlet, document.title, document.published, document.url)


def telling_view(conflict: Conflict, claim: Claim, document: Document) -> TellingView:
    return TellingView(
        claim_id=claim.id,
        act=act_name(claim.act.value),
        speakers=speakers_text(conflict, claim.speakers.value, document.outlet),
        stance=stance_name(claim.stance.value),
        place=place_text(conflict, claim.place.value),
        report=report_reference(conflict, document),
        sentence=segments(document.text, claim.sentence, trigger_marks([claim])),
    )


def telling_views(ledger: Ledger, conflict: Conflict, claim_ids: tuple[str, ...]) -> tuple[TellingView, ...]:
    """The claims' tellings, earliest report first; undated reports come last."""
    claims = ledger.claims_by_id(claim_ids)
    documents = ledger.documents_by_id({claim.document_id for claim in claims.values()})
    ordered = sorted(claims.values(), key=lambda claim: _order(claim, documents[claim.document_id]))
    return tuple(telling_view(conflict, claim, documents[claim.document_id]) for claim in ordered)


def _order(claim: Claim, document: Document) -> tuple[bool, date, str, int]:
    return document.published is None, document.published or date.min, document.id, claim.trigger.start
