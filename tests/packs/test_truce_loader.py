from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from trucewatch.packs import PackError, load_conflict
from trucewatch.packs.truce_examples import Example
from trucewatch.packs.truce_loader import (
    TRUCES,
    conflict_of,
    load_truce,
    load_truce_file,
    load_versions,
    truce_names,
)
from trucewatch.truces.worked_examples import label_of_claims

SYRIA = TRUCES / "syria-2016.yaml"
BUNDLED = [(name, example) for name in truce_names() for example in load_truce_file(name).examples if example.claims]


@pytest.mark.parametrize(("name", "example"), BUNDLED, ids=[f"{n}:{example.line}" for n, example in BUNDLED])
def test_worked_examples(name: str, example: Example) -> None:
    truce = load_truce(name)
    assert label_of_claims(example, truce, load_conflict(truce.conflict)) == example.label, example.says


WANTED = (
    "syria-2016", "syria-2016-calm", "syria-2016-calm-aleppo", "syria-2016-september", "syria-2016-december",
    "minsk-2015", "hodeidah-2018", "yemen-2022", "karabakh-2020", "pretoria-2022", "jeddah-2023", "lebanon-2024",
    "gaza-2025",
)  # fmt: skip
"""The truces that the program is to know, whatever others are added."""


def test_the_truces_that_are_to_ship_do() -> None:
    assert set(WANTED) <= set(truce_names())
    assert [one.version for one in load_versions("syria-2016")] == [1, 2, 3]
    assert [one.version for one in load_versions("minsk-2015")] == [1, 2]


@pytest.mark.parametrize("name", truce_names())
def test_every_bundled_truce_has_examples_of_each_kind(name: str) -> None:
    examples = load_truce_file(name).examples
    assert len(examples) >= 8
    labels = {example.label for example in examples}
    kinds = {label.partition("(")[0] for label in labels}
    assert kinds >= {"reported_breach", "reported_breach_disputed", "undetermined", "outside_scope"}
    assert labels >= {"outside_scope(in_period)", "outside_scope(in_area)"}
    truce = load_truce(name)
    assert "outside_scope(not_excluded)" in labels or not truce.excluded
    assert "outside_scope(party_bound)" in labels or not truce.not_bound or truce.parent
    assert "exception_claimed" in labels or not truce.exceptions or truce.parent


@pytest.mark.parametrize("name", truce_names())
def test_each_term_has_its_words_and_clause_and_what_is_not_confirmed_is_marked(name: str) -> None:
    for truce in load_versions(name):
        assert all(term.words and term.clause for term in truce.terms)
        quoted = [term.words for term in truce.terms if term.exact]
        assert all(len(words.split()) <= 15 for words in quoted)


def test_times_are_local_and_terms_say_whether_they_quote() -> None:
    truce = load_truce("yemen-2022")
    assert truce.periods[0].start == datetime(2022, 4, 2, 16, tzinfo=ZoneInfo("UTC"))
    assert truce.periods[-1].end == datetime(2022, 10, 2, 16, tzinfo=ZoneInfo("UTC"))
    syria = load_truce("syria-2016")
    assert syria.periods[0].start == datetime(2016, 2, 26, 22, tzinfo=ZoneInfo("UTC"))
    assert {term.exact for term in syria.terms} == {True, False}
    assert (syria.id, syria.conflict, syria.version) == ("syria-2016", "syria", 1)


def test_the_file_s_name_is_the_truce_s_id() -> None:
    assert [load_truce(name).id for name in truce_names()] == list(truce_names())


