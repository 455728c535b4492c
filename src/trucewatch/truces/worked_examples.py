"""Running the worked examples of a truce file: the label that follows from what an example tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from trucewatch.incidents import Telling, group_claims
from trucewatch.incidents.incident import build_incident
from trucewatch.incidents.traits import traits_of
from trucewatch.model import Assessment, Claim, Document, Found, Incident, Span, Truce
from trucewatch.truces.assess import Assessor, overall

if TYPE_CHECKING:
    from trucewatch.packs import Conflict
    from trucewatch.packs.truce_examples import Example, ExampleClaim

RULE = "example"
NO_CLAIM = "no claim was read"


def label_of_claims(example: Example, truce: Truce, conflict: Conflict) -> str:
    """The label shown for the one incident that the example's claims form."""
    claims = [_claim(told, at) for at, told in enumerate(example.claims)]
    tellings = [
        Telling(claim, told.outlet, None, "", told.outlet, told.words)
        for claim, told in zip(claims, example.claims, strict=True)
    ]
    incident = build_incident([traits_of(telling) for telling in tellings], conflict)
    return _label([incident], tellings, truce, conflict, example.term)


def label_of_report(
    document: Document, claims: Sequence[Claim], truce: Truce, conflict: Conflict, term: str | None = None
) -> str:
    """The label nearest to a reported breach among the incidents that a report tells of; `NO_CLAIM` for none.

    With `term`, of the assessments against that term alone.
    """
    return label_of_reports([(document, claims)], truce, conflict, term)


def label_of_reports(
    read: Iterable[tuple[Document, Sequence[Claim]]], truce: Truce, conflict: Conflict, term: str | None = None
) -> str:
    """The same for several reports, whose claims are grouped together."""
    tellings = [
        Telling(
            claim, document.outlet, document.published, document.title, document.id, claim.sentence.of(document.text)
        )
        for document, claims in read
        for claim in claims
    ]
    return _label(group_claims(tellings, conflict), tellings, truce, conflict, term)


def _label(
    incidents: Sequence[Incident], tellings: Sequence[Telling], truce: Truce, conflict: Conflict, term: str | None
) -> str:
    assessor = Assessor(truce, conflict)
    claims: Mapping[str, Claim] = {telling.claim.id: telling.claim for telling in tellings}
    words = {telling.claim.id: telling.text for telling in tellings}
    found = [one for incident in incidents for one in assessor.assess(incident, claims, words)]
    wanted: list[Assessment] = [one for one in found if term is None or one.term_id == term]
    return overall(wanted) if wanted else NO_CLAIM


def _claim(told: ExampleClaim, at: int) -> Claim:
    return Claim(
        id=f"claim-{at}",
        digest=f"digest-{at}",
        document_id=told.outlet,
        sentence=Span(0, 1),
        trigger=Span(at, at + 1),
        act=Found(told.act, RULE),
        actor=Found(told.actor, RULE),
        target=Found(told.target, RULE),
        place=Found(told.place, RULE),
        day=Found(told.day, RULE),
        killed=Found(None, RULE),
        injured=Found(None, RULE),
        speakers=Found(told.speakers, RULE),
        stance=Found(told.stance, RULE),
    )
