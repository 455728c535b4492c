from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from trucewatch.evaluation.ucdp_pairs import HeadlinePair, balanced, of_one_day, pairs_of


def event(id: int, day: str, *headlines: str, province: str = "Idlib") -> dict[str, object]:
    articles = [{"office": "Wire", "date": day, "headline": headline} for headline in headlines]
    return {"id": id, "adm_1": province, "date_start": day, "articles": articles}


def test_cited_together_is_one_and_near_but_never_together_is_two() -> None:
    events = [
        event(1, "2016-05-20", "Raid on town", "Town bombed", "Jets hit town", "Town struck"),
        event(2, "2016-05-21", "Bridge blown up", "Blast at bridge", "Bridge gone", "Bridge falls"),
        event(3, "2016-05-29", "Far off in time", "Much later"),
        event(4, "2016-05-20", "Elsewhere", "In another province", province="Daraa"),
    ]
    pairs = pairs_of(events, 10)
    together = {frozenset((pair.first[2], pair.second[2])) for pair in pairs if pair.together}
    apart = {frozenset((pair.first[2], pair.second[2])) for pair in pairs if not pair.together}
    assert together
    assert apart
    first, second = ({article["headline"] for article in one["articles"]} for one in events[:2])  # type: ignore[attr-defined]
    assert all(
        pair <= first or pair <= second
        for pair in together
        if not pair & {"Far off in time", "Much later", "Elsewhere", "In another province"}
    )
    assert all(len(pair & first) == 1 and len(pair & second) == 1 for pair in apart)
    assert not together & apart


def test_events_of_one_day_keep_the_articles_of_those_days_that_tell_of_few() -> None:
    strike = {**event(1, "2016-05-20", "Raid on town"), "date_end": "2016-05-20", "date_prec": "1"}
    late = {"office": "Wire", "date": "2016-06-20", "headline": "A month of raids"}
    strike["articles"] = [*strike["articles"], late]  # type: ignore[misc]
    siege = {**event(2, "2016-05-01", "Town besieged"), "date_end": "2016-05-30", "date_prec": "1"}
    tally = [
        {**event(id, "2016-05-20", "Forty killed yesterday"), "date_end": "2016-05-20", "date_prec": "1"}
        for id in range(3, 8)
    ]
    kept = of_one_day([strike, siege, *tally])
    assert [one["id"] for one in kept] == [1, *range(3, 8)]
    told = [[article["headline"] for article in one["articles"]] for one in kept]  # type: ignore[attr-defined]
    assert told == [["Raid on town"], [], [], [], [], []]


def test_a_balanced_choice_has_as_many_of_each_kind_and_is_the_same_every_time() -> None:
    days = [str(date(2016, 5, 1) + timedelta(days=at)) for at in range(20)]
    pairs = [HeadlinePair(("Wire", day, "Raid"), ("Agency", day, "Strike"), at < 4, 0) for at, day in enumerate(days)]
    chosen = np.array([at != 0 for at in range(20)])
    taken = balanced(pairs, chosen)
    assert taken[1:4].all()
    assert taken[4:].sum() == 3
    assert not taken[0]
    order = list(reversed(range(20)))
    turned = balanced([pairs[at] for at in order], chosen[order])
    assert np.array_equal(turned, taken[order])
    assert not balanced(pairs, np.array([at < 4 for at in range(20)])).any()
