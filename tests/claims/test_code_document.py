"""From a report to its claims: what must hold of every claim of every report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import trucewatch
from tests.claims.builders import FRIDAY, coded
from trucewatch.claims import code_document
from trucewatch.claims.code_document import code_reading
from trucewatch.claims.heads import Weights, load_weights
from trucewatch.claims.reading import read
from trucewatch.coding import Coded, code_batch, parse_request
from trucewatch.documents import read_document
from trucewatch.evaluation.gold import code_rows
from trucewatch.evaluation.gold_files import read_documents
from trucewatch.intake import IntakeOptions, read_sources
from trucewatch.language import Sentence, load_parser
from trucewatch.model import CLAIM_FIELDS, Claim, Day, Document, Found, PassageKind, RawReport, Span, Stance
from trucewatch.packs import load_conflict
from trucewatch.packs.acts import load_acts

SAMPLES = Path(trucewatch.__file__).parent / "samples"
TEXT = (
    "Government forces shelled Daraya on Friday, killing at least eight people, the opposition said.\n\n"
    "The army denied that it had bombed the town. Rebels are preparing to storm a base near Hama."
)

Report = tuple[Document, tuple[Claim, ...]]


@pytest.fixture(scope="module", params=[("syria-2016", "syria"), ("yemen-2022", "yemen")], ids=["syria", "yemen"])
def samples(request: pytest.FixtureRequest) -> list[Report]:
    """The bundled sample reports of one conflict with their claims."""
    folder, conflict = request.param
    return code_folder(SAMPLES / folder, conflict)


def code_folder(folder: Path, conflict: str) -> list[Report]:
    options = IntakeOptions(now=datetime(2022, 7, 1, tzinfo=UTC))
    raws = [raw for raw in read_sources([folder], options) if isinstance(raw, RawReport)]
    outcomes = code_batch(raws, load_conflict(conflict)).outcomes
    return [(outcome.document, outcome.claims) for outcome in outcomes if isinstance(outcome, Coded)]


def parse(document: Document) -> list[Sentence]:
    """The sentences of a document, as the coder wants them."""
    request = parse_request(document)
    return load_parser().parse(request.text, request.segments, presplit=request.presplit)


def fields_of(claim: Claim) -> dict[str, Found[object]]:
    return {name: getattr(claim, name) for name in CLAIM_FIELDS}


def check(document: Document, claims: Sequence[Claim]) -> None:
    """Every promise of a claim."""
    acts = load_acts()
    whole = Span(0, len(document.text))
    assert len({claim.id for claim in claims}) == len(claims)
    assert [claim.trigger.start for claim in claims] == sorted(claim.trigger.start for claim in claims)
    tellings = [(claim.sentence, *(found.value for found in fields_of(claim).values())) for claim in claims]
    assert len(set(tellings)) == len(tellings), "a telling that changes no field of another in its sentence"
    for claim in claims:
        assert claim.document_id == document.id
        assert claim.sentence in whole
        assert claim.trigger in claim.sentence
        assert claim.trigger.of(document.text).strip()
        assert claim.act.value in acts
        check_values(claim)
        for name, found in fields_of(claim).items():
            assert found.rule, name
            for span in found.spans:
                assert span in whole, (name, span)
                assert span.of(document.text).strip() == span.of(document.text) != "", (name, span)


def check_values(claim: Claim) -> None:
    """What the codebook asks of values whatever the report says."""
    assert not claim.act.assumed
    assert not claim.stance.assumed
    assert claim.actor.value
    assert claim.actor.assumed or claim.actor.value != ("unknown",)
    assert claim.place.value is None or not claim.place.assumed
    assert claim.day.value is None or not claim.day.assumed
    for count in (claim.killed, claim.injured):
        assert count.value is None or not count.assumed
    for parties in (claim.actor.value, claim.target.value, claim.speakers.value):
        assert len(set(parties)) == len(parties)
        assert all(parties)
    if (day := claim.day.value) is not None:
        assert day.start <= day.end


def test_the_promises_hold_on_the_samples(samples: list[Report]) -> None:
    assert len(samples) > 20
    for document, claims in samples:
        check(document, claims)
    assert sum(len(claims) for _, claims in samples) > 100


def test_the_samples_are_told_of_in_all_fields(samples: list[Report]) -> None:
    claims = [claim for _, claims in samples for claim in claims]
    assert {claim.stance.value for claim in claims} >= {Stance.ASSERTED, Stance.DENIED, Stance.PLANNED}
    for name in ("place", "day", "killed", "injured"):
        assert any(getattr(claim, name).value is not None for claim in claims), name
    assert any(len(claim.speakers.value) > 0 for claim in claims)
    assert any(claim.actor.value == ("unknown",) for claim in claims)


def test_captions_tell_no_claims(samples: list[Report]) -> None:
    for document, claims in samples:
        untold = [p.span for p in document.passages if p.kind in (PassageKind.CAPTION, PassageKind.FURNITURE)]
        assert not any(claim.trigger.overlaps(span) for claim in claims for span in untold)


def test_coding_again_gives_the_same(samples: list[Report]) -> None:
    document, claims = max(samples, key=lambda report: len(report[1]))
    conflict = load_conflict("syria" if document.published and document.published.year == 2016 else "yemen")
    first, second = (code_document(document, parse(document), conflict) for _ in range(2))
    assert first == second
    assert claims


def test_the_program_codes_as_the_coder_does() -> None:
    document, claims = coded(TEXT)
    assert claims == code_document(document, parse(document), load_conflict("syria"))


@pytest.mark.shared
@pytest.mark.parametrize("name", ["dev", "seed"])
def test_the_promises_hold_on_the_gold_reports(gold: Path, name: str) -> None:
    reports = code_rows(read_documents(gold / f"{name}.docs.jsonl")[:20], "syria")
    assert sum(len(claims) for _, claims in reports) > 15
    for document, claims in reports:
        check(document, claims)


def test_the_words_of_a_claim_and_its_values() -> None:
    document, claims = coded(TEXT)
    shelled = next(claim for claim in claims if claim.trigger.of(document.text) == "shelled")
    assert shelled.act.value == "attack.shelling"
    assert shelled.actor.value == ("sy.gov.forces",)
    assert [span.of(document.text) for span in shelled.actor.spans] == ["Government forces"]
    assert shelled.day.value == Day(FRIDAY, FRIDAY, "day")
    assert shelled.killed.value is not None
    assert (shelled.killed.value.min, shelled.killed.value.max) == (8, None)
    assert shelled.speakers.value == ("sy.opposition",)


def reversed_weights(weights: Weights) -> Weights:
    """The same weights with every table the other way round."""
    choosers = {
        name: replace(chooser, weights=dict(reversed(chooser.weights.items())))
        for name, chooser in reversed(weights.choosers.items())
    }
    classifiers = {
        name: replace(
            classifier,
            rows={feature: len(classifier.rows) - 1 - row for feature, row in reversed(classifier.rows.items())},
            table=classifier.table[::-1],
        )
        for name, classifier in reversed(weights.classifiers.items())
    }
    return Weights(choosers, classifiers, weights.act_threshold)


def test_the_order_of_the_weights_does_not_matter() -> None:
    document, _ = coded(TEXT)
    sentences = parse(document)
    weights = load_weights()
    plain, turned = (
        code_document(document, sentences, load_conflict("syria"), w) for w in (weights, reversed_weights(weights))
    )
    assert plain == turned
    assert plain


def test_named_features_are_enough_without_word_vectors() -> None:
    document, _ = coded(TEXT)
    claims = code_reading(read(document, parse(document), load_conflict("syria")), load_weights())
    check(document, claims)
    assert any(claim.trigger.of(document.text) == "shelled" for claim in claims)


def test_ids_stay_when_another_sentence_changes() -> None:
    document, claims = coded(TEXT)
    sentences = parse(document)
    fewer = code_document(document, sentences[:1], load_conflict("syria"))
    assert {claim.id for claim in fewer} <= {claim.id for claim in claims}


@pytest.mark.parametrize("text", ["Silence.", "A B C D.", "12.", "???", '"', "the the the the"])
def test_reports_that_tell_of_no_act(text: str) -> None:
    assert coded(text)[1] == ()


def test_a_document_without_sentences_has_no_claims() -> None:
    raw = RawReport(b"Nothing is told here.", "text", "a.txt", datetime(2016, 5, 21, tzinfo=UTC))
    assert code_document(read_document(raw), [], load_conflict("syria")) == ()
