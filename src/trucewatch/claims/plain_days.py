"""Days that need no learned choice, as they are told with the very act: "fired on 2 May"."""

from __future__ import annotations

from trucewatch.claims.draft import Draft, Option
from trucewatch.claims.reading import Reading
from trucewatch.claims.setting_options import day_options
from trucewatch.model import Day

_ON, _SINCE = "on", "since"


def likely_days(reading: Reading, draft: Draft) -> list[Option[Day | None]]:
    """The days to choose among: those told with the very act where there are such, else all of `day_options`.

    Of 61 acts of the coded reports that govern an "on Friday" or "on 2 May", 59 have that day; the other two stand in
    sentences with "since", which are left to the choice.
    """
    options = day_options(reading, draft)
    plain = [option for option in options if _told_with_act(reading, draft, option)]
    return plain or options


def _told_with_act(reading: Reading, draft: Draft, option: Option[Day | None]) -> bool:
    tree = reading.trees[draft.sentence]
    if option.value is None or option.value.precision != "day" or not tree.span.overlaps(option.spans[0]):
        return False
    words = tree.tokens_in(option.spans[0])
    if not words or _SINCE in tree.lemmas[: words[0]]:
        return False
    head = tree.head_of(words)
    return tree.head(head) == draft.token and tree.preposition(head) == _ON
