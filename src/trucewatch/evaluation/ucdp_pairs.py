"""Headlines that UCDP cites for one event, told from headlines of the same province and days.

    python -m trucewatch.evaluation.ucdp_pairs FILE [--take N]

FILE is a list of events with the articles that their coders cited (UCDP GED, CC BY 4.0). A pair is one event when
its articles are cited together; it is two when they were cited for events of one province within two days and never
together. Round-ups cover many events, so some "two" are one and some "one" are two: the figure has a ceiling below 1.
Headlines are coded as reports are; a pair's score is that of its best link, with how alike its headlines' rare words
are, weighted as fitted on one half of the headlines. Average precision is told for the other half, beside TF-IDF
cosine, and for pairs of different offices apart, with as many pairs of each kind as there are and with as many of the
one as of the other. Days come from the articles, never from the event.

All this is told twice: for all events, and for those that a headline can be of: events of one day, with the articles
that came within three days of it and are cited for few events. The others are weeks of fighting, each with the daily
tallies that name none of it.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from trucewatch.coding import Coded, code_batch
from trucewatch.documents.digests import chains_of
from trucewatch.evaluation.fitting import Rows, average_precision, cosine, logistic, scores, tf_idf
from trucewatch.incidents import Telling
from trucewatch.incidents.features import contradictory, impossible, score
from trucewatch.incidents.traits import Traits, traits_of
from trucewatch.model import RawReport
from trucewatch.packs import Conflict, load_conflict

NEAR_DAYS = 2
IN_TIME = range(4)
"""Days after an event within which an article on it comes, for the narrower set of events."""
FEW = 3
"""Events that an article of the narrower set is cited for at most."""
BATCH = 64
TF_IDF = 11
"""Which feature is the plain baseline."""
LARGEST_ROUND_UP = 12
"""An article cited for more events than this is a round-up of a week, and says nothing of one."""

Article = tuple[str, str, str]  # office, ISO day, headline
Chosen = NDArray[np.bool_]
"""For each pair whether it is taken."""


@dataclass(frozen=True, slots=True)
class HeadlinePair:
    """Two articles, whether they are cited together, and the half that their event falls into."""

    first: Article
    second: Article
    together: bool
    half: int


def pairs_of(events: Sequence[dict[str, object]], limit: int) -> list[HeadlinePair]:
    """The pairs, from the first `limit` events with several articles and those around them."""
    cited: dict[Article, list[dict[str, object]]] = defaultdict(list)
    for event in events:
        for article in _articles(event):
            cited[article].append(event)
    with_several = [event for event in events if len(_articles(event)) > 1]
    chosen = sorted(with_several, key=lambda event: crc32(str(event["id"]).encode()))[:limit]
    ones = {
        _ordered(one, other)
        for event in chosen
        for one, other in combinations(_articles(event), 2)
        if max(len(cited[one]), len(cited[other])) <= LARGEST_ROUND_UP
    }
    taken = {article for pair in ones for article in pair}
    near: dict[tuple[str, date], list[Article]] = defaultdict(list)
    for article in sorted(taken):
        for event in cited[article]:
            near[str(event["adm_1"]), _day(str(event["date_start"]))].append(article)
    twos: set[tuple[Article, Article]] = set()
    every = {_ordered(a, b) for event in events for a, b in combinations(_articles(event), 2)}
    for (province, day), articles in near.items():
        around = {other for gap in range(NEAR_DAYS + 1) for other in near.get((province, _later(day, gap)), ())}
        for one in set(articles):
            for other in around:
                pair = _ordered(one, other)
                if one != other and pair not in every:
                    twos.add(pair)
    told = [*((pair, True) for pair in sorted(ones)), *((pair, False) for pair in sorted(twos))]
    half_of = {article: crc32(article[2].encode()) % 2 for article in taken}
    return [
        HeadlinePair(*pair, together, half_of[pair[0]])
        for pair, together in told
        if half_of[pair[0]] == half_of[pair[1]]
    ]


def of_one_day(events: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    """The events that happened on one known day, with the articles of those days that are cited for few events."""
    cited = Counter(article for event in events for article in _articles(event))
    kept = []
    for event in events:
        if event["date_start"] == event["date_end"] and str(event["date_prec"]) == "1":
            day = _day(str(event["date_start"]))
            told = [one for one in _articles(event) if (_day(one[1]) - day).days in IN_TIME and cited[one] <= FEW]
            articles = [{"office": office, "date": date, "headline": words} for office, date, words in told]
            kept.append({**event, "articles": articles})
    return kept


def _articles(event: dict[str, object]) -> list[Article]:
    found = {
        (str(one["office"]), str(one["date"])[:10], str(one["headline"]).strip())
        for one in event["articles"]  # type: ignore[attr-defined]
        if one.get("date") and one.get("headline")
    }
    return sorted(article for article in found if _is_day(article[1]))


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def _later(day: date, days: int) -> date:
    return date.fromordinal(day.toordinal() + days)


def _ordered(one: Article, other: Article) -> tuple[Article, Article]:
    return (one, other) if one < other else (other, one)


def coded(articles: Sequence[Article], conflict: Conflict) -> dict[Article, list[Traits]]:
    """The claims of each headline, as those of a report of that day."""
    now = datetime(2000, 1, 1, tzinfo=UTC)
    found: dict[Article, list[Traits]] = {}
    for start in range(0, len(articles), BATCH):
        batch = articles[start : start + BATCH]
        raws = [RawReport(a[2].encode(), "text", str(a), now, outlet=a[0], published=a[1]) for a in batch]
        for article, outcome in zip(batch, code_batch(raws, conflict).outcomes, strict=True):
            found[article] = _traits(outcome) if isinstance(outcome, Coded) else []
    return found


def _traits(done: Coded) -> list[Traits]:
    one = done.document
    return [
        traits_of(Telling(claim, one.outlet, one.published, one.title, one.id, claim.sentence.of(one.text)))
        for claim in done.claims
    ]


def features(
    pair: HeadlinePair, told: dict[Article, list[Traits]], words: dict[Article, dict[str, float]],
    names: dict[Article, dict[str, float]], conflict: Conflict,
) -> list[float]:  # fmt: skip
    """The best link of the pair's claims, contradictions, likeness of words and of names, days between."""
    links = [
        (contradictory(one, other, conflict), score(one, other, conflict))
        for one in told[pair.first]
        for other in told[pair.second]
        if not impossible(one, other, conflict)
    ]
    agreeing = [value for against, value in links if not against]
    days = abs(_day(pair.first[1]).toordinal() - _day(pair.second[1]).toordinal())
    first, second = told[pair.first], told[pair.second]
    where = _sets(first, second, lambda one: one.place_name)
    tolls = _sets(first, second, lambda one: str(one.killed.min) if one.killed else "")
    acts = _sets(first, second, lambda one: one.act)
    actors = _sets(first, second, lambda one: " ".join(sorted(one.actors)))
    return [
        *where,
        *tolls,
        *acts,
        *actors,
        max(agreeing, default=0.0) / 10,
        float(bool(agreeing)),
        float(bool(links) and not agreeing),
        cosine(words[pair.first], words[pair.second]),
        cosine(names[pair.first], names[pair.second]),
        min(days, 4) / 4,
        float(pair.first[0] == pair.second[0]),
        float(pair.first[0] == pair.second[0] and days > 0),
    ]


