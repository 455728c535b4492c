from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from trucewatch.incidents import Telling
from trucewatch.incidents.incident import build_incident
from trucewatch.incidents.traits import traits_of
from trucewatch.model import Claim, Found, Span, Truce
from trucewatch.packs import Conflict, PackError, load_conflict
from trucewatch.packs.truce_examples import Example, ExampleClaim
from trucewatch.packs.truce_loader import TRUCES, load_truce, load_truce_file, truce_names
from trucewatch.truces import assess, overall

SYRIA = TRUCES / "syria-2016.yaml"
BUNDLED = [(name, example) for name in truce_names() for example in load_truce_file(name).examples]


def claim_of(told: ExampleClaim, at: int) -> Claim:
    return Claim(
        id=f"claim-{at}",
        digest=f"digest-{at}",
        document_id=told.outlet,
        sentence=Span(0, 1),
        trigger=Span(at, at + 1),
        act=Found(told.act, "example"),
        actor=Found(told.actor, "example"),
        target=Found(told.target, "example"),
        place=Found(told.place, "example"),
        day=Found(told.day, "example"),
        killed=Found(None, "example"),
        injured=Found(None, "example"),
        speakers=Found(told.speakers, "example"),
        stance=Found(told.stance, "example"),
    )


def label_of_example(example: Example, truce: Truce, conflict: Conflict) -> str:
    """The label shown for the one incident that the example's claims form."""
    claims = [claim_of(told, at) for at, told in enumerate(example.claims)]
    tellings = [
        Telling(claim, told.outlet, None, "", told.outlet, "")
        for claim, told in zip(claims, example.claims, strict=True)
    ]
    incident = build_incident([traits_of(telling) for telling in tellings], conflict)
    return overall(assess(incident, {claim.id: claim for claim in claims}, truce, conflict))


@pytest.mark.parametrize(("name", "example"), BUNDLED, ids=[f"{n}:{example.line}" for n, example in BUNDLED])
def test_worked_examples(name: str, example: Example) -> None:
    truce = load_truce(name)
    assert label_of_example(example, truce, load_conflict(truce.conflict)) == example.label, example.says


def test_every_bundled_truce_has_examples_of_each_kind() -> None:
    for name in truce_names():
        examples = load_truce_file(name).examples
        assert len(examples) >= 8
        kinds = {example.label.partition("(")[0] for example in examples}
        assert kinds >= {"reported_breach", "reported_breach_disputed", "undetermined", "outside_scope"}


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
    with pytest.raises(PackError, match="known truces: syria-2016"):
        load_truce("narnia-1950")
