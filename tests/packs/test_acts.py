"""The acts that the ledger knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shared import SHARED
from trucewatch.packs.acts import family, load_acts
from trucewatch.packs.language_pack import load_language
from trucewatch.packs.strict import PackError

ONE = "  - {id: kill, label: killing, target: required, plover: x, cameo: '1', acled: y}\n"


def complaints_of(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "acts.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as raised:
        load_acts(path)
    return [line.removeprefix(f"{tmp_path}/") for line in str(raised.value).splitlines()]


def test_the_shipped_acts() -> None:
    acts = load_acts()
    assert list(acts) == [act.id for act in acts.values()]
    assert acts["attack.air"].family == "attack"
    assert acts["attack.air"].target_required
    assert not acts["truce.breach"].target_required
    assert all(act.label and act.plover and act.cameo and act.acled for act in acts.values())
    assert len({act.label for act in acts.values()}) == len(acts)


def test_every_means_is_a_group_of_words() -> None:
    means = {act.means for act in load_acts().values() if act.means}
    assert means
    assert means <= set(load_language().means)


@pytest.mark.parametrize(("act", "name"), [("attack.air", "attack"), ("kill", "kill"), ("truce.breach", "truce")])
def test_families(act: str, name: str) -> None:
    assert family(act) == name


def test_an_act_without_means(tmp_path: Path) -> None:
    path = tmp_path / "acts.yaml"
    path.write_text(f"acts:\n{ONE}", encoding="utf-8")
    (act,) = load_acts(path).values()
    assert (act.id, act.target_required, act.means) == ("kill", True, None)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (f"acts:\n{ONE}{ONE}", "acts.yaml:3: acts[1]: act kill stands here twice"),
        (f"acts:\n{ONE.replace(', acled: y', '')}", "acts.yaml:2: acts[0].acled: is missing"),
        (
            f"acts:\n{ONE.replace('required', 'often')}",
            "acts.yaml:2: acts[0].target: 'often' is none of: required, optional",
        ),
        (f"acts:\n{ONE}deeds: []\n", "acts.yaml:3: deeds: unknown key; known here: acts"),
        (f"acts:\n{ONE.replace('label', 'lable')}", "acts.yaml:2: acts[0].label: is missing"),
    ],
)
def test_what_is_wrong_is_named_with_file_line_and_key(tmp_path: Path, text: str, complaint: str) -> None:
    assert complaint in complaints_of(tmp_path, text)


@pytest.mark.shared
def test_the_codebook_and_the_pack_know_the_same_acts() -> None:
    rows = (SHARED / "gold" / "acts.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert {row.partition(",")[0] for row in rows if row} == set(load_acts())
