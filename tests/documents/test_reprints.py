from __future__ import annotations

from trucewatch.documents.digests import chains_of
from trucewatch.documents.reprints import Change, changes, compare, reprint_of
from trucewatch.model import Reprint, ReprintKind

REPORT = (
    "Shells fell on the market of Harasta on Friday morning and killed eight people, the rescue service there said. "
    "It named Hamad Street and the old bakery of Douma as the places that were hit, and spoke of 12 wounded who were "
    "brought to clinics in Douma and Arbin. The army said that its guns had been silent in Eastern Ghouta since "
    "Tuesday, and blamed mortars fired from Jobar. Talks in Vienna are to go on next week, with envoys of 17 states."
)
REST = (
    "Farther north the road to Azaz stayed shut for the ninth day, drivers said, while families with carts waited at "
    "the crossing of Bab al-Salama for the gates to be opened again. Bread was said to cost three times what it did."
)


def kind(first: str, second: str) -> ReprintKind | None:
    found = compare(chains_of(first), chains_of(second))
    assert found == compare(chains_of(second), chains_of(first))
    return found[0] if found else None


def test_the_same_words_in_another_dress_are_the_same() -> None:
    assert kind(REPORT, REPORT.replace(",", "").replace(". ", "\n\n").upper()) is ReprintKind.SAME
    assert kind("Two killed.", "two killed") is ReprintKind.SAME


def test_strangers_and_scraps_are_nothing_to_each_other() -> None:
    assert kind(REPORT, REST) is None
    assert kind("Eight killed in Harasta.", "Eight killed in Harasta on Friday.") is None
    assert kind("", "") is None


def test_light_edits_cuts_and_longer_stories_are_told_apart() -> None:
    edited = REPORT.replace("eight people", "11 people").replace("guns", "artillery").replace("shut", "closed")
    assert kind(REPORT, edited) is ReprintKind.EDITED
    assert kind(REPORT, REPORT[: len(REPORT) * 2 // 3]) is ReprintKind.PART
    assert kind(REPORT, f"{REST} {REPORT} {REST}") is ReprintKind.PART


def test_other_words_around_the_same_names_are_a_rewording() -> None:
    spun = REPORT
    for word, other in {
        "fell": "landed", "market": "bazaar", "morning": "early", "killed": "slew", "people": "persons",
        "rescue": "aid", "named": "listed", "old": "ancient", "places": "spots", "hit": "struck", "spoke": "talked",
        "wounded": "hurt", "brought": "carried", "clinics": "wards", "guns": "cannon", "silent": "quiet",
        "blamed": "faulted", "fired": "shot", "go on": "continue", "next": "coming", "envoys": "delegates",
    }.items():  # fmt: skip
        spun = spun.replace(word, other)
    assert kind(REPORT, spun) is ReprintKind.REWORDED


def test_passages_taken_over_are_told_from_a_copy() -> None:
    shared = REPORT.split(" The army said", maxsplit=1)[0]
    first = f"{shared} {REST} {' '.join(f'one{at}' for at in range(80))}"
    assert kind(first, f"{' '.join(f'two{at}' for at in range(150))} {shared}") is ReprintKind.PASSAGES


def test_the_noun_is_the_same_whichever_was_read_first() -> None:
    first, second = chains_of(REPORT), chains_of(REPORT + " " + REST)
    one, other = reprint_of("doc-a", first, "doc-b", second), reprint_of("doc-b", second, "doc-a", first)
    assert one == other
    assert one == Reprint("doc-a", "doc-b", ReprintKind.PART, 1.0)
    assert reprint_of("doc-a", first, "doc-b", chains_of(REST)) is None


def test_changes_are_told_in_the_words_of_both() -> None:
    assert changes("Shells killed eight people on Friday.", "Shells killed 11 people on Friday") == (
        Change("eight", "11"),
    )
    assert changes("It burned.", "It burned. Nobody came.") == (Change("", "Nobody came."),)
    assert changes("Same words", "same words") == ()