def changed(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    text = SYRIA.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "key", "message"),
    [
        ("kind: cessation_of_hostilities", "kind: armistice", "kind", "'armistice' is none of"),
        ("version: 1", "version: first", "version", "whole number"),
        ("timezone: Asia/Damascus", "timezone: Asia/Nowhere", "timezone", "no time zone"),
        ("end: null", "end: 2016-02-01T00:00", "periods[0].end", "ends before it starts"),
        ("start: 2016-02-27T00:00", "start: 2016-02-27T00:00+02:00", "periods[0].start", "leave the offset out"),
        ("members: [ru.gov, ru.forces]", "members: [ru.navy]", "parties[2].members[0]", "no party 'ru.navy'"),
        ("{party: is, why", "{party: daesh, why", "excluded[0].party", "no party 'daesh'"),
        ("status: accepted", "status: signed", "parties[2].status", "'signed' is none of"),
        ("members: [sy]", "members: [atlantis]", "areas[0].members[0]", "no country 'atlantis'"),
        ("members: [sy]", "members: []", "areas[0].members", "names nothing"),
        ("- attack.air\n", "- attack.sky\n", "terms[0].acts[0]", "'attack.sky' is none of"),
        ("by: [opposition, groups, kurdish]", "by: [rebels]", "terms[0].by[0]", "'rebels' is none of"),
        ("against: [civilians]", "against: [children]", "terms[2].against[0]", "'children' is none of"),
        ("area: syria", "area: moon", "terms[0].area", "'moon' is none of"),
        ("periods: [main]", "periods: [later]", "terms[0].periods[0]", "'later' is none of"),
        ("exceptions: [self-defence", "exceptions: [luck", "terms[0].exceptions[0]", "'luck' is none of"),
        ("clause: js.annex", "clause: zz.annex", "exceptions[0].clause", "begins with none of the instruments"),
        ("mode: must", "mod: must", "terms[0].mod", "unknown key"),
        ("- id: russia", "- id: allies", "parties[2]", "the id 'allies' stands here twice"),
        ("stance: denied", "stance: doubted", "would[14].claims[1].stance", "'doubted' is none of"),
        ("until: 2016-02-29", "until: 2016-01-29", "would[3].claims[0].until", "ends before it starts"),
        (
            "{act: attack.air, actor: [sy.gov",
            "{act: attack.air, actor: [zz.gov",
            "would[0].claims[0].actor[0]",
            "no party",
        ),
    ],
)
def test_what_is_wrong_is_named_by_file_line_and_key(
    tmp_path: Path, old: str, new: str, key: str, message: str
) -> None:
    path = changed(tmp_path, (old, new))
    with pytest.raises(PackError) as caught:
        load_truce(path)
    (complaint,) = [one for one in caught.value.complaints if one.key == key]
    assert message in complaint.message
    assert complaint.file == str(path)
    assert abs(complaint.line - line_of(old)) <= 1


def line_of(words: str) -> int:
    text = SYRIA.read_text(encoding="utf-8")
    return text[: text.index(words)].count("\n") + 1


def test_all_complaints_come_at_once(tmp_path: Path) -> None:
    path = changed(
        tmp_path, ("version: 1", "version: one"), ("area: syria", "area: moon"), ("title: Cess", "titel: Cess")
    )
    with pytest.raises(PackError) as caught:
        load_truce(path)
    assert {complaint.key for complaint in caught.value.complaints} == {"version", "terms[0].area", "title", "titel"}


def test_an_unknown_conflict_and_an_unknown_truce_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="'mordor' is none of"):
        load_truce(changed(tmp_path, ("conflict: syria", "conflict: mordor")))
    with pytest.raises(PackError, match=r"known truces: .*syria-2016"):
        load_truce("narnia-1950")


def second(tmp_path: Path, text: str) -> Path:
    changed(tmp_path)
    path = tmp_path / "own.v2.yaml"
    path.write_text(f"id: syria-2016\nversion: 2\neffective_from: 2016-05-17\nover: 1\n{text}", encoding="utf-8")
    return path


LATER = """
instruments:
  - {id: issg, title: A later statement, date: 2016-05-17}
excluded:
  - {party: sy.rebels.jaish-al-fatah, why: an example, clause: issg.1, from: 2016-05-20T00:00}
exceptions:
  - {id: self-defence, kind: self_defence, condition: said anew, clause: issg.2}
drops: [terms/releases]
"""


