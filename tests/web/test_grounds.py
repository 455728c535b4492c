"""A folded telling: its own report, and the words that each value was read from."""

from __future__ import annotations

import re
from datetime import date

from tests.views import builders
from trucewatch.model import Answer, Claim, Document, Finding, Ground, PassageKind, Stance
from trucewatch.packs import load_conflict
from trucewatch.views.grounds import ground_views, numbered_reports
from trucewatch.web.rendering import environment

WORDS = "Neither side carried out air strikes on Ariha, the army said."


def folded(*told: tuple[Document, Claim]) -> list[str]:
    claims = {claim.id: claim for _, claim in told}
    documents = {document.id: document for document, _ in told}
    conflict = load_conflict("syria")
    finding = Finding(
        "act_listed", Answer.YES, "As told.", tuple(Ground(id, field) for id in claims for field in ("actor", "stance"))
    )
    reports = {one.report.document_id: one.number for one in numbered_reports(conflict, claims, claims, documents)}
    told_as = {id: 10 + reports[claim.document_id] for id, claim in claims.items()}
    grounds = ground_views(conflict, finding, claims, documents, reports, told_as)
    macros = environment().get_template("grounds.html").module
    return [re.sub(r"<q[^>]*>(.*?)</q>", r"“\1”", str(macros.in_short(one))) for one in grounds]  # type: ignore[attr-defined]


def denial(outlet: str) -> tuple[Document, Claim]:
    report = builders.a_document(outlet, "Denied", ((PassageKind.BODY, WORDS),), date(2016, 5, 21))
    actor = builders.read(report, ("sy.gov.forces",), "army")
    stance = builders.read(report, Stance.DENIED, "Neither")
    return report, builders.a_claim(report, "attack.air", "air strikes", actor=actor, stance=stance)


def plain(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", text).split())


def test_each_value_stands_with_its_words() -> None:
    (line,) = map(plain, folded(denial("One")))
    assert "told as denied, read from “Neither”" in line
    assert "alleged actor Syrian government forces, read from “army”" in line


def test_a_telling_never_stands_under_another_s_report() -> None:
    (line,) = map(plain, folded(denial("One"), denial("Other")))
    told = re.findall(r"Telling (\d+) · Report (\d+) (\w+), 21 May 2016", line)
    assert [(telling, report) for telling, report, _ in told] == [("11", "1"), ("12", "2")]
    assert {outlet for _, _, outlet in told} == {"One", "Other"}
    assert line.endswith("in 2 tellings")


def test_a_value_that_no_words_gave_is_said_to_be_assumed() -> None:
    report = builders.a_document("One", "Strikes", ((PassageKind.BODY, WORDS),), date(2016, 5, 21))
    claim = builders.a_claim(report, "attack.air", "air strikes", actor=builders.read(report, ("ru.forces",)))
    (line,) = map(plain, folded((report, claim)))
    assert "alleged actor Russian forces, assumed" in line
