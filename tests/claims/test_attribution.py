"""Who is given the words: on sentences as the shipped parser reads them."""

from __future__ import annotations

import pytest

from tests.claims.builders import reading_of
from trucewatch.claims.attribution import Attribution
from trucewatch.claims.speaker_options import attributions_of


def told(text: str, outlet: str = "Example Wire") -> list[tuple[Attribution, ...]]:
    return list(attributions_of(reading_of(text, outlet)))


def chains(text: str, outlet: str = "Example Wire") -> list[list[tuple[str, ...]]]:
    """The chains of each sentence."""
    return [[attribution.chain for attribution in group] for group in told(text, outlet)]


@pytest.mark.parametrize(
    ("text", "chain", "form"),
    [
        (
            "Shells fell on the town, according to the Syrian Observatory for Human Rights.",
            ("sohr",),
            "according-to",
        ),
        ("According to state media, shells fell on the town.", ("media",), "according-to"),
        ("The Syrian army said that shells fell on the town.", ("sy.gov.forces",), "verb"),
        ("A Syrian army spokesman said rebels shelled Aleppo.", ("sy.gov.forces",), "verb"),
        ("Russia said its jets had bombed Palmyra.", ("ru.gov",), "verb"),
        ("Moscow denied that its jets bombed the hospital.", ("ru.gov",), "verb"),
        ("The army accused rebels of shelling Aleppo.", ("sy.gov.forces",), "verb"),
        ("A source said that jets bombed Idlib.", ("officials",), "verb"),
        ("Doctors said ten people died.", ("activists",), "verb"),
        ("State television said the army took the village.", ("media",), "verb"),
        ("A French diplomat said talks failed.", ("fr.gov",), "verb"),
        ("The attack was reported by the Syrian Observatory for Human Rights.", ("sohr",), "passive"),
        ("Reuters reported, citing a rebel commander, that the army shelled Daraya.", ("media", "sy.rebels"), "verb"),
    ],
)
def test_the_chain_of_a_sentence(text: str, chain: tuple[str, ...], form: str) -> None:
    ((first, *_),) = told(text)
    assert (first.chain, first.form, first.pronoun) == (chain, form, False)


@pytest.mark.parametrize(
    "text",
    ["The rebels shelled Aleppo on Friday.", "Jets bombed Idlib, it was reported.", "The report is long.", "Silence."],
)
def test_nobody_is_given_the_words(text: str) -> None:
    assert chains(text) == [[]]


def test_a_quoting_agency_is_the_outermost_speaker() -> None:
    ((first, *_),) = chains("SANA quoted a military source as saying that rebels shelled Aleppo.")
    assert first[0] == "media"
    assert len(first) == 2


def test_the_agency_that_was_told_is_no_link_of_its_own_report() -> None:
    text = "A doctor told AFP that shells fell on the town."
    assert chains(text, "Example Wire") == [[("media", "activists")]]
    assert chains(text, "AFP") == [[("activists",)]]


def test_he_is_the_one_who_spoke_last() -> None:
    text = "A Syrian army spokesman said rebels shelled Aleppo. He added that two people died."
    (first,), (second,) = told(text)
    assert (first.pronoun, second.pronoun) == (False, True)
    assert second.chain == first.chain == ("sy.gov.forces",)
    assert [span.of(text) for span in second.spans] == ["He", "added"]
    assert [span.of(text) for span in second.evidence] == ["He", "added", "Syrian army spokesman"]
    assert first.evidence == first.spans


def test_whoever_a_pronoun_means_is_named_by_his_first_words_not_by_other_pronouns() -> None:
    text = "A Syrian army spokesman said rebels shelled Aleppo. He added that two died. He said that it was quiet."
    *_, (third,) = told(text)
    assert [span.of(text) for span in third.evidence] == ["He", "said", "Syrian army spokesman"]


def test_a_surname_is_named_where_its_bearer_first_spoke_for_somebody() -> None:
    text = "Colonel Omar Hasan, a Syrian army spokesman, said rebels shelled Aleppo. It rained. Hasan said two died."
    first, _, (third,) = told(text)
    assert third.chain == first[0].chain
    words = [span.of(text) for span in third.evidence]
    assert words[:2] == ["Hasan", "said"]
    assert set(third.evidence[2:]) <= set(first[0].spans)
    assert words[2:]


def test_the_source_is_the_one_who_spoke_last() -> None:
    first, second = chains("A military source told SANA that rebels shelled Aleppo. The source said two people died.")
    assert first == second


def test_another_source_is_somebody_else() -> None:
    first, second = chains("A rebel commander said jets bombed Idlib. A source said two people died.")
    assert first != second == [("officials",)]


def test_a_surname_is_remembered_with_the_body_it_spoke_for() -> None:
    text = (
        "The Pentagon spokesman, Navy Captain Jeff Davis, said that Russia bombed rebels. "
        "The talks go on. Davis said the strikes hit a base."
    )
    first, between, last = told(text)
    assert between == ()
    assert [a.chain for a in last] == [a.chain for a in first] == [("us.forces",)]
    assert [a.pronoun for a in last] == [True]


def test_what_one_report_told_is_forgotten_in_the_next() -> None:
    told("The Pentagon spokesman, Navy Captain Jeff Davis, said that Russia bombed rebels.")
    assert chains("Davis said the strikes hit a base.") != [[("us.forces",)]]


def test_every_attribution_stands_on_words_of_its_sentence() -> None:
    text = (
        "Reuters reported, citing a rebel commander, that the army shelled Daraya. He said two people died. "
        "A resident told AFP that shells fell. The army denied it, according to SANA."
    )
    reading = reading_of(text)
    for number, group in enumerate(attributions_of(reading)):
        for attribution in group:
            assert attribution.sentence == number
            assert attribution.chain
            assert attribution.spans
            assert all(span in reading.trees[number].span and span.of(text).strip() for span in attribution.spans)
            assert reading.trees[number].lemmas[attribution.cue] == attribution.cue_lemma
