from __future__ import annotations

from tests.incidents.builders import claim, telling


def test_the_source_is_the_innermost_speaker_or_the_outlet() -> None:
    assert telling(claim(speakers=("media", "sohr"))).source == "sohr"
    assert telling(claim(), outlet="paper").source == "outlet:paper"


def test_order_of_publication_with_undated_reports_last() -> None:
    early = telling(claim(document="z"), published="2016-05-01")
    late = telling(claim(document="a"), published="2016-05-02")
    undated = telling(claim(document="a", start=9), published=None)
    below = telling(claim(document="a", start=90), published="2016-05-02")
    assert sorted([undated, below, late, early], key=lambda one: one.order) == [early, late, below, undated]
