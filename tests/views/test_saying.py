"""Who says a claim, from which words; pronouns and assumed speakers say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.views import builders
from trucewatch.model import Claim, Found, PassageKind, Span
from trucewatch.packs import Conflict
from trucewatch.views.saying import saying

TEXT = "The Syrian Observatory for Human Rights said it was quiet. He added that jets carried out air strikes on Ariha."
REPORT = builders.a_document("Orontes Wire", "Quiet", ((PassageKind.BODY, TEXT),), date(2016, 5, 21))


def claim_said_by(rule: str, *words: str, value: tuple[str, ...] = ("sohr",)) -> Claim:
    spans = tuple(Span(at, at + len(word)) for word in words for at in (REPORT.text.index(word),))
    return builders.a_claim(REPORT, "attack.air", "air strikes", speakers=Found(value, rule, spans))


def test_a_speaker_named_in_the_sentence(conflict: Conflict) -> None:
    first = builders.STRIKE[0]
    claim = replace(first, speakers=replace(first.speakers, rule="speaker.verb"))
    shown = saying(conflict, claim, builders.WIRE)
    assert shown.text == (
        "Syrian Observatory for Human Rights, given the words: “the Syrian Observatory for Human Rights said” here"
    )


def test_a_pronoun_shows_the_sentence_that_names_whom_it_means(conflict: Conflict) -> None:
    shown = saying(conflict, claim_said_by("speaker.verb", "He", "added", "Syrian Observatory"), REPORT)
    here, elsewhere = shown.stretches
    assert (here.words, here.sentence) == (("He", "added"), "")
    assert elsewhere.words == ("Syrian Observatory",)
    assert elsewhere.sentence.startswith("The Syrian Observatory for Human Rights said")
    assert shown.unnamed == ""


def test_a_pronoun_alone_is_said_to_name_nobody(conflict: Conflict) -> None:
    shown = saying(conflict, claim_said_by("speaker.verb", "He", "added", value=("activists",)), REPORT)
    assert shown.unnamed
    assert shown.text.endswith(shown.unnamed)


def test_a_speaker_of_another_sentence_is_said_to_be_taken_from_there(conflict: Conflict) -> None:
    shown = saying(conflict, claim_said_by("speaker.goes-on", "Syrian Observatory", "said"), REPORT)
    assert "another sentence" in shown.how
    assert [one.sentence != "" for one in shown.stretches] == [True]


def test_the_outlet_itself_is_assumed(conflict: Conflict) -> None:
    shown = saying(conflict, claim_said_by("speaker.outlet", value=()), REPORT)
    assert (shown.speaker, shown.stretches) == ("Orontes Wire itself", ())
    assert shown.how.startswith("assumed")
