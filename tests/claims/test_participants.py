"""Who acts and on whom: grammar first, then what was learned; nobody is both."""

from __future__ import annotations

from tests.claims.builders import reading_of
from trucewatch.claims.draft import Draft
from trucewatch.claims.heads import Chooser
from trucewatch.claims.participant_options import actor_options, target_options
from trucewatch.claims.participant_values import UNKNOWN
from trucewatch.claims.participants import choose_actors, choose_targets
from trucewatch.claims.reading import Reading
from trucewatch.packs.acts import load_acts


def draft_of(reading: Reading, word: str, act: str, sentence: int = 0) -> Draft:
    tree = reading.trees[sentence]
    candidate = next(c for c in reading.candidates[sentence] if word in c.span(tree).of(reading.document.text))
    return Draft(candidate, act, "act.test")


def preferring(*features: str) -> Chooser:
    return Chooser(dict.fromkeys(features, 5.0), {}, {})


def test_whoever_the_report_names_can_be_meant_wherever_it_names_them() -> None:
    text = "Rebels shelled Hama. It rained. Four people died in the attack. Islamic State was silent."
    reading = reading_of(text)
    options = actor_options(reading, draft_of(reading, "attack", "attack.shelling", 2))
    by_rule = {option.value: option.rule for option in options}
    assert by_rule[("sy.rebels",)] == by_rule[("is",)] == "actor.told-elsewhere"
    assert by_rule[UNKNOWN] == "actor.not-told"


def test_two_named_together_elsewhere_can_be_meant_together() -> None:
    reading = reading_of("Rebels and Islamic State shelled Hama. Four people died in the attack.")
    options = actor_options(reading, draft_of(reading, "attack", "attack.shelling", 1))
    assert "actor.together-elsewhere" in {o.rule for o in options if set(o.value) == {"sy.rebels", "is"}}


def test_an_act_that_is_always_done_to_somebody_has_no_empty_target() -> None:
    reading = reading_of("Rebels shelled Hama.")
    draft = draft_of(reading, "shelled", "attack.shelling")
    assert load_acts()[draft.act].target_required
    assert () not in {option.value for option in target_options(reading, draft, UNKNOWN)}
    leaving = reading_of("Rebels withdrew from Hama.")
    assert () in {o.value for o in target_options(leaving, draft_of(leaving, "withdrew", "territory.leave"), UNKNOWN)}


def test_options_know_what_they_are_to_the_actor() -> None:
    reading = reading_of("Government forces shelled Hama. Rebels were silent.")
    draft = draft_of(reading, "shelled", "attack.shelling")
    (rebels,) = [o for o in target_options(reading, draft, ("sy.gov.forces",)) if o.value == ("sy.rebels",)]
    assert "against=opposed/attack" in rebels.features


def test_nobody_is_both_actor_and_target() -> None:
    reading = reading_of("Rebels shelled Hama.")
    drafts = [draft_of(reading, "shelled", "attack.shelling")]
    (target,) = choose_targets(reading, drafts, [("sy.rebels",)], preferring("kind=common"))
    assert "sy.rebels" not in target.value


def test_what_other_tellings_of_the_act_are_done_to_speaks_for_the_same() -> None:
    text = "Government forces shelled rebels in Hama. They shelled a depot. Government forces shelled rebels again."
    reading = reading_of(text)
    drafts = [draft_of(reading, "shelled", "attack.shelling", number) for number in range(3)]
    actors = [("sy.gov.forces",)] * 3
    plain = Chooser({"kind=common": 5.0, "unknown": 0.3}, {}, {})
    together = choose_targets(reading, drafts, actors, plain)
    alone = choose_targets(reading, drafts[1:2], actors[1:2], plain)
    assert [target.value for target in together] == [("sy.rebels",)] * 3
    assert [target.value for target in alone] == [UNKNOWN]


def test_a_report_without_acts() -> None:
    reading = reading_of("It rained.")
    assert choose_actors(reading, [], preferring("x")) == choose_targets(reading, [], [], preferring("x")) == []


def test_a_states_forces_do_not_act_on_their_own_government() -> None:
    text = "Russia said that the Russian army had presented a proposal to Turkey."
    reading = reading_of(text)
    draft = draft_of(reading, "presented", "propose")
    chooser = preferring(
        "named", "before", *(f for o in target_options(reading, draft, ("ru.forces",)) for f in o.features)
    )
    (chosen,) = choose_targets(reading, [draft], [("ru.forces",)], chooser)
    assert chosen.value not in (("ru.gov",), ("ru.forces",))


def test_a_state_can_be_hit_itself_and_not_only_its_army() -> None:
    reading = reading_of("Islamic State fired three rockets at Turkey.")
    draft = draft_of(reading, "fired", "attack.shelling")
    assert {"target.state"} == {o.rule for o in target_options(reading, draft, UNKNOWN) if o.value == ("tr.gov",)}


def test_a_post_and_the_people_hurt_there_can_be_the_target_together() -> None:
    reading = reading_of("A bomb at an Islamic State checkpoint killed five civilians.")
    draft = draft_of(reading, "bomb", "attack.bomb")
    rules = {o.rule for o in target_options(reading, draft, UNKNOWN) if set(o.value) == {"is", "civilians"}}
    assert rules == {"target.with-people"}


def test_a_demand_can_be_made_of_nobody() -> None:
    reading = reading_of("Aid groups called for an end to the siege.")
    assert () in {o.value for o in target_options(reading, draft_of(reading, "called", "demand"), UNKNOWN)}


def test_two_armed_bodies_told_apart_can_have_acted_together() -> None:
    reading = reading_of("Government forces advanced in Aleppo. Hezbollah fought there too. The attack killed four.")
    options = actor_options(reading, draft_of(reading, "attack", "attack.ground", 2))
    rules = {o.rule for o in options if set(o.value) == {"sy.gov.forces", "lb.hezbollah"}}
    assert rules == {"actor.fighting-together"}


def test_its_jets_are_those_of_whoever_was_named_before() -> None:
    reading = reading_of("Israel said its jets struck Hama.")
    options = actor_options(reading, draft_of(reading, "struck", "attack.air"))
    assert ("il.forces",) in {o.value for o in options if o.rule == "actor.pronoun"}
