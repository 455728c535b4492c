"""Parties that no list of the packs knows, as reports write them, with the words around: for the desk to add."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trucewatch.ledger import Ledger
from trucewatch.model import Claim, Document, Span
from trucewatch.packs import Conflict
from trucewatch.packs.folding import fold_name
from trucewatch.packs.parties import OTHER
from trucewatch.views.labels import field_name, party_names
from trucewatch.views.tellings import ReportReference, report_reference
from trucewatch.views.wording import counted, listed, range_text

FIELDS = ("actor", "target", "speakers")
CONTEXT = 90
"""Characters shown on either side of a name, inside its passage."""
SHOWN = 3
"""Reports whose words are shown for each name."""


@dataclass(frozen=True, slots=True)
class NameInReport:
    """Where a report has the name: `name` as it stands there, with the words before and after it."""

    report: ReportReference
    claim_id: str
    before: str
    name: str
    after: str


@dataclass(frozen=True, slots=True)
class UnknownParty:
    """One name with its spellings, the commonest first.

    `fields` say what claims have it as; `known_by_now` are the parties that the packs read the name as today: the
    reports were coded before it was added.
    """

    names: tuple[str, ...]
    claims: int
    reports: int
    outlets: tuple[str, ...]
    fields: tuple[str, ...]
    known_by_now: tuple[str, ...]
    seen: tuple[NameInReport, ...]

    @property
    def summary(self) -> str:
        """ "2 reports of Wire and State; actor (2), target (1)"."""
        return f"{counted(self.reports, 'report')} of {listed(self.outlets)}; {', '.join(self.fields)}"


@dataclass(frozen=True, slots=True)
class UnknownParties:
    """The names, those in most reports first; `reports` were looked through."""

    conflict: str
    period: str
    reports: int
    parties: tuple[UnknownParty, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    name: str
    field: str
    claim: Claim
    document: Document
    span: Span


def unknown_parties(
    ledger: Ledger, conflict: Conflict, since: date | None = None, until: date | None = None
) -> UnknownParties:
    """The unknown parties of reports published between the days, both inclusive; undated reports only without them."""
    found: dict[str, list[_Seen]] = defaultdict(list)
    days: list[date] = []
    reports = 0
    for reading in ledger.readings():
        document = reading.document
        if not _within(document.published, since, until):
            continue
        reports += 1
        days += [document.published] if document.published else []
        for claim in reading.claims:
            for seen in _unknown(claim, document):
                found[_key(seen.name)].append(seen)
    parties = (_party(conflict, seen) for seen in found.values())
    ordered = sorted(parties, key=lambda party: (-party.reports, -party.claims, party.names))
    return UnknownParties(conflict.title, _period(days, since, until), reports, tuple(ordered))


def _within(day: date | None, since: date | None, until: date | None) -> bool:
    if day is None:
        return since is None and until is None
    return (since is None or since <= day) and (until is None or day <= until)


def _period(days: list[date], since: date | None, until: date | None) -> str:
    first, last = since or min(days, default=None), until or max(days, default=None)
    return range_text(first, last) if first and last else "no day of publication"


def _unknown(claim: Claim, document: Document) -> Iterator[_Seen]:
    for field in FIELDS:
        found = getattr(claim, field)
        for party in found.value:
            if party.startswith(OTHER):
                name = party.removeprefix(OTHER)
                yield _Seen(name, field, claim, document, _where(name, found.spans, claim, document))


def _where(name: str, spans: tuple[Span, ...], claim: Claim, document: Document) -> Span:
    """Where the name stands: the words it was read from, else in the sentence, else the claim's trigger."""
    key = fold_name(name)
    for span in spans:
        if key in fold_name(span.of(document.text)) or fold_name(span.of(document.text)) in key:
            return span
    at = claim.sentence.of(document.text).find(name)
    return claim.trigger if at < 0 else Span(claim.sentence.start + at, claim.sentence.start + at + len(name))


def _key(name: str) -> str:
    return fold_name(name).removeprefix("the ")


def _party(conflict: Conflict, seen: list[_Seen]) -> UnknownParty:
    names = Counter(one.name for one in seen)
    commonest = tuple(sorted(names, key=lambda name: (-names[name], name)))
    fields = Counter(field_name(one.field).lower() for one in seen)
    documents = {one.document.id: one.document for one in seen}
    references = [report_reference(conflict, document) for document in documents.values()]
    return UnknownParty(
        names=commonest,
        claims=len({one.claim.id for one in seen}),
        reports=len(documents),
        outlets=tuple(sorted({reference.outlet for reference in references})),
        fields=tuple(f"{field} ({number})" for field, number in sorted(fields.items(), key=lambda f: (-f[1], f[0]))),
        known_by_now=_known_by_now(conflict, commonest[0]),
        seen=tuple(_in_report(conflict, one) for one in _first_of_each(seen)),
    )


def _known_by_now(conflict: Conflict, name: str) -> tuple[str, ...]:
    found = conflict.parties.find(name)
    whole = [mention for mention in found if mention.end - mention.start >= len(name.removeprefix("the "))]
    return party_names(conflict, [party for mention in whole for party in mention.ids if not party.startswith(OTHER)])


def _first_of_each(seen: list[_Seen]) -> list[_Seen]:
    """The first place of the name in each of the latest reports."""
    by_report: dict[str, _Seen] = {}
    for one in seen:
        if one.document.id not in by_report or one.span < by_report[one.document.id].span:
            by_report[one.document.id] = one
    latest = sorted(by_report.values(), key=lambda one: (one.document.published or date.min, one.document.id))
    return latest[::-1][:SHOWN]


def _in_report(conflict: Conflict, one: _Seen) -> NameInReport:
    text, span = one.document.text, one.span
    passage = next((p.span for p in one.document.passages if span in p.span), one.claim.sentence)
    start, end = max(passage.start, span.start - CONTEXT), min(passage.end, span.end + CONTEXT)
    before = text[start : span.start].partition(" ")[2] if start > passage.start else text[start : span.start]
    after = text[span.end : end].rpartition(" ")[0] if end < passage.end else text[span.end : end]
    return NameInReport(
        report=report_reference(conflict, one.document),
        claim_id=one.claim.id,
        before=("… " if start > passage.start else "") + before,
        name=span.of(text),
        after=after + (" …" if end < passage.end else ""),
    )
