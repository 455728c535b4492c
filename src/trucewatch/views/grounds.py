"""What an answer rests on: tellings in the same words put together, the most telling first, and how many say what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trucewatch.model import Claim, Document, Finding
from trucewatch.packs import Conflict
from trucewatch.truces.words import ALSO_NAMED
from trucewatch.views.labels import outlet_name, speakers_text
from trucewatch.views.readings import READ, FieldReading, field_reading
from trucewatch.views.saying import Saying, saying
from trucewatch.views.tellings import ReportReference, TellingView, report_reference, telling_view
from trucewatch.views.wording import counted, each_once

FOREMOST = 4
"""Tellings that stand open under an answer; more where more values are told, up to `MOST_OPEN`."""
MOST_OPEN = 8

_ABOUT_THE_SPEAKER = frozenset({"speakers", "stance"})
_STATED = "stated"


@dataclass(frozen=True, slots=True)
class AlsoIn:
    """Another telling in the same words, read the same: of another report, or of another word of the sentence."""

    claim_id: str
    number: int
    report: ReportReference
    speakers: str
    trigger: str


@dataclass(frozen=True, slots=True)
class ToldAs:
    """Tellings under their numbers in the page's list, and the reports, under theirs, in which each of them stands."""

    numbers: tuple[int, ...]
    reports: tuple[tuple[int, ReportReference], ...]


@dataclass(frozen=True, slots=True)
class GroundView:
    """The fields of one claim that an answer rests on, with their words, and who says it, with his; in which sentence
    and report, `number` on the page. `also` are the tellings that say the same in the same words, `told_as` the
    numbers under which it and they stand in the page's list of tellings, each with its own reports."""

    claim_id: str
    document_id: str
    number: int
    outlet: str
    readings: tuple[FieldReading, ...]
    saying: Saying
    telling: TellingView
    also: tuple[AlsoIn, ...] = ()
    told_as: tuple[ToldAs, ...] = ()

    @property
    def reports(self) -> frozenset[str]:
        """The reports in which it stands."""
        return frozenset((self.document_id, *(one.report.document_id for one in self.also)))

    @property
    def values(self) -> tuple[str, ...]:
        """What it tells, field by field."""
        return tuple(one.value for one in self.readings if one.field not in _ABOUT_THE_SPEAKER)


@dataclass(frozen=True, slots=True)
class NumberedReport:
    """A report under its number on the page; `twin` says how it differs from one of the same outlet, day and title."""

    number: int
    report: ReportReference
    twin: str


