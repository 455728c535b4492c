"""Asking: ids and their beginnings, counts, and what belongs to what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.ledger import nouns
from trucewatch.ledger import AmbiguousId, Counts, Kind, Ledger, Reading, Reference, UnknownId, open_ledger
from trucewatch.model import Document, Incident

READINGS = [
    nouns.a_reading("one", published=date(2016, 5, 20)),
    nouns.a_reading("two", "state", date(2016, 5, 22)),
    nouns.a_reading("three", "monitor"),
]
CLAIMS = nouns.claims_of(READINGS)
TOGETHER = nouns.an_incident(CLAIMS[0], CLAIMS[1])
ALONE = nouns.an_incident(CLAIMS[2])
ASSESSMENTS = [nouns.an_assessment(TOGETHER, "b-term"), nouns.an_assessment(TOGETHER, "a-term")]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.sqlite") as opened:
        opened.add_documents(READINGS, nouns.RUN)
        opened.replace_incidents([ALONE, TOGETHER], ASSESSMENTS, nouns.RUN, as_of=opened.claims_version())
        yield opened


def test_what_is_known(ledger: Ledger) -> None:
    ids = {reading.document.id for reading in READINGS}
    assert ledger.known_documents([*ids, "doc-never"]) == ids
    assert ledger.known_sources([]) == frozenset()


def test_each_noun_by_id_and_by_prefix(ledger: Ledger) -> None:
    document = READINGS[0].document
    assert ledger.document(document.id[:12]) == document
    assert ledger.claim(CLAIMS[0].id) == CLAIMS[0]
    assert ledger.incident(TOGETHER.id[:14]).incident == TOGETHER
    assert ledger.assessment(ASSESSMENTS[0].id) == ASSESSMENTS[0]


@pytest.mark.parametrize(
    ("id", "kind"),
    [
        (READINGS[0].document.id, Kind.DOCUMENT),
        (CLAIMS[0].id, Kind.CLAIM),
        (TOGETHER.id, Kind.INCIDENT),
        (ASSESSMENTS[0].id, Kind.ASSESSMENT),
    ],
)
def test_an_id_says_what_it_stands_for(ledger: Ledger, id: str, kind: Kind) -> None:
    assert ledger.resolve(id) == Reference(kind, id)
    assert ledger.resolve(id[:-3]) == Reference(kind, id)


@pytest.mark.parametrize("prefix", ["nothing", "", "%", "claim-_"])
def test_an_unknown_id(ledger: Ledger, prefix: str) -> None:
    with pytest.raises(UnknownId, match="begins with"):
        ledger.resolve(prefix)
    with pytest.raises(UnknownId, match="no document"):
        ledger.document(prefix)


def test_a_beginning_that_several_ids_share(ledger: Ledger) -> None:
    with pytest.raises(AmbiguousId, match="the beginning of several ids: claim-"):
        ledger.resolve("claim-")
    with pytest.raises(AmbiguousId):
        ledger.incident("incident-")


def test_an_id_that_another_begins_with_is_still_itself(tmp_path: Path) -> None:
    short, long = nouns.a_document("one"), nouns.a_document("two")
    long = Document(**{name: getattr(long, name) for name in Document.__slots__} | {"id": short.id + "0"})
    with open_ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.add_documents([Reading(short, (), "a"), Reading(long, (), "b")], nouns.RUN)
        assert ledger.document(short.id) == short
        assert ledger.resolve(short.id) == Reference(Kind.DOCUMENT, short.id)


def test_many_by_id_keep_the_order_asked_for(ledger: Ledger) -> None:
    ids = [CLAIMS[2].id, "claim-never", CLAIMS[0].id]
    assert list(ledger.claims_by_id(ids)) == [CLAIMS[2].id, CLAIMS[0].id]
    assert ledger.documents_by_id([READINGS[1].document.id]) == {READINGS[1].document.id: READINGS[1].document}


def test_documents_come_in_the_order_of_their_ids(ledger: Ledger) -> None:
    assert [document.id for document in ledger.documents()] == sorted(reading.document.id for reading in READINGS)


def test_claims_come_in_the_order_of_their_triggers(tmp_path: Path) -> None:
    document = nouns.a_document("one, two and three")
    claims = tuple(nouns.a_claim(document, start=start) for start in (9, 0, 5))
    with open_ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.add_document(document, claims, "key", nouns.RUN)
        assert [claim.trigger.start for claim in ledger.claims_of(document.id)] == [0, 5, 9]
        (reading,) = ledger.readings()
        assert reading.claims == ledger.claims_of(document.id)


def test_readings_leave_out_documents_without_claims(ledger: Ledger) -> None:
    ledger.add_document(nouns.a_document("nothing told"), (), "key", nouns.RUN)
    assert sorted(ledger.readings(), key=str) == sorted(READINGS, key=str)


def test_an_incident_knows_the_days_of_its_reports(ledger: Ledger) -> None:
    entry = ledger.incident(TOGETHER.id)
    assert (entry.first_published, entry.last_published) == (date(2016, 5, 20), date(2016, 5, 22))
    assert ledger.incident(ALONE.id).first_published is None


def test_what_belongs_to_what(ledger: Ledger) -> None:
    def incident_of(claim_id: str) -> Incident | None:
        entry = ledger.incident_of(claim_id)
        return entry.incident if entry else None

    assert [incident_of(claim.id) for claim in CLAIMS] == [TOGETHER, TOGETHER, ALONE]
    assert incident_of("claim-never") is None
    assert [entry.incident for entry in ledger.incidents_of_document(READINGS[1].document.id)] == [TOGETHER]
    assert ledger.assessments_of(TOGETHER.id) == (ASSESSMENTS[1], ASSESSMENTS[0])
    assert ledger.assessments_by_incident([ALONE.id, TOGETHER.id]) == {TOGETHER.id: (ASSESSMENTS[1], ASSESSMENTS[0])}


def test_report_days(ledger: Ledger) -> None:
    days = {("wire", date(2016, 5, 20)), ("state", date(2016, 5, 22)), ("monitor", None)}
    assert set(ledger.report_days()) == days


def test_counts(ledger: Ledger) -> None:
    assert ledger.counts() == Counts(3, 3, 2, 2, 3, 1, date(2016, 5, 20), date(2016, 5, 22))


def test_counts_of_nothing(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.sqlite") as ledger:
        assert ledger.counts() == Counts(0, 0, 0, 0, 0, 0, None, None)
        with pytest.raises(UnknownId):
            ledger.run_of_document("doc-1")
