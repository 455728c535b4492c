"""The acts that the ledger knows, from `packs/acts/acts.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from trucewatch.packs.strict import Complaints, read_yaml

ACTS_FILE = Path(__file__).parent / "acts" / "acts.yaml"


@dataclass(frozen=True, slots=True)
class Act:
    """One act. `target_required`: somebody it is done to is always implied; `means`: key of the means words."""

    id: str
    label: str
    target_required: bool
    means: str | None
    plover: str
    cameo: str
    acled: str

    @property
    def family(self) -> str:
        """The part before the dot: `attack`, `territory`, `demand`."""
        return family(self.id)


@cache
def family(act: str) -> str:
    """The part of an act's id before the dot."""
    return act.partition(".")[0]


@cache
def load_acts(path: Path = ACTS_FILE) -> dict[str, Act]:
    """Acts by id, in the file's order. Raises `PackError`."""
    complaints = Complaints()
    top = read_yaml(path, complaints).mapping(required=("acts",))
    acts: dict[str, Act] = {}
    for node in top["acts"].items():
        keys = node.mapping(required=("id", "label", "target", "plover", "cameo", "acled"), optional=("means",))
        act = Act(
            id=keys["id"].text(),
            label=keys["label"].text(),
            target_required=keys["target"].choice(("required", "optional")) == "required",
            means=keys["means"].text() if "means" in keys else None,
            plover=keys["plover"].text(),
            cameo=keys["cameo"].text(),
            acled=keys["acled"].text(),
        )
        if act.id in acts:
            node.complain(f"act {act.id} stands here twice")
        acts[act.id] = act
    complaints.raise_if_any()
    return acts
