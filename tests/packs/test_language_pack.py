"""The language pack: what the shipped one holds, and what is said of a broken one."""

from __future__ import annotations

import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from trucewatch.packs import Conflict, conflict_names, load_conflict
from trucewatch.packs.acts import load_acts
from trucewatch.packs.language_pack import LANGUAGES, LanguagePack, load_language
from trucewatch.packs.strict import PackError

GROUPS = {
    "speech_verbs", "speech_nouns", "quoted_source_verbs", "source_nouns.media", "source_nouns.officials",
    "source_nouns.activists", "hedges.adverbs", "hedges.modals", "negations", "denials", "plans.verbs",
    "conditions.words", "victims.people", "victims.fighters", "victims.places",
}  # fmt: skip


_COUNTRIES = {
    "gaza": {"ps"}, "lebanon": {"lb"}, "nagorno-karabakh": {"am", "az"}, "sudan": {"sd"}, "syria": {"sy"},
    "tigray": {"et"}, "ukraine": {"ua"}, "yemen": {"ye"},
}  # fmt: skip


@pytest.fixture(scope="module")
def pack() -> LanguagePack:
    return load_language()


def test_every_act_has_patterns_and_examples_of_both_kinds(pack: LanguagePack) -> None:
    acts = set(load_acts())
    assert {pattern.act for pattern in pack.triggers} == acts
    says = Counter(example.act for example in pack.examples if example.says)
    does_not = Counter(example.act for example in pack.examples if not example.says)
    assert {act for act in acts if says[act] < 3 or does_not[act] < 3} == set()


def test_the_examples_of_every_act_stand_in_four_conflicts_or_more(pack: LanguagePack) -> None:
    dressed: defaultdict[str, set[str]] = defaultdict(set)
    for name in conflict_names():
        conflict = load_conflict(name)
        for example in pack.examples:
            if any(country in _COUNTRIES[name] for country in _countries(conflict, example.sentence)):
                dressed[example.act].add(name)
    assert {act: sorted(dressed[act]) for act in load_acts() if len(dressed[act]) < 4} == {}


def _countries(conflict: Conflict, sentence: str) -> Iterator[str]:
    """The countries of the places and parties that a sentence names."""
    for place in conflict.gazetteer.find(sentence):
        yield from (conflict.gazetteer.entry(entry).country for entry in place.entry_ids)
    for party in conflict.parties.find(sentence):
        yield from (party_id.partition(".")[0] for party_id in party.ids)


def test_every_pattern_begins_and_ends_with_a_word(pack: LanguagePack) -> None:
    for pattern in pack.triggers:
        assert pattern.words, pattern.rule
        assert pattern.words[0] != "~" != pattern.words[-1], pattern.rule
        assert "~ ~" not in " ".join(pattern.words), pattern.rule
        assert pattern.part in ("verb", "noun")
        assert all(word == word.lower() for word in pattern.words), pattern.rule


def test_rules_name_one_pattern_each(pack: LanguagePack) -> None:
    assert [rule for rule, n in Counter(p.rule for p in pack.triggers).items() if n > 1] == []


def test_no_example_is_told_twice_for_an_act(pack: LanguagePack) -> None:
    assert [e for e, n in Counter((e.act, e.sentence) for e in pack.examples).items() if n > 1] == []
    assert all(example.sentence.endswith(".") for example in pack.examples)


def test_the_groups_that_the_coder_asks_for(pack: LanguagePack) -> None:
    assert set(pack.cues) >= GROUPS
    assert {"vague", "at_least", "at_most", "both", "none", "killed.verbs", "injured.verbs"} <= set(pack.counts)
    assert all(words for group in (pack.cues, pack.counts, pack.means) for words in group.values())


def test_days_and_numbers(pack: LanguagePack) -> None:
    assert set(pack.weekdays.values()) == set(range(7))
    assert set(pack.months.values()) == set(range(1, 13))
    assert all(1 <= first <= last <= 12 for first, last in pack.seasons.values())
    assert pack.numbers["twelve"] == pack.numbers["dozen"] == 12
    assert all(number >= 0 for number in pack.numbers.values())


def test_a_pack_is_read_once() -> None:
    assert load_language("en") is load_language("en")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(LANGUAGES / "en", tmp_path / "en")
    return tmp_path


def complaints_of(root: Path) -> list[str]:
    with pytest.raises(PackError) as raised:
        load_language("en", root)
    return [line.removeprefix(f"{root}/en/") for line in str(raised.value).splitlines()]


def line_of(path: Path, beginning: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(at for at, line in enumerate(lines, start=1) if line.strip().startswith(beginning))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_copy_is_the_same_pack(copy: Path, pack: LanguagePack) -> None:
    assert load_language("en", copy) == pack


def test_an_unknown_act(copy: Path) -> None:
    path = copy / "en" / "triggers" / "harm.yaml"
    replace(path, "kill:\n  verbs", "kil:\n  verbs")
    at = line_of(path, "kil:") + 1
    assert f"triggers/harm.yaml:{at}: kil: unknown act 'kil'" in complaints_of(copy)


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("triggers/harm.yaml", "  does_not_say:\n", "  never_says:\n", ".does_not_say: is missing"),
        ("triggers/harm.yaml", "  does_not_say:\n", "  never_says:\n", ".never_says: unknown key; known here: "),
        ("triggers/harm.yaml", "kill:\n  verbs: [", "kill:\n  verbs: [3, ", "kill.verbs[0]: is to be text"),
        ("days.yaml", "seasons:", "saisons:", "seasons: is missing"),
        ("days.yaml", "[3, 5]", "[3]", "seasons.spring: is to be the first and the last month"),
        ("days.yaml", "monday: 0", "monday: first", "weekdays.monday: is to be a whole number, not 'first'"),
        ("counts.yaml", "zero: 0", "zero: nil", "numbers.zero: is to be a whole number, not 'nil'"),
        ("counts.yaml", "vague: [dozens", "vague: [[dozens]", "vague[0]: is to be a single value, not a list"),
        ("cues.yaml", "negations: [not", "negations: [no", "negations[0]: is to be text (put it in quotes), not 'no'"),
        ("means.yaml", "air: [air", "air: air\nmore: [air", "air: is to be a list, not a single value"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_file_line_and_key(
    copy: Path, file: str, old: str, new: str, complaint: str
) -> None:
    replace(copy / "en" / file, old, new)
    found = [line for line in complaints_of(copy) if complaint in line]
    assert found
    assert all(line.startswith(f"{file}:") and line.split(":")[1].isdigit() for line in found)


def test_all_that_is_wrong_is_said_at_once(copy: Path) -> None:
    replace(copy / "en" / "days.yaml", "monday: 0", "monday: first")
    replace(copy / "en" / "triggers" / "harm.yaml", "kill:\n  verbs", "kil:\n  verbs")
    assert len(complaints_of(copy)) == 2


@pytest.mark.parametrize("file", ["counts.yaml", "cues.yaml", "days.yaml", "means.yaml"])
def test_a_missing_file_is_named(copy: Path, file: str) -> None:
    (copy / "en" / file).unlink()
    (complaint,) = complaints_of(copy)
    assert complaint.startswith(f"{file}: cannot be read")


def test_an_unknown_language(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="cannot be read"):
        load_language("xx", tmp_path)
