"""Writing: whole or not at all, once or not again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger import nouns
from trucewatch.ledger import Ledger, LedgerError, open_ledger
from trucewatch.ledger.sqlite.rows import body_of
from trucewatch.model import Unread
from trucewatch.model.ids import sha256_hex


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.sqlite") as opened:
        yield opened


def test_documents_and_claims_come_back(ledger: Ledger) -> None:
    reading = nouns.a_reading("one", published=date(2016, 5, 20), killed=3)
    assert ledger.add_documents([reading], nouns.RUN) == {reading.document.id}
    assert list(ledger.readings()) == [reading]
    assert ledger.document(reading.document.id) == reading.document
    assert ledger.run_of_document(reading.document.id) == nouns.RUN


def test_adding_one_document_says_whether_it_was_new(ledger: Ledger) -> None:
    reading = nouns.a_reading("one")
    assert ledger.add_document(reading.document, reading.claims, "key", nouns.RUN)
    assert not ledger.add_document(reading.document, reading.claims, "key", nouns.RUN)


@settings(max_examples=30)  # each example writes a file
@given(st.lists(st.sampled_from(["one", "two", "three"]), max_size=6))
def test_coding_twice_adds_nothing(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    readings = [nouns.a_reading(text) for text in texts]
    with open_ledger(tmp_path_factory.mktemp("ledger") / "ledger.sqlite") as ledger:
        ledger.add_documents(readings, nouns.RUN)
        before = list(ledger.readings()), ledger.counts(), ledger.claims_version()
        assert ledger.add_documents(readings, nouns.LATER_RUN) == frozenset()
        assert (list(ledger.readings()), ledger.counts(), ledger.claims_version()) == before
        assert ledger.counts().documents == len(set(texts))


def test_a_known_document_keeps_its_first_reading_but_its_new_source_is_known(ledger: Ledger) -> None:
    reading = nouns.a_reading("one")
    again = replace(reading, claims=(), source_key="another way")
    ledger.add_documents([reading], nouns.RUN)
    ledger.add_documents([again], nouns.LATER_RUN)
    assert list(ledger.readings()) == [replace(reading, source_key=min(reading.source_key, "another way"))]
    assert ledger.known_sources([reading.source_key, "another way", "never"]) == {reading.source_key, "another way"}


def test_a_batch_that_fails_leaves_nothing(ledger: Ledger) -> None:
    good, bad = nouns.a_reading("one"), nouns.a_reading("two")
    with pytest.raises(LedgerError, match="UNIQUE"):
        ledger.add_documents([good, replace(bad, claims=good.claims)], nouns.RUN)
    assert ledger.counts().documents == 0
    assert ledger.runs() == ()
    assert not ledger.grouping_stale()


def test_documents_make_the_grouping_stale_and_replacing_mends_it(ledger: Ledger) -> None:
    assert not ledger.grouping_stale()
    reading = nouns.a_reading("one")
    ledger.add_documents([reading], nouns.RUN)
    assert ledger.grouping_stale()
    assert ledger.grouping_run() is None
    as_of = ledger.claims_version()
    ledger.replace_incidents([nouns.an_incident(*reading.claims)], [], nouns.RUN, as_of=as_of)
    assert not ledger.grouping_stale()
    assert ledger.grouping_run() == nouns.RUN


def test_a_grouping_of_older_claims_stays_stale(ledger: Ledger) -> None:
    as_of = ledger.claims_version()
    ledger.add_documents([nouns.a_reading("added meanwhile")], nouns.RUN)
    ledger.replace_incidents([], [], nouns.RUN, as_of=as_of)
    assert ledger.grouping_stale()


def test_replacing_incidents_takes_the_old_ones_away(ledger: Ledger) -> None:
    readings = [nouns.a_reading("one"), nouns.a_reading("two")]
    claims = nouns.claims_of(readings)
    ledger.add_documents(readings, nouns.RUN)
    apart = [nouns.an_incident(claim) for claim in claims]
    ledger.replace_incidents(apart, [nouns.an_assessment(one) for one in apart], nouns.RUN, as_of=1)
    together = nouns.an_incident(*claims)
    ledger.replace_incidents([together], [nouns.an_assessment(together)], nouns.LATER_RUN, as_of=1)
    assert [entry.incident for entry in ledger.incidents()] == [together]
    assert ledger.counts().assessments == 1
    assert ledger.grouping_run() == nouns.LATER_RUN


def test_a_grouping_that_does_not_fit_leaves_the_old_one(ledger: Ledger) -> None:
    reading = nouns.a_reading("one")
    ledger.add_documents([reading], nouns.RUN)
    incident = nouns.an_incident(*reading.claims)
    ledger.replace_incidents([incident], [], nouns.RUN, as_of=1)
    unknown = nouns.an_incident(nouns.a_claim(nouns.a_document("never stored")))
    with pytest.raises(LedgerError, match="FOREIGN KEY"):
        ledger.replace_incidents([unknown], [], nouns.RUN, as_of=1)
    assert [entry.incident for entry in ledger.incidents()] == [incident]


def test_what_could_not_be_read_is_listed_once_and_no_more_when_it_was_read(ledger: Ledger) -> None:
    reading = nouns.a_reading("one")
    there, gone = Unread("a.html", "no article"), Unread(reading.document.origin, "no text")
    ledger.add_unread([there, gone, there], nouns.RUN)
    ledger.add_unread([there], nouns.LATER_RUN)
    assert ledger.unread() == (there, gone)
    assert ledger.runs() == (nouns.RUN,)
    ledger.add_documents([reading], nouns.LATER_RUN)
    assert ledger.unread() == (there,)


def test_a_file_name_that_is_not_unicode_is_kept(ledger: Ledger) -> None:
    origin = b"caf\xe9.html".decode("utf-8", "surrogateescape")
    ledger.add_unread([Unread(origin, "no article")], nouns.RUN)
    assert ledger.unread() == (Unread("caf\\udce9.html", "no article"),)
    reading = nouns.a_reading("one")
    named = replace(reading.document, origin=origin)
    ledger.add_documents([replace(reading, document=named)], nouns.RUN)
    assert ledger.document(named.id) == named
    assert ledger.unread() == ()


def test_what_could_not_be_read_is_listed_by_run(ledger: Ledger) -> None:
    first, second = Unread("a.html", "no article"), Unread("b.gz", "cut short")
    ledger.add_unread([first], nouns.RUN)
    ledger.add_unread([second], nouns.LATER_RUN)
    ledger.add_unread([], nouns.LATER_RUN)
    assert ledger.unread() == (first, second)
    assert ledger.unread(nouns.LATER_RUN.id) == (second,)
    assert ledger.runs() == (nouns.RUN, nouns.LATER_RUN)


def test_decisions_are_chained(ledger: Ledger) -> None:
    first = nouns.a_decision("claim-1")
    assert ledger.decision_head() == ""
    ledger.add_decision(first)
    assert ledger.decision_head() == sha256_hex(body_of(first))
    with pytest.raises(LedgerError, match="does not follow the last decision"):
        ledger.add_decision(nouns.a_decision("claim-2"))
    second = nouns.a_decision("claim-2", ledger.decision_head())
    ledger.add_decision(second)
    assert ledger.decisions() == (first, second)
    assert ledger.decisions("claim-2") == (second,)


@pytest.mark.parametrize("table", ["run", "decision"])
@pytest.mark.parametrize("change", ["UPDATE {} SET body = ''", "DELETE FROM {}", "REPLACE INTO {0} SELECT * FROM {0}"])
def test_runs_and_decisions_are_append_only(ledger: Ledger, table: str, change: str) -> None:
    ledger.add_documents([nouns.a_reading("one")], nouns.RUN)
    ledger.add_decision(nouns.a_decision("claim-1"))
    with closing(sqlite3.connect(ledger.path)) as other:
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            other.execute(change.format(table))
        other.rollback()
    assert ledger.runs() == (nouns.RUN,)
