from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.model import Stance
from trucewatch.packs import load_conflict, load_truce
from trucewatch.packs.strict import Complaints, read_yaml
from trucewatch.packs.truce_examples import Example, read_examples


def read(tmp_path: Path, text: str) -> tuple[tuple[Example, ...], list[str]]:
    path = tmp_path / "would.yaml"
    path.write_text(text, encoding="utf-8")
    complaints = Complaints()
    top = read_yaml(path, complaints).mapping(required=("would",))
    examples = read_examples(top["would"], load_conflict("syria"), load_truce("syria-2016"))
    try:
        complaints.raise_if_any()
    except ValueError as error:
        return examples, str(error).splitlines()
    return examples, []


def test_what_is_left_out_is_not_told(tmp_path: Path) -> None:
    (example,), wrong = read(tmp_path, "would:\n  - {says: A strike, label: x, claims: [{act: attack.air}]}\n")
    (told,) = example.claims
    assert wrong == []
    assert (told.actor, told.target, told.place, told.day, told.speakers) == (("unknown",), (), None, None, ())
    assert (told.stance, example.line) == (Stance.ASSERTED, 2)


def test_places_are_looked_up_and_unknown_ones_stay_open(tmp_path: Path) -> None:
    text = "would:\n  - says: s\n    label: x\n    claims: [{act: kill, place: Daraya}, {act: kill, place: Xanadu}]\n"
    (example,), wrong = read(tmp_path, text)
    daraya, xanadu = (told.place for told in example.claims)
    assert wrong == []
    assert daraya is not None
    assert xanadu is not None
    assert daraya.country == "sy"
    assert (xanadu.place_id, xanadu.country, xanadu.candidates) == (None, None, ())


@pytest.mark.parametrize(
    ("claims", "message"),
    [
        ("[]", "holds no claim"),
        ("[{act: attack.sky}]", "is none of"),
        ("[{act: kill, actor: [nobody]}]", "no party 'nobody'"),
        ("[{act: kill, day: soon}]", "a date such as"),
        ("[{act: kill, colour: red}]", "unknown key"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, claims: str, message: str) -> None:
    _, wrong = read(tmp_path, f"would:\n  - {{says: s, label: x, claims: {claims}}}\n")
    assert len(wrong) == 1
    assert message in wrong[0]
    assert "would.yaml:2: would[0].claims" in wrong[0]
