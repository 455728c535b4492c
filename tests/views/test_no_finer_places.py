"""No page, brief, tally, reason or export names a place finer than a settlement, whatever the reports tell."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console
from starlette.testclient import TestClient

from tests.views.finer_places import ENTRIES, FIRST_DAY, MARK, PLACES, finer_conflict, finer_truce, write_finer_ledger
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.model import Quantity, Truce
from trucewatch.model.codec import to_json
from trucewatch.packs import Conflict
from trucewatch.views import brief, brief_markdown, explain, print_brief, print_explanation, report
from trucewatch.views.as_known import as_known
from trucewatch.views.duty_view import duties, duty_lines
from trucewatch.views.pack_sheet import place_sheet
from trucewatch.views.series_view import holding_view, towns
from trucewatch.views.tally import tally
from trucewatch.views.tally_text import tally_csv, tally_html, tally_markdown
from trucewatch.views.truce_changes import held, held_against, truce_diff
from trucewatch.views.truce_text import diff_lines, held_lines
from trucewatch.web import create_app

CONFLICT, TRUCE = finer_conflict(), finer_truce()
DEGREES = re.compile(r"\d+\.\d{3,}")


@dataclass(frozen=True, slots=True)
class FinerWorkspace:
    folder: Path

    @property
    def ledger_path(self) -> Path:
        return self.folder / "ledger.sqlite"

    @property
    def title(self) -> str:
        return CONFLICT.title

    def load_conflict(self) -> Conflict:
        return CONFLICT

    def load_truces(self) -> tuple[Truce, ...]:
        return (TRUCE,)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> FinerWorkspace:
    made = FinerWorkspace(tmp_path_factory.mktemp("finer"))
    write_finer_ledger(made.ledger_path)
    return made


@pytest.fixture
def ledger(workspace: FinerWorkspace) -> Iterator[Ledger]:
    with open_ledger(workspace.ledger_path, read_only=True) as ledger:
        yield ledger


def in_json(view: object) -> str:
    return json.dumps(to_json(view), ensure_ascii=False)


def names_nothing_finer(text: str) -> bool:
    return MARK not in text.lower() and not any(place.name in text for place in PLACES)


def ids(ledger: Ledger) -> Iterator[str]:
    for entry in ledger.incidents():
        yield entry.incident.id
        yield from entry.incident.claim_ids
        yield from (one.id for one in ledger.assessments_of(entry.incident.id))
    yield from (document.id for document in ledger.documents())


def test_the_ledger_itself_keeps_the_places_as_read_and_joins_by_them(ledger: Ledger) -> None:
    incidents = [entry.incident for entry in ledger.incidents()]
    assert {name for one in incidents for name in one.places} == {place.name for place in PLACES}
    assert len(incidents) >= len(PLACES)
    assert all(one.links for one in incidents if one.place_id and "gone" not in one.place_id)
    assert any(len(one.places) > 1 for one in incidents)


def test_briefs(ledger: Ledger) -> None:
    view = brief(ledger, CONFLICT, truces=[TRUCE])
    console = Console(file=io.StringIO(), width=200)
    print_brief(console, view)
    printed = console.file.getvalue()  # type: ignore[attr-defined]
    assert view.rows
    assert "Ariha" in brief_markdown(view)
    for text in (in_json(view), brief_markdown(view), printed):
        assert names_nothing_finer(text)


def test_everything_behind_an_id(ledger: Ledger) -> None:
    kinds = set()
    for id in ids(ledger):
        explanation = explain(ledger, CONFLICT, id, truces=[TRUCE])
        console = Console(file=io.StringIO(), width=200)
        print_explanation(console, explanation)
        kinds.add(type(explanation).__name__)
        assert names_nothing_finer(in_json(explanation)), id
        assert names_nothing_finer(console.file.getvalue()), id  # type: ignore[attr-defined]
    assert kinds == {"IncidentExplanation", "ClaimExplanation", "AssessmentExplanation", "ReportView"}


def test_tallies(ledger: Ledger) -> None:
    shown = tally(
        as_known(ledger, CONFLICT, [TRUCE]), CONFLICT, [TRUCE], FIRST_DAY, FIRST_DAY, program="Counted by a program."
    )
    assert any(row.adm1_name == "Idlib" for week in shown.weeks for row in week.rows)
    for text in (in_json(shown), tally_csv(shown), tally_html(shown), tally_markdown(shown)):
        assert names_nothing_finer(text)


def test_terms_held_against_it_and_changed(ledger: Ledger) -> None:
    found = held(ledger)
    rows = held_against(found, CONFLICT, [TRUCE])
    narrower = replace(TRUCE, areas=tuple(replace(one, less=(), kind="country") for one in TRUCE.areas[:1]))
    diff = truce_diff(found, CONFLICT, TRUCE, narrower)
    assert diff.changes
    reasons = [finding.reason for row in rows for one in row.assessments for finding in one.findings]
    assert any("not delineated" in reason for reason in reasons)
    for text in (*held_lines(rows, all_of_them=True), *diff_lines(diff), *reasons, in_json(diff)):
        assert names_nothing_finer(text)


def test_series_of_what_is_finer_stand_with_the_settlement(ledger: Ledger) -> None:
    listed = towns(ledger, CONFLICT)
    assert {town.id for town in listed} == {"sy.ariha", "sy.idlib"}
    assert names_nothing_finer(in_json(listed))
    ariha = holding_view(ledger, CONFLICT, "Ariha")
    assert ariha.title == "Who is said to hold Ariha"
    assert {point.told for point in ariha.points} == {"Rebel groups said to hold a part of it, or a place by it"}
    quarter = next(one.id for one in ENTRIES if one.kind == "neighbourhood")
    assert holding_view(ledger, CONFLICT, quarter) == ariha
    assert names_nothing_finer(in_json(ariha))


def test_duties(ledger: Ledger) -> None:
    found = held(ledger)
    documents = ledger.documents_by_id({claim.document_id for claim in found.claims.values()})
    spots = Quantity(4, "spots", "total", ("spot",))
    terms = tuple(replace(one, quantity=spots) for one in TRUCE.terms if one.id == "aid")
    shown = duties(found, documents, CONFLICT, [replace(TRUCE, terms=terms)], date(2016, 6, 1))
    assert any(window.tellings for duty in shown.duties for window in duty.windows)
    assert names_nothing_finer("\n".join(duty_lines(shown)))
    assert names_nothing_finer(in_json(shown))


def test_a_packs_sheet_gives_no_position_finer_than_the_settlements() -> None:
    for entry in ENTRIES:
        where = dict(place_sheet(CONFLICT, entry.id).facts)["where"]
        assert not DEGREES.search(where), entry.id
        assert where == "not known" or where.startswith(("35.81, 36.61", "35.9, 36.6")), entry.id


def test_every_page_that_links_lead_to(workspace: FinerWorkspace) -> None:
    with TestClient(create_app([workspace]), base_url="http://localhost") as client:
        seen, ahead = set[str](), ["/?acts=all", "/tally", "/series", "/parties", "/talks", "/about"]
        while ahead:
            path = ahead.pop()
            if path in seen:
                continue
            seen.add(path)
            page = client.get(path)
            assert page.status_code == 200, path
            assert names_nothing_finer(page.text), path
            assert not re.search(r"3[56]\.\d", page.text), path
            links = re.findall(r'href="(/[^"#]*)', page.text)
            ahead += [link.replace("&amp;", "&") for link in links if not link.startswith("/static")]
    for kind in ("/incident/", "/report/", "/assessment/", "/truce/", "/series/"):
        assert any(path.startswith(kind) for path in seen), kind


def test_a_report_shows_finer_places_only_as_words_of_its_own(ledger: Ledger) -> None:
    for document in ledger.documents():
        assert names_nothing_finer(in_json(report(ledger, CONFLICT, document.id)))


def test_what_is_checked_for_would_be_found() -> None:
    assert not names_nothing_finer(f"near the {MARK.title()}Quarter")
