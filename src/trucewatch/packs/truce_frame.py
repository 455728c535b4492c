"""Reading what stands around a truce's terms: who watches and decides, and what the tests do with what is left open."""

from __future__ import annotations

from trucewatch.model import Oversight, Policy
from trucewatch.packs.strict import Node

EXCLUDED_NEARBY = ("disputed", "unknown", "ignored")
DAY_PRECISIONS = ("day", "week", "month", "year")
PLACE_PRECISIONS = ("settlement", "admin1", "country")


def read_oversight(node: Node) -> Oversight:
    keys = node.mapping(optional=("monitors", "counts", "limits", "determines", "steps", "consequences"))
    return Oversight(
        monitors=_texts(keys, "monitors"),
        counts=keys["counts"].text() if "counts" in keys else None,
        limits=_texts(keys, "limits"),
        determines=keys["determines"].text() if "determines" in keys else None,
        steps=_texts(keys, "steps"),
        consequences=_texts(keys, "consequences"),
    )


def _texts(keys: dict[str, Node], key: str) -> tuple[str, ...]:
    return keys[key].texts() if key in keys else ()


def read_policy(node: Node) -> Policy:
    """The defaults stand for what the file leaves out."""
    keys = node.mapping(optional=("excluded_nearby", "coarsest_day", "coarsest_place", "onset_grace_hours"))
    usual = Policy()
    return Policy(
        excluded_nearby=_choice(keys, "excluded_nearby", EXCLUDED_NEARBY, usual.excluded_nearby),
        coarsest_day=_choice(keys, "coarsest_day", DAY_PRECISIONS, usual.coarsest_day),
        coarsest_place=_choice(keys, "coarsest_place", PLACE_PRECISIONS, usual.coarsest_place),
        onset_grace_hours=keys["onset_grace_hours"].number() if "onset_grace_hours" in keys else 0.0,
    )


def _choice(keys: dict[str, Node], key: str, allowed: tuple[str, ...], usual: str) -> str:
    return keys[key].choice(allowed) if key in keys else usual
