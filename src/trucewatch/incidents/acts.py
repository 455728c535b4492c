"""Which acts may be tellings of one event.

The codes are those of the acts list. One event is told as a killing here and as a shelling there; a town is taken by
one side and left by the other. Pairs that the table leaves out are never put together.
"""

from __future__ import annotations

SPEECH = frozenset(
    {
        "accuse",
        "agree",
        "cooperate",
        "demand",
        "meet",
        "propose",
        "refuse",
        "sanction",
        "support",
        "threaten",
        "truce.declare",
        "truce.end",
        "truce.observe",
    }
)
"""Acts done with words: one event only when the same party does the same to the same."""

_GROUND = frozenset({"attack.clash", "attack.ground", "territory.besiege", "territory.leave", "territory.take"})
_VIOLENCE = frozenset({"kill", "destroy", "truce.breach"})
_TOLD_AS = frozenset({"attack.other", "kill", "destroy", "truce.breach"})

_OTHER_MEANS = -1.0

_PAIRS: dict[tuple[str, str], float] = {
    ("attack.air", "attack.chemical"): 0.3,
    ("attack.air", "attack.drone"): 0.4,
    ("attack.air", "attack.other"): 0.5,
    ("attack.air", "attack.shelling"): -0.5,
    ("attack.bomb", "attack.suicide"): 0.6,
    ("attack.chemical", "attack.shelling"): 0.3,
    ("attack.clash", "attack.ground"): 0.7,
    ("attack.clash", "attack.shooting"): 0.3,
    ("attack.clash", "territory.take"): 0.3,
    ("attack.ground", "attack.shooting"): 0.2,
    ("attack.ground", "attack.suicide"): 0.0,
    ("attack.ground", "territory.besiege"): 0.2,
    ("attack.ground", "territory.leave"): 0.0,
    ("attack.ground", "territory.take"): 0.5,
    ("aid.deliver", "aid.obstruct"): -0.5,
    ("destroy", "kill"): -0.2,
    ("abuse", "detain"): 0.3,
    ("territory.leave", "territory.take"): 0.5,
    ("territory.besiege", "territory.take"): 0.2,
}

_FOR_ANY_ATTACK = {"attack.other": 0.5, "kill": 0.4, "destroy": 0.2, "truce.breach": 0.2}


def block_families(act: str) -> tuple[str, ...]:
    """The families under which an act is looked for; ground attacks stand with other violence and with ground taken."""
    families = []
    if act in _VIOLENCE or act.startswith("attack."):
        families.append("violence")
    if act in _GROUND:
        families.append("ground")
    if act in {"abuse", "detain"}:
        families.append("custody")
    if act.startswith("aid."):
        families.append("aid")
    return tuple(families) or (act,)


def compatibility(first: str, second: str) -> float | None:
    """From -1 to 1: how far two acts speak for one event; None where they cannot be the same event."""
    if first == second:
        return 1.0
    low, high = sorted((first, second))
    if (low, high) in _PAIRS:
        return _PAIRS[low, high]
    for told_as, other in ((low, high), (high, low)):
        if told_as in _TOLD_AS and (other.startswith("attack.") or other in _TOLD_AS):
            return _FOR_ANY_ATTACK[told_as]
    if low.startswith("attack.") and high.startswith("attack."):
        return _OTHER_MEANS
    return None
