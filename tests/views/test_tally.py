from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.views import builders
from tests.views.builders import a_claim, a_document, read
from trucewatch import deciding
from trucewatch.deciding import Person
from trucewatch.incidents.rulings import APART, ONE, ruling_on
from trucewatch.ledger import Ledger, Reading, open_ledger
from trucewatch.model import Claim, Count, Document, Found, PassageKind, Reprint, ReprintKind, Run, Stance, Truce
from trucewatch.packs import Conflict
from trucewatch.views.as_known import as_known, copies_among
from trucewatch.views.tally import COLUMNS, Tally, TallyWeek, change_text, independent, monday, tally

WEEK = date(2016, 5, 16)
LATER = builders.NOON + timedelta(days=3)


def test_columns_are_those_of_the_field_and_in_its_order() -> None:
    assert ",".join(COLUMNS) == (
        "week_start,tz,terms_id,terms_version,adm1_pcode,adm1_name,act,alleged_by,alleged_perpetrator,n_incidents,"
        "n_claims,n_independent_sources,n_disputed,n_undetermined,n_outside_scope,killed_min,killed_max,"
        "civ_killed_min,civ_killed_max,sources_monitored,known_gaps"
    )


def test_weeks_begin_on_mondays() -> None:
    assert monday(date(2016, 5, 20)) == monday(WEEK) == WEEK
    assert monday(date(2016, 5, 23)) == date(2016, 5, 23)


def counted(ledger: Ledger, conflict: Conflict, truce: Truce, as_of: datetime | None = None, day: date = WEEK) -> Tally:
    return tally(as_known(ledger, conflict, [truce], as_of), conflict, [truce], day, day)


def week(ledger: Ledger, conflict: Conflict, truce: Truce, as_of: datetime | None = None) -> TallyWeek:
    (found,) = counted(ledger, conflict, truce, as_of).weeks
    return found


def test_incidents_stand_once_in_the_totals_and_once_a_recorder_in_the_rows(
    ledger: Ledger, conflict: Conflict, truce: Truce
) -> None:
    found = week(ledger, conflict, truce)
    totals = found.totals
    assert totals.incidents > 0
    assert totals.incidents == sum(
        (totals.reported, totals.disputed, totals.undetermined, totals.outside_scope, totals.permitted)
    )
    monitor = [row for row in found.rows if row.alleged_by == "Syrian Observatory for Human Rights"]
    assert monitor
    assert {row.adm1_name for row in monitor} == {"Idlib"}
    assert all(row.week_start == WEEK and row.terms_id == truce.id for row in found.rows)
    assert found.before.incidents == 0
    assert found.gaps[0] == "no reports read from Orontes Wire on 16 May, 17 May, 18 May, 19 May and 20 May"


