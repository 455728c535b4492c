"""Days told with the very act."""

from __future__ import annotations

from datetime import date

from tests.claims.builders import reading_of
from trucewatch.claims.draft import Draft
from trucewatch.claims.plain_days import likely_days
from trucewatch.claims.setting_options import day_options
from trucewatch.model import Day


def days_of(text: str, trigger: str) -> tuple[list[Day | None], list[Day | None]]:
    """The likely days of an act, and all that could be its day."""
    reading = reading_of(text)
    (candidate,) = (
        found
        for number, group in enumerate(reading.candidates)
        for found in group
        if reading.trees[number].tokens[found.token].text == trigger
    )
    draft = Draft(candidate, candidate.acts[0], "act.test")
    return [o.value for o in likely_days(reading, draft)], [o.value for o in day_options(reading, draft)]


def test_the_day_that_the_act_governs_is_the_only_one() -> None:
    likely, offered = days_of("On 12 May 2016, gunmen shelled the village that they had left on Monday.", "shelled")
    assert likely == [Day(date(2016, 5, 12), date(2016, 5, 12), "day")]
    assert len(offered) > 1


def test_a_month_or_year_that_the_act_governs_is_the_only_one() -> None:
    likely, offered = days_of("The town was seized by the group in early 2014 and attacked again on Monday.", "seized")
    assert [day and (day.start, day.precision) for day in likely] == [(date(2014, 1, 1), "year")]
    assert len(offered) > 1


def test_a_day_that_opens_a_sentence_is_that_of_its_main_clause() -> None:
    likely, offered = days_of("On Friday the army began an assault on the village held since Monday.", "assault")
    assert len(offered) > 1
    assert likely == [Day(date(2016, 5, 20), date(2016, 5, 20), "day")]


def test_a_day_of_saying_is_not_that_of_what_is_said() -> None:
    likely, offered = days_of("On Monday the army reported an assault on the village.", "assault")
    assert likely == offered


def test_a_day_of_another_clause_leaves_all_open() -> None:
    likely, offered = days_of("The army said on Monday that gunmen shelled the village.", "shelled")
    assert likely == offered


def test_a_month_without_a_word_before_it_leaves_all_open() -> None:
    likely, offered = days_of("Gunmen shelled the village last month.", "shelled")
    assert likely == offered


def test_after_since_all_is_open() -> None:
    likely, offered = days_of("Since the truce, gunmen shelled the village on Monday.", "shelled")
    assert likely == offered
