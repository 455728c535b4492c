"""Sources, agreements, changed stories and copies of a small ledger that was grouped by the program itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console
from starlette.testclient import TestClient

from tests.ledger import nouns
from tests.test_grouping import NOW, RUN, told
from trucewatch.deciding import Person, split
from trucewatch.grouping import group
from trucewatch.ledger import Ledger, Reading, open_ledger
from trucewatch.model import Count, Found, Span, Stance
from trucewatch.pipeline import Packs, load_packs
from trucewatch.reprints import find_reprints
from trucewatch.views.explain import explain
from trucewatch.views.incident_view import IncidentExplanation, explain_incident
from trucewatch.views.terminal import print_explanation
from trucewatch.web.app import create_app
from trucewatch.workspace import create_workspace, load_workspace

HERE = (Span(0, 1),)
TAIL = (
    " Ambulances came from three towns, the rescue service said, and the road by the bridge stayed shut until evening"
    " while men with shovels looked for those who were still under the walls of the old mill near the market square."
)


def claimed(reading: Reading, **fields: object) -> Reading:
    (claim,) = reading.claims
    return replace(
        reading, claims=(replace(claim, **{name: Found(value, "test", HERE) for name, value in fields.items()}),)
    )


def with_tail(reading: Reading, words: str) -> Reading:
    document = reading.document
    text = f"{document.text}{words}"
    passages = (nouns.Passage(nouns.PassageKind.BODY, Span(0, len(text))),)
    return replace(reading, document=replace(document, text=text, passages=passages))


REPORTS = (
    claimed(told("a", 10, 8), speakers=("sohr",), actor=("sy.gov.forces",)),
    claimed(told("b", 10, 11, published=12), speakers=("sohr",), actor=("sy.gov.forces",)),
    claimed(told("c", 10, 9, published=13), speakers=("sohr",), actor=("sy.gov.forces",)),
    claimed(told("d", 10, 8), speakers=("sy.gov",), actor=("sy.rebels",), killed=Count(3, 3)),
    claimed(told("e", 10, 8), speakers=("ru.gov",), stance=Stance.DENIED, killed=None),
    with_tail(told("f", 10, 8), TAIL),
    with_tail(told("g", 10, 8, published=14), TAIL.replace("three", "four")),
)


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load_packs("syria", ["syria-2016"])


@pytest.fixture
def folder(tmp_path: Path, packs: Packs) -> Path:
    workspace = create_workspace(tmp_path / "ws", "syria")
    with workspace.open_ledger() as ledger:
        ledger.add_documents(REPORTS, RUN)
        find_reprints(ledger)
        group(ledger, packs, RUN)
    return workspace.folder


@pytest.fixture
def ledger(folder: Path) -> Iterator[Ledger]:
    with open_ledger(folder / "ledger.sqlite") as opened:
        yield opened


def shown(ledger: Ledger, packs: Packs) -> IncidentExplanation:
    (entry,) = ledger.incidents()
    return explain_incident(ledger, packs.conflict, entry.incident.id)


def test_sources_are_counted_and_not_articles(ledger: Ledger, packs: Packs) -> None:
    view = shown(ledger, packs)
    assert (view.reports, len(view.told_by.origins)) == (7, 4)
    assert view.told_by.summary.startswith("4 independent sources; nobody admits it; denied by ")
    assert view.told_by.summary.endswith("; 2 competing attributions")


def test_speakers_stand_by_what_they_agree_on(ledger: Ledger, packs: Packs) -> None:
    view = shown(ledger, packs).told_by
    occurrence = [one for one in view.positions if one.field == "Occurrence"]
    assert [(one.value, len(one.sources), one.disputed) for one in occurrence] == [
        ("told of as done", 4, True),
        ("said not to have happened", 1, True),
    ]
    killed = {one.value: one.sources for one in view.positions if one.field.startswith("Killed")}
    assert set(killed) == {"8", "11", "9", "3"}
    assert len(killed["8"]) == 3


def test_a_revised_toll_shows_both_with_their_days_and_is_never_averaged(ledger: Ledger, packs: Packs) -> None:
    view = shown(ledger, packs).told_by
    assert [(one.before, one.after, one.after_day) for one in view.changed] == [
        ("8", "11", "12 May 2016"),
        ("11", "9", "13 May 2016"),
    ]
    observatory = [point.toll for point in view.tolls if point.source.startswith("Syrian Observatory")]
    assert observatory == ["8", "11", "9"]
    assert view.tolls[0].published == date(2016, 5, 11)


def test_copies_name_the_likely_origin_and_what_they_changed(ledger: Ledger, packs: Packs) -> None:
    (text,) = shown(ledger, packs).copies
    assert text.origin.outlet == "f"
    (copy,) = text.copies
    assert copy.report.outlet == "g"
    assert ("three", "four") in {(change.before, change.after) for change in copy.changes}


def test_terminal_and_page_show_it(folder: Path, ledger: Ledger, packs: Packs) -> None:
    claim = next(id for id in shown(ledger, packs).tellings if id.report.outlet == "d").claim_id
    split(ledger, [claim], Person("mk", "another street", NOW))
    group(ledger, packs, RUN)
    entry = max(ledger.incidents(), key=lambda one: len(one.incident.claim_ids))
    console = Console(record=True, width=160, file=open("/dev/null", "w"))  # noqa: SIM115
    print_explanation(console, explain(ledger, packs.conflict, entry.incident.id))
    text = console.export_text()
    console.file.close()
    for words in (
        "Who agrees on what",
        "Told otherwise later",
        "Tolls as they came",
        "likely origin",
        "another street",
    ):
        assert words in text

    page = (
        TestClient(create_app([load_workspace(folder)]), base_url="http://localhost")
        .get(f"/incident/{entry.incident.id}")
        .text
    )
    for words in ("Who agrees on what", "independent sources", "Likely origin", "<ins>four</ins>", "another street"):
        assert words in page