def test_a_later_version_states_only_what_it_changes(tmp_path: Path) -> None:
    path = second(tmp_path, LATER)
    first, later = load_versions(tmp_path / "own.yaml")
    assert later == load_truce(path)
    assert (first.version, first.effective_until, later.version, later.effective_until) == (
        1,
        date(2016, 5, 17),
        2,
        None,
    )
    assert replace(first, effective_until=None) == load_truce(tmp_path / "own.yaml")
    assert [one.id for one in later.terms] == [one.id for one in first.terms if one.id != "releases"]
    assert [one.party for one in later.excluded] == [*(one.party for one in first.excluded), "sy.rebels.jaish-al-fatah"]
    assert later.exceptions[0].condition == "said anew"
    assert (later.title, later.periods, later.parties) == (first.title, first.periods, first.parties)
    assert load_versions(path) == (later,)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("drops: [terms/releases]", "drops: [releases]", "the earlier version has no 'releases'"),
        ("id: syria-2016", "id: other", "is to be 'syria-2016'"),
        ("version: 2", "version: 1", "is to be above 1"),
        ("effective_from: 2016-05-17", "effective_from: 2016-01-01", "is to be after 2016-02-27"),
        ("over: 1", "over: 3", "there is no file own.v3.yaml beside it"),
    ],
)
def test_what_a_later_version_must_agree_with(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = second(tmp_path, LATER)
    path.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(PackError, match=message):
        load_truce(path)


def test_an_earlier_version_that_changes_is_read_again(tmp_path: Path) -> None:
    path = second(tmp_path, LATER)
    before = load_truce(path)
    first = tmp_path / "own.yaml"
    first.write_text(first.read_text().replace("title: Cessation", "title: A cessation"))
    os.utime(first, ns=(1, 1))
    assert load_truce(path).title == f"A c{before.title[1:]}"


LOCAL = """
id: calm
title: A local calm
version: 1
effective_from: 2016-04-30
kind: localized_ceasefire
conflict: syria
timezone: Asia/Damascus
parent: own
instruments: [{id: army, title: Announcement, date: 2016-04-29}]
periods:
  - {id: calm, start: 2016-04-30T01:00, end: 2016-05-01T01:00, basis: announcement, clause: army.1,
     alternatives: [{source: an agency, start: 2016-05-01T00:01}]}
areas: [{id: ghouta, kind: zone, members: [sy.rural-damascus.eastern-ghouta]}]
terms:
  - {id: all, clause: js.annex, words: No fire., exact: false, mode: must_not, acts: [attack.shelling],
     by: [government], against: [civilians], area: ghouta, periods: [calm], exceptions: [self-defence]}
"""


def local(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    changed(tmp_path)
    text = LOCAL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "calm.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_local_truce_takes_over_from_its_parent(tmp_path: Path) -> None:
    calm, parent = load_truce(local(tmp_path)), load_truce(tmp_path / "own.yaml")
    assert calm.parent == "syria-2016"
    assert (calm.parties, calm.excluded, calm.not_bound) == (parent.parties, parent.excluded, parent.not_bound)
    assert [one.id for one in calm.instruments] == ["army", *(one.id for one in parent.instruments)]
    assert calm.periods[0].alternatives[0].start == datetime(2016, 5, 1, 0, 1, tzinfo=ZoneInfo("Asia/Damascus"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("parent: own", "parent: nowhere", "there is no truce 'nowhere'"),
        ("source: an agency, start: 2016-05-01T00:01", "source: an agency", "neither another start nor another end"),
        ("kind: zone, members: [sy.rural-damascus.eastern-ghouta]", "kind: line", "a line needs `through`"),
        ("kind: zone, members", "kind: zone, less: [moon], members", "'moon' is none of: ghouta"),
        ("mode: must_not", "mode: must_prevent", "`of`, the parties whose acts are to be prevented"),
        ("area: ghouta", "area: ghouta, unmet_by: [kill]", "belongs to a term of the mode must"),
        ("area: ghouta", "area: ghouta, quantity: {number: 0, unit: u, per: week, words: [u]}", "at least 1"),
        ("area: ghouta", "area: ghouta, quantity: {number: 1, unit: u, per: week, words: []}", "no word for the unit"),
    ],
)
def test_what_is_wrong_in_the_newer_keys_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(PackError, match=re.escape(message)):
        load_truce(local(tmp_path, (old, new)))


def test_an_own_end_date_needs_the_status_after_it(tmp_path: Path) -> None:
    path = changed(tmp_path, ("    afterwards: undetermined\n", ""))
    with pytest.raises(PackError, match="needs both `until` and `afterwards`"):
        load_truce(path)


def test_the_conflict_of_a_truce_is_known_without_loading_it() -> None:
    assert {name: conflict_of(name) for name in truce_names()} == {
        name: load_truce(name).conflict for name in truce_names()
    }
