"""The hand-checked sample, and its scores on a few made reports."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from pathlib import Path

from tests.incidents.builders import claim, telling
from tests.ledger import nouns
from trucewatch.evaluation.fakes_sample import (
    Mention,
    PairScore,
    copies_told,
    grouped_together,
    half_of,
    macro_recall,
    meant,
    mention_claims,
    pair_score,
    reading,
    sample,
)


def test_the_sample_holds_ids_of_at_least_sixty_incidents_told_by_several_reports() -> None:
    reports: dict[str, set[str]] = defaultdict(set)
    for mention in sample():
        assert 1 <= mention.line <= 760
        assert mention.report.isdigit()
        assert all(len(word) < 20 for word in mention.words)
        reports[mention.incident].add(mention.report)
    assert sum(len(told) > 1 for told in reports.values()) >= 60
    rows = [(mention.incident, mention.line) for mention in sample()]
    assert len(rows) == len(set(rows))


def test_words_and_acts_choose_the_telling_that_is_meant() -> None:
    strike = telling(claim("attack.air", document="a"), text="Jets hit Jassem.")
    shelling = telling(claim("attack.shelling", document="a", start=100), text="Shells hit Daraa.")
    talks = telling(claim("meet", document="a", start=200), text="Envoys met.")
    far = telling(claim("kill", document="a", start=900), text="Later.")
    told = [strike, shelling, talks, far]
    assert meant(Mention("x", 1, "1", (), ()), told) == [strike, shelling]
    assert meant(Mention("x", 1, "1", ("Jassem",), ()), told) == [strike]
    assert meant(Mention("x", 1, "1", (), ("attack.shelling",)), told) == [shelling]


def test_pairs_are_scored_over_texts() -> None:
    documents = {at: nouns.a_document(f"Text {at}.") for at in range(1, 5)}
    documents[5] = documents[1]  # the same text again says nothing
    mentions = [
        Mention(name, line, str(line), (), ()) for name, line in (("x", 1), ("x", 2), ("x", 3), ("y", 4), ("x", 5))
    ]
    tellings = [telling(claim(document=documents[at].id)) for at in range(1, 5)]
    claims = mention_claims(mentions, documents, tellings)
    first, second, third, fourth = (one.claim.id for one in tellings)
    together = grouped_together(claims, {first: "i", second: "i", fourth: "i", third: "j"})
    score = pair_score(mentions, together, documents)
    assert (score.right, score.found, score.wanted) == (2, 5, 5)
    assert macro_recall(mentions, together, documents) == 2 / 5


def test_a_pair_counts_in_the_halves_of_its_two_incidents() -> None:
    zero, one = (next(name for name in "abcdefgh" if half_of(name) == half) for half in (0, 1))
    documents = {at: nouns.a_document(f"Text {at}.") for at in range(3)}
    mentions = [Mention(name, at, str(at), (), ()) for at, name in enumerate((zero, zero, one))]
    halves = [pair_score(mentions, lambda *_: True, documents, [half]) for half in (0, 1)]
    assert halves == [PairScore(1, 3, 1), PairScore(0, 2, 0)]
    assert pair_score(mentions, lambda *_: True, documents) == PairScore(1, 3, 1)


def test_copies_are_told_against_the_reports_of_the_same_words() -> None:
    texts = ("Jets hit Idlib.", "jets hit Idlib", "Shells hit Azaz.", "SHELLS HIT AZAZ.", "Envoys met.")
    by_line = dict(enumerate((nouns.a_document(text) for text in texts), start=1))
    by_line[6] = by_line[5]
    copies = {by_line[line].id: group for line, group in ((1, 1), (2, 1), (3, 3), (4, 4), (5, 5))}
    told = list(copies_told(by_line, copies))
    assert told[0] == "3 reports have the words of an earlier one; 2 of them are found to be copies"
    assert told[1] == (
        "6 reports: 1 are known texts of the same outlet, 1 more are copies of another text; 4 texts remain"
    )


def test_articles_are_read_afresh_into_a_folder_that_is_kept_and_not_read_twice(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl.gz"
    record = {"text": "Warplanes struck Idlib on Friday.", "source": "Wire", "date": "2016-05-21", "title": "Strike"}
    with gzip.open(articles, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(record) + "\n")
    for _ in range(2):
        with (
            reading(articles, tmp_path / "fakes") as workspace,
            workspace.open_ledger(read_only=True) as ledger,
        ):
            assert ledger.counts().documents == 1
            assert not ledger.grouping_stale()
            assert len(ledger.runs()) <= 3