def test_a_denial_is_no_row(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    assert "Syrian government forces" not in {row.alleged_by for row in week(ledger, conflict, truce).rows}


def test_no_week_under_a_truce_that_does_not_run(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    assert counted(ledger, conflict, truce, day=date(2015, 1, 1)).weeks == ()


def recorder(name: str, killed: int) -> tuple[Document, Claim]:
    """A daily record of shelling of Ariha by one recorder."""
    text = f"{name.upper()} recorded shelling of Ariha by Russian forces on Friday in which {killed} people died."
    document = a_document(name, f"Daily record of {name}", ((PassageKind.BODY, text),), date(2016, 5, 21))
    made = a_claim(
        document, "attack.shelling", "shelling",
        actor=read(document, ("ru.forces",), "Russian forces", "actor.by"),
        target=Found(("civilians",), "target.assumed"),
        place=read(document, builders.ARIHA, "Ariha", "place.of"),
        day=read(document, builders.FRIDAY, "on Friday", "day.weekday"),
        killed=read(document, Count(killed, killed), str(killed), "killed.number"),
        speakers=read(document, (name,), name.upper(), "speakers.before"),
    )  # fmt: skip
    return document, made


def a_run(at: int) -> Run:
    return Run(f"run-{at}", "0.1.0", "packs", "parser", "read", builders.NOON + at * timedelta(days=3))


@pytest.fixture
def growing(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger that holds one recorder's report first and another's, of the same town, three days later."""
    with open_ledger(tmp_path / "growing.sqlite") as ledger:
        for at, (name, killed) in enumerate((("sohr", 3), ("un", 5))):
            document, made = recorder(name, killed)
            ledger.add_documents([Reading(document, (made,), f"key-{at}")], a_run(at))
        yield ledger


def test_a_past_tally_comes_back_although_more_was_read_since(
    growing: Ledger, conflict: Conflict, truce: Truce, tmp_path: Path
) -> None:
    document, made = recorder("sohr", 3)
    with open_ledger(tmp_path / "then.sqlite") as then:
        then.add_documents([Reading(document, (made,), "key-0")], a_run(0))
        issued = counted(then, conflict, truce)
    assert counted(growing, conflict, truce, as_of=builders.NOON) == issued
    assert counted(growing, conflict, truce) != issued
    assert counted(growing, conflict, truce, as_of=LATER) == counted(growing, conflict, truce)


def test_before_the_first_report_there_is_nothing(growing: Ledger, conflict: Conflict, truce: Truce) -> None:
    found = week(growing, conflict, truce, as_of=datetime(2016, 1, 1, tzinfo=UTC))
    assert (found.totals.incidents, found.rows, found.outlets) == (0, (), ())


def test_two_recorders_stand_apart_and_bear_out_nothing_of_each_other(
    growing: Ledger, conflict: Conflict, truce: Truce
) -> None:
    rows = {row.alleged_by: row for row in week(growing, conflict, truce).rows}
    monitor, other = rows["Syrian Observatory for Human Rights"], rows["United Nations"]
    assert (monitor.killed_min, monitor.killed_max, monitor.civ_killed_max) == (3, 3, 3)
    assert (other.killed_min, other.killed_max) == (5, 5)


def test_an_incident_without_a_day_is_in_no_week(tmp_path: Path, conflict: Conflict, truce: Truce) -> None:
    document, made = recorder("sohr", 3)
    undated = replace(made, day=Found(None, "day.none"))
    planned = replace(made, id="claim-2", stance=Found(Stance.PLANNED, "stance"))
    for one, expected in ((undated, (0, 1)), (planned, (0, 0))):
        with open_ledger(tmp_path / f"{one.id}.sqlite") as ledger:
            ledger.add_documents([Reading(document, (one,), "key")], builders.RUN)
            found = week(ledger, conflict, truce)
        assert (found.totals.incidents, found.undated) == expected


def test_the_week_before_in_words() -> None:
    assert change_text(12, 9) == "12 incidents, 3 more than the week before"
    assert change_text(1, 2) == "1 incident, 1 fewer than the week before"
    assert change_text(2, 2) == "2 incidents, as many as the week before"


def test_what_people_took_back_is_not_counted_from_then_on(growing: Ledger, conflict: Conflict, truce: Truce) -> None:
    before = counted(growing, conflict, truce, as_of=LATER)
    incidents = before.weeks[0].totals.incidents
    known = as_known(growing, conflict, [truce])
    growing.replace_incidents(
        known.incidents,
        [one for made in known.assessments.values() for one in made[truce.id]],
        a_run(1),
        as_of=growing.claims_version(),
    )
    incident = known.incidents[0].id
    shown = next(one for one in growing.assessments_of(incident) if not one.label.startswith("outside_scope"))
    person = Person("mk", "another town", LATER + timedelta(days=1))
    deciding.verify(growing, shown.id, person, "the desk")
    now = week(growing, conflict, truce, as_of=person.at)
    assert (now.totals.verified, now.totals.incidents, now.retracted) == (1, incidents, ())
    back = deciding.retract(growing, shown.id, person)
    now = week(growing, conflict, truce, as_of=person.at)
    assert now.totals.incidents == incidents - 1
    assert now.retracted == ((incident, "mk", "another town"),)
    assert counted(growing, conflict, truce, as_of=LATER) == before
    deciding.withdraw(growing, back.id, Person("mk", "no", person.at + timedelta(days=1)))
    assert week(growing, conflict, truce, as_of=person.at + timedelta(days=2)).totals.incidents == incidents


def test_a_past_tally_knows_the_rulings_of_its_day(growing: Ledger, conflict: Conflict, truce: Truce) -> None:
    """Two claims ruled to be one event are one incident from the day of the ruling on, not before."""
    known = as_known(growing, conflict, [truce])
    ids = sorted(known.claims)
    apart = [one for one in known.incidents if len(one.claim_ids) == 1]
    ruling = ONE if len(apart) == 2 else APART
    sides = [ids] if ruling == ONE else [[ids[0]], [ids[1]]]
    digests = {id: claim.digest for id, claim in known.claims.items()}
    at = LATER + timedelta(days=1)
    growing.add_decision(ruling_on(ruling, sides, digests, subject="x", reason="r", by="mk", at=at, previous_hash=""))
    assert len(as_known(growing, conflict, [truce], LATER).incidents) == len(known.incidents)
    assert len(as_known(growing, conflict, [truce], at).incidents) == 3 - len(known.incidents)


def test_independent_sources_of_one_incident_are_its_origins(growing: Ledger, conflict: Conflict, truce: Truce) -> None:
    known = as_known(growing, conflict, [truce])
    for incident in known.incidents:
        assert independent(known, [incident]) == len(incident.origins) > 0
    assert independent(known, known.incidents) == 2


def test_a_link_between_copies_counts_from_when_both_are_known() -> None:
    chain = [Reprint("a", "b", ReprintKind.SAME, 1.0), Reprint("b", "c", ReprintKind.EDITED, 0.9)]
    all_known = copies_among(chain, ("a", "b", "c", "d"))
    assert all_known["a"] == all_known["b"] == all_known["c"] != all_known["d"]
    without = copies_among(chain, ("a", "c"))
    assert without["a"] != without["c"]
    passages = copies_among([Reprint("a", "b", ReprintKind.PASSAGES, 0.4)], ("a", "b"))
    assert passages["a"] != passages["b"]