def _sets(first: Sequence[Traits], second: Sequence[Traits], of: Callable[[Traits], str]) -> tuple[float, float]:
    """Whether both tell of the same value, and whether both tell of values and of none that is the same."""
    one, other = ({value for each in claims if (value := of(each))} for claims in (first, second))
    return float(bool(one & other)), float(bool(one and other and not one & other))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", type=Path)
    parser.add_argument("--take", type=int, default=1200, help="events with several articles to take pairs from")
    parser.add_argument("--conflict", default="syria")
    options = parser.parse_args()
    with gzip.open(options.events, "rt", encoding="utf-8") as lines:
        events = [json.loads(line) for line in lines]
    conflict = load_conflict(options.conflict)
    for name, chosen in (("all events", events), ("events of one day, told in time", of_one_day(events))):
        print(f"{name}:", *measured(pairs_of(chosen, options.take), conflict), sep="\n", flush=True)


def measured(pairs: Sequence[HeadlinePair], conflict: Conflict) -> Iterable[str]:
    """How many pairs there are, and the figures."""
    articles = sorted({article for pair in pairs for article in (pair.first, pair.second)})
    told = coded(articles, conflict)
    words = dict(zip(articles, tf_idf([chains_of(article[2]).words for article in articles]), strict=True))
    names = dict(zip(articles, tf_idf([chains_of(article[2]).names for article in articles]), strict=True))
    rows = np.array([features(pair, told, words, names, conflict) for pair in pairs])
    yield f"{len(articles)} headlines, {len(pairs)} pairs, {sum(pair.together for pair in pairs)} cited together"
    yield from report(pairs, rows)


def report(pairs: Sequence[HeadlinePair], rows: Rows) -> Iterable[str]:
    """Average precision on each half, fitted on the other: as many of each as there are, and as many twos as ones."""
    labels = np.array([pair.together for pair in pairs])
    halves = np.array([pair.half for pair in pairs])
    other_office = np.array([pair.first[0] != pair.second[0] for pair in pairs])
    for half in (0, 1):
        weights = logistic(rows[halves != half], labels[halves != half].astype(float))
        held = halves == half
        for name, chosen in (("all pairs", held), ("different offices", held & other_office)):
            if not labels[chosen].any():
                continue
            for share, taken in (("as they are", chosen), ("balanced", balanced(pairs, chosen))):
                linked = average_precision(scores(weights, rows[taken]).tolist(), labels[taken].tolist())
                plain = average_precision(rows[taken][:, TF_IDF].tolist(), labels[taken].tolist())
                yield (
                    f"half {half}, {name:17} {share:11} {taken.sum():5} pairs  AP {linked:.3f}   "
                    f"TF-IDF cosine {plain:.3f}   by chance {labels[taken].mean():.3f}"
                )


def balanced(pairs: Sequence[HeadlinePair], chosen: Chosen) -> Chosen:
    """Of the chosen pairs as many that are two as are one, or the other way round; which ones follows from a hash."""
    ones = _by_hash(pairs, [at for at in range(len(pairs)) if chosen[at] and pairs[at].together])
    twos = _by_hash(pairs, [at for at in range(len(pairs)) if chosen[at] and not pairs[at].together])
    fewest = min(len(ones), len(twos))
    taken = np.zeros(len(pairs), dtype=np.bool_)
    taken[[*ones[:fewest], *twos[:fewest]]] = True
    return taken


def _by_hash(pairs: Sequence[HeadlinePair], which: Sequence[int]) -> list[int]:
    return sorted(which, key=lambda at: crc32(f"{pairs[at].first} {pairs[at].second}".encode()))


if __name__ == "__main__":
    main()
