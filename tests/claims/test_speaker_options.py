"""Who could be the one who says it, and with what words."""

from __future__ import annotations

from tests.claims.builders import reading_of
from trucewatch.claims.draft import Draft, Option
from trucewatch.claims.reading import Reading
from trucewatch.claims.speaker_options import OUTLET_ITSELF, attributions_of, speaker_options
from trucewatch.model import Parties


def draft_of(reading: Reading, word: str, sentence: int = 0) -> Draft:
    tree = reading.trees[sentence]
    candidate = next(c for c in reading.candidates[sentence] if word in c.span(tree).of(reading.document.text))
    return Draft(candidate, candidate.acts[0], "act.test")


def options_for(text: str, word: str, sentence: int = 0) -> dict[Parties, Option[Parties]]:
    reading = reading_of(text)
    options = speaker_options(reading, draft_of(reading, word, sentence), attributions_of(reading))
    assert len({option.value for option in options}) == len(options)
    return {option.value: option for option in options}


def test_the_outlet_itself_can_always_be_meant_and_rests_on_no_words() -> None:
    options = options_for("Rebels shelled Aleppo.", "shelled")
    assert options[OUTLET_ITSELF].spans == ()
    assert options[OUTLET_ITSELF].rule == "speaker.outlet"


def test_who_is_given_the_words_of_the_sentence() -> None:
    text = "The Syrian army said that rebels shelled Aleppo."
    said = options_for(text, "shelled")[("sy.gov.forces",)]
    assert said.rule == "speaker.verb"
    assert [span.of(text) for span in said.spans] == ["Syrian army", "said"]
    assert len(said.words) == 2


def test_a_pronoun_rests_on_the_words_that_name_whom_it_means_too() -> None:
    text = "A Syrian army spokesman said the front was quiet. He said that rebels shelled Aleppo."
    said = options_for(text, "shelled", 1)[("sy.gov.forces",)]
    assert [span.of(text) for span in said.spans] == ["He", "said", "Syrian army spokesman"]


def test_who_does_an_act_can_speak_of_it_too() -> None:
    own = options_for("Rebels promised to shell Aleppo.", "shell")[("sy.rebels",)]
    assert own.rule == "speaker.named"
    assert any(feature.startswith("self=") for feature in own.features)


def test_a_speaker_of_another_sentence_can_go_on() -> None:
    said = "The Syrian army said that the front was quiet. "
    for back in (1, 2, 4):
        text = said + "It rained. " * (back - 1) + "Rebels shelled Aleppo."
        option = options_for(text, "shelled", back)[("sy.gov.forces",)]
        assert option.rule == "speaker.goes-on"
        assert any(feature.startswith("goes-on=back=") for feature in option.features)
    later = options_for("Rebels shelled Aleppo. " + said, "shelled")[("sy.gov.forces",)]
    assert later.rule == "speaker.told-later"


def test_whoever_was_named_before_can_be_meant() -> None:
    text = "Turkey closed its border. The ministry said that rebels shelled Aleppo."
    options = options_for(text, "shelled", 1)
    before = [option for option in options.values() if option.rule == "speaker.named-before"]
    assert before
    assert all(option.spans for option in before)


def test_two_who_say_it_together_are_both_speakers() -> None:
    options = options_for("Britain and France said that rebels shelled Aleppo.", "shelled")
    assert options[("gb.gov", "fr.gov")].rule == "speaker.verb"


def test_the_same_speaker_twice_is_one_option_with_both_reasons() -> None:
    text = "The Syrian army said that the front was quiet. The Syrian army said that rebels shelled Aleppo."
    option = options_for(text, "shelled", 1)[("sy.gov.forces",)]
    assert any(feature.startswith("said=") for feature in option.features)
    assert any(feature.startswith("goes-on=") for feature in option.features)


def test_no_feature_names_a_party() -> None:
    text = "The Syrian army said that rebels shelled Aleppo. Moscow denied it. Rebels shelled Hama."
    reading = reading_of(text)
    for number, word in ((0, "shelled"), (2, "shelled")):
        draft = draft_of(reading, word, number)
        for option in speaker_options(reading, draft, attributions_of(reading)):
            assert not any(party in feature for feature in option.features for party in ("sy.", "ru.", "us."))