def numbered_reports(
    conflict: Conflict, claim_ids: Iterable[str], claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> tuple[NumberedReport, ...]:
    """The reports of the claims, by day of publication, numbered from 1."""
    wanted = each_once(claims[claim_id].document_id for claim_id in claim_ids)
    ordered = sorted(wanted, key=lambda id: (documents[id].published or date.max, documents[id].title, id))
    met: dict[tuple[object, ...], tuple[int, Document]] = {}
    found = []
    for number, id in enumerate(ordered, start=1):
        one = documents[id]
        earlier = met.setdefault((one.outlet, one.published, one.title), (number, one))
        twin = "" if earlier[0] == number else _twin(one, *earlier)
        found.append(NumberedReport(number, report_reference(conflict, one), twin))
    return tuple(found)


def _twin(one: Document, number: int, earlier: Document) -> str:
    same = "the same text" if one.text_sha256 == earlier.text_sha256 else "another text"
    return f"same outlet, day and title as report {number}; {same}"


def ground_views(
    conflict: Conflict,
    finding: Finding,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    numbers: Mapping[str, int],
    told_as: Mapping[str, int] | None = None,
) -> tuple[GroundView, ...]:
    """What a finding rests on. One of each of the values told comes first; whoever the reason names by what he tells
    comes before others, then what says it most plainly."""
    claim_ids = each_once(ground.claim_id for ground in finding.grounds)
    together: dict[tuple[object, ...], list[GroundView]] = {}
    for claim_id in claim_ids:
        claim = claims[claim_id]
        one = _ground(conflict, finding, claim, documents[claim.document_id], numbers)
        together.setdefault(_same_words(one, claim), []).append(one)
    folded = [_folded(conflict, alike, claims, documents, told_as or {}) for alike in together.values()]
    cited = {one.claim_id: _cited(conflict, finding, claims[one.claim_id], one) for one in folded}
    return tuple(_each_value_first(sorted(folded, key=lambda one: (-cited[one.claim_id], *_plainness(one)))))


def value_counts(grounds: Sequence[GroundView]) -> tuple[str, ...]:
    """ "alleged actor: Islamic State in 3 tellings of 2 reports, not told in 1 telling of 1 report", by field."""
    if sum(1 + len(one.also) for one in grounds) < 2:
        return ()
    fields = {one.field: one.name for ground in grounds for one in ground.readings}
    return tuple(_counts(grounds, field, fields[field]) for field in fields if field not in _ABOUT_THE_SPEAKER)


def open_tellings(grounds: Sequence[GroundView]) -> int:
    """How many of the grounds stand open, before the rest is folded: at least one of each value told."""
    return max(FOREMOST, min(len({one.values for one in grounds}), MOST_OPEN))


def _ground(
    conflict: Conflict, finding: Finding, claim: Claim, document: Document, numbers: Mapping[str, int]
) -> GroundView:
    fields = each_once(ground.field for ground in finding.grounds if ground.claim_id == claim.id)
    readings = tuple(field_reading(conflict, claim, field, document) for field in fields if field != "speakers")
    return GroundView(
        claim_id=claim.id,
        document_id=document.id,
        number=numbers[document.id],
        outlet=outlet_name(conflict, document.outlet),
        readings=readings,
        saying=saying(conflict, claim, document),
        telling=telling_view(conflict, claim, document),
    )


def _same_words(one: GroundView, claim: Claim) -> tuple[object, ...]:
    """What two tellings share that say the same in the same words; the outlet's own voice is each outlet's own."""
    sentence = " ".join("".join(part.text for part in one.telling.sentence).split())
    read = tuple((reading.field, reading.value, reading.stretches) for reading in one.readings)
    return sentence, one.telling.stance, claim.speakers.value, one.saying.stretches, read


def _folded(
    conflict: Conflict,
    alike: Sequence[GroundView],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    told_as: Mapping[str, int],
) -> GroundView:
    first, *others = sorted(alike, key=lambda one: (one.number, one.claim_id))
    return replace(
        first,
        also=tuple(_also(conflict, one, claims[one.claim_id], documents) for one in others),
        told_as=_told_as(alike, told_as),
    )


def _told_as(alike: Sequence[GroundView], numbers: Mapping[str, int]) -> tuple[ToldAs, ...]:
    reports: dict[int, dict[int, ReportReference]] = {}
    for one in sorted(alike, key=lambda one: one.number):
        if one.claim_id in numbers:
            reports.setdefault(numbers[one.claim_id], {})[one.number] = one.telling.report
    together: dict[tuple[tuple[int, ReportReference], ...], list[int]] = {}
    for number, its in sorted(reports.items()):
        together.setdefault(tuple(its.items()), []).append(number)
    return tuple(ToldAs(tuple(alike_in), its) for its, alike_in in together.items())


def _also(conflict: Conflict, one: GroundView, claim: Claim, documents: Mapping[str, Document]) -> AlsoIn:
    document = documents[one.document_id]
    speakers = speakers_text(conflict, claim.speakers.value, document.outlet)
    return AlsoIn(one.claim_id, one.number, one.telling.report, speakers, claim.trigger.of(document.text))


def _cited(conflict: Conflict, finding: Finding, claim: Claim, one: GroundView) -> int:
    """2 where the finding's reason names the speaker and a party that he names, 1 where it names the speaker."""
    speakers = claim.speakers.value
    reason = finding.reason.partition(ALSO_NAMED)[0]
    speaker = conflict.parties.label(speakers[-1]) if speakers else one.outlet
    parties = [conflict.parties.label(party) for party in (*claim.actor.value, *claim.target.value)]
    return (speaker in reason) * (1 + any(party in reason for party in parties))


def _plainness(one: GroundView) -> tuple[bool, bool, int, int, str]:
    """Read from words of its own sentence and stated outright first; then what more reports carry."""
    read_here = all(r.basis == READ and not any(words.sentence for words in r.words) for r in one.readings)
    return not read_here, one.telling.stance != _STATED, -len(one.reports), one.number, one.claim_id


def _each_value_first(ordered: Sequence[GroundView]) -> Iterator[GroundView]:
    first = {one.values: one for one in reversed(ordered)}
    heads = [one for one in ordered if first[one.values] is one]
    yield from heads
    yield from (one for one in ordered if first[one.values] is not one)


def _counts(grounds: Sequence[GroundView], field: str, name: str) -> str:
    told: dict[str, list[GroundView]] = {}
    for ground in grounds:
        for reading in ground.readings:
            if reading.field == field:
                told.setdefault(reading.value, []).append(ground)
    parts = [(sum(1 + len(one.also) for one in those), value, those) for value, those in told.items()]
    return f"{name}: " + "; ".join(
        f"{value} in {counted(number, 'telling')} of "
        f"{counted(len(frozenset[str]().union(*(one.reports for one in those))), 'report')}"
        for number, value, those in sorted(parts, key=lambda part: (-part[0], part[1]))
    )
