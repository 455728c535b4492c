from __future__ import annotations

from tests.incidents.builders import claim, exactly, telling, world
from trucewatch.incidents import Telling
from trucewatch.incidents.positions import admitted_by, changed_stories, denied_by, positions_of
from trucewatch.model import Count, Position, Stance


def told(document: str, published: str = "2016-05-29", **fields: object) -> Telling:
    return telling(claim(document=document, **fields), published=published)  # type: ignore[arg-type]


def of(field: str, *tellings: Telling) -> list[Position]:
    return [one for one in positions_of(tellings, world()) if one.field == field]


def test_sources_stand_together_where_they_tell_of_one_number_and_none_is_said_to_say_more() -> None:
    eight, at_least = told("a", killed=exactly(8)), told("b", killed=Count(8, None))
    eleven, dozens = told("c", killed=exactly(11)), told("d", killed=Count(None, None, "dozens"))
    sixty = told("e", killed=Count(60, None))
    first, second, third = of("killed", eight, at_least, eleven, dozens, sixty)
    assert (first.count, first.sources) == (Count(8, None), ("outlet:a", "outlet:b"))
    assert (second.count, second.sources) == (exactly(11), ("outlet:c",))
    assert (third.count, third.sources) == (Count(60, None), ("outlet:e",))


def test_attackers_of_one_side_are_one_attribution() -> None:
    army, government = told("a", actor=("sy.gov.forces",)), told("b", actor=("sy.gov",))
    rebels, nobody = told("c", actor=("sy.rebels",)), told("d")
    first, second = of("actor", army, government, rebels, nobody)
    assert (first.sources, first.parties) == (("outlet:a", "outlet:b"), ("sy.gov.forces", "sy.gov"))
    assert second.parties == ("sy.rebels",)


def test_a_position_names_only_whom_all_its_sources_name() -> None:
    russia, both = told("a", actor=("ru.forces",)), told("b", actor=("ru.forces", "sy.gov.forces"))
    (position,) = of("actor", russia, both)
    assert position.parties == ("ru.forces",)


def test_a_denial_is_an_account_of_its_own() -> None:
    done, denied = of("occurrence", told("a"), told("b", stance=Stance.DENIED), told("c", stance=Stance.PLANNED))
    assert (done.denied, done.sources) == (False, ("outlet:a",))
    assert (denied.denied, denied.sources) == (True, ("outlet:b",))


def test_a_source_that_changes_its_story_shows_both() -> None:
    def sohr(document: str, day: str, **fields: object) -> Telling:
        return told(document, day, speakers=("sohr",), **fields)

    first, second = sohr("a", "2016-05-29", killed=exactly(8)), sohr("b", "2016-05-30", killed=exactly(11))
    third = sohr("c", "2016-05-31", killed=exactly(9), actor=("sy.gov.forces",))
    other = sohr("d", "2016-06-01", killed=exactly(9), actor=("sy.rebels",), stance=Stance.HEDGED)
    changes = changed_stories([first, second, third, other], world())
    assert [(one.field, one.before, one.after) for one in changes] == [
        ("actor", third.claim.id, other.claim.id),
        ("killed", first.claim.id, second.claim.id),
        ("killed", second.claim.id, third.claim.id),
    ]
    assert changed_stories([first, told("x", killed=exactly(3))], world()) == ()


def test_who_says_it_of_itself_and_who_denies_it() -> None:
    own = told("a", actor=("is",), speakers=("is",))
    of_others = told("b", actor=("is",), speakers=("sohr",))
    denied = told("c", actor=("ru.forces",), speakers=("ru.gov",), stance=Stance.DENIED)
    assert admitted_by([own, of_others, denied], world()) == ("is",)
    assert denied_by([own, of_others, denied]) == ("ru.gov",)
