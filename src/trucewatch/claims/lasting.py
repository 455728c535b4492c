"""States that last since an act of some day: "airstrikes have killed 40 people since the truce fell in April"."""

from __future__ import annotations

from trucewatch.claims import day_arithmetic as calc
from trucewatch.claims.days import TimeWords
from trucewatch.claims.draft import Draft
from trucewatch.claims.reading import Reading
from trucewatch.model import Day

_SINCE = "since"
_REACH = 20
"""How many words before its day a clause with "since" can begin."""


def lasting_since(reading: Reading, draft: Draft, words: TimeWords) -> Day:
    """The day that time words of the draft's sentence give its act.

    What is told to last since an act of that day runs from there to the day of the report; the act of the clause with
    "since" keeps the day: the truce fell in April, the killing went on from April.
    """
    tree = reading.trees[draft.sentence]
    dated = tree.tokens_in(words.span)
    if reading.anchor is None or not dated or words.day.start > reading.anchor:
        return words.day
    since = _since_before(reading, draft, words, dated[0])
    if since is None:
        return words.day
    told_before = draft.token < since
    opens_sentence = since <= 1 and draft.token > dated[-1] and draft.token not in tree.subtree(tree.head(since))
    return calc.span(words.day.start, reading.anchor) if told_before or opens_sentence else words.day


def _since_before(reading: Reading, draft: Draft, words: TimeWords, first: int) -> int | None:
    """Where the nearest "since" before the words stands, with no other words of time between them."""
    tree = reading.trees[draft.sentence]
    before = range(first - 1, max(-1, first - _REACH), -1)
    since = next((at for at in before if tree.lemmas[at] == _SINCE), None)
    if since is None:
        return None
    times = (other.span.start for other in reading.times[draft.sentence])
    between = any(tree.tokens[since].start <= start < words.span.start for start in times)
    return None if between else since
