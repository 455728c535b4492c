"""Why tellings are held to be one incident."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.views import builders
from trucewatch.incidents.rulings import ONE, Rulings, ruling_on
from trucewatch.incidents.weights import LINK
from trucewatch.ledger import Ledger, UnknownId, open_ledger
from trucewatch.model import Link, LinkPart
from trucewatch.packs import Conflict
from trucewatch.views.labels import table
from trucewatch.views.together_view import (
    NARROW,
    UNCERTAIN,
    LinkPartView,
    grouping_text,
    how_sure,
    together_of,
    uncertain_joins,
)

INCIDENT = builders.strike_incident()
FIRST, DENIAL, UPDATE = (claim.id for claim in builders.STRIKE)


@pytest.mark.parametrize(
    ("above", "how"), [(-0.1, "through"), (0.0, "uncertain"), (NARROW - 0.01, "uncertain"), (NARROW, "alike")]
)
def test_a_join_is_uncertain_where_its_sum_hardly_passes_the_line_or_does_not(above: float, how: str) -> None:
    link = Link(FIRST, UPDATE, LINK + above, ())
    assert how_sure(link) == how
    assert how_sure(link, Rulings((frozenset({FIRST, UPDATE}),))) == "ruled"
    assert how in table("joins")


def test_each_join_says_what_speaks_for_and_against_in_words_of_now(ledger: Ledger, conflict: Conflict) -> None:
    together = together_of(ledger, conflict, INCIDENT.id)
    update, denial = together.links
    assert (update.second_number, update.first_number, update.second.trigger) == (2, 1, "air strikes")
    assert reasons(update.parts_for) == ["same day told: 20 May 2016", "both name Ariha"]
    assert update.parts_against == ()
    assert reasons(denial.parts_for) == ["same day told: 20 May 2016"]
    assert reasons(denial.parts_against) == [
        "different alleged actors: Russian forces here, Syrian government forces there"
    ]
    assert denial.mark == (
        "uncertain: these two alone come to 2.50, below the line of 6.00; other tellings hold them together"
    )
    assert [part.contribution for part in denial.parts] == [3.0, -0.5]
    with pytest.raises(UnknownId):
        together_of(ledger, conflict, "incident-none")


def test_uncertain_joins_come_first(tmp_path: Path, conflict: Conflict) -> None:
    sure, loose = (replace(link, score=score) for link, score in zip(INCIDENT.links, (9.0, LINK + 0.5), strict=True))
    marked = replace(INCIDENT, links=(sure, loose))
    with written(tmp_path, marked) as ledger:
        links = together_of(ledger, conflict, marked.id).links
    assert [link.how for link in links] == ["uncertain", "alike"]
    assert [link.mark for link in links] == ["uncertain: their sum of 6.50 passes the line of 6.00 only just", ""]
    assert [link.uncertain for link in links] == [True, False]


def test_a_ruling_takes_the_place_of_the_sum(tmp_path: Path, conflict: Conflict) -> None:
    with written(tmp_path, INCIDENT) as ledger:
        digests = ledger.digests([FIRST, DENIAL])
        made = ruling_on(
            ONE, [[FIRST, DENIAL]], digests, subject=INCIDENT.id, reason="One strike.", by="R. Roe",
            at=builders.NOON, previous_hash=ledger.decision_head(),
        )  # fmt: skip
        ledger.add_decision(made)
        together = together_of(ledger, conflict, INCIDENT.id)
    marks = {link.second.claim_id: link.mark for link in together.links}
    assert marks[DENIAL] == "put together by a person's ruling"
    assert marks[UPDATE].startswith("uncertain")
    assert together.summary.endswith("; 1 join uncertain")


def test_the_joins_on_one_line() -> None:
    assert grouping_text(INCIDENT) == (
        "3 tellings taken for one event: days that fit (2 of 2 joins) and places that fit (1 of 2); 2 joins uncertain"
    )
    assert uncertain_joins(INCIDENT) == 2
    one = replace(INCIDENT, claim_ids=(FIRST, UPDATE), links=(replace(INCIDENT.links[0], score=9.0),))
    assert grouping_text(one) == "2 tellings taken for one event: days that fit and places that fit"
    assert grouping_text(replace(INCIDENT, links=())) == ""
    against = (LinkPart("actor", -1.0, 1.0, ""),)
    assert "by others" in grouping_text(replace(one, links=(replace(one.links[0], parts=against),)))


def test_what_is_uncertain_has_a_mark() -> None:
    for how in UNCERTAIN:
        assert table("joins")[how].startswith("uncertain")


def reasons(parts: tuple[LinkPartView, ...]) -> list[str]:
    return [part.reason for part in parts]


def written(folder: Path, incident: builders.Incident) -> Ledger:
    builders.write_ledger(folder / "ledger.sqlite")
    ledger = open_ledger(folder / "ledger.sqlite")
    ledger.replace_incidents([incident], [], builders.RUN, as_of=ledger.claims_version())
    return ledger
