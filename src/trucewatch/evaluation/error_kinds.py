"""Which kind of error a field of a matched claim holds; None where it is right by the scorer's rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from trucewatch.evaluation.scoring import party_f1, same_count, same_day, same_place
from trucewatch.packs.acts import family

Record = Mapping[str, Any]
UNKNOWN = ["unknown"]


def act_kind(gold: Record, got: Record) -> str | None:
    if gold["act"] == got["act"]:
        return None
    return "same family, other act" if family(gold["act"]) == family(got["act"]) else "other family"


def parties_kind(gold: Sequence[str], got: Sequence[str]) -> str | None:
    """Of actors and of targets."""
    score = party_f1(gold, got)
    if score == 1:
        return None
    for name, value in (("nobody", []), ("unknown", UNKNOWN)):
        if list(gold) == value:
            return f"gold {name}, {_sort(got)} read"
        if list(got) == value:
            return f"gold {_sort(gold)}, {name} read"
    if set(gold) & set(got):
        return "some of several right"
    if score > 0:
        return "too wide or too narrow (parent or child)"
    if any(party.startswith("other:") for party in gold):
        return "gold not listed in the packs, another read"
    return "another party"


def _sort(parties: Sequence[str]) -> str:
    return "nobody" if not parties else "unknown" if list(parties) == UNKNOWN else "a party"


def place_kind(gold: Record, got: Record) -> str | None:
    if same_place(gold["place"], got["place"]):
        return None
    return _none_or_other(gold["place"], got["place"], "place")


def day_kind(gold: Record, got: Record) -> str | None:
    wanted, read = gold["day"], got["day"]
    if same_day(wanted, read):
        return None
    if wanted and read and wanted["start"] <= read["end"] and read["start"] <= wanted["end"]:
        return "overlaps, other bounds"
    return _none_or_other(wanted, read, "day")


def _count_kind(field: str) -> Callable[[Record, Record], str | None]:
    def kind(gold: Record, got: Record) -> str | None:
        if same_count(gold[field], got[field]):
            return None
        if gold[field] and got[field] and gold[field].get("min") == got[field].get("min"):
            return "other upper bound"
        return _none_or_other(gold[field], got[field], "number")

    return kind


def _none_or_other(gold: object, got: object, name: str) -> str:
    if not gold:
        return f"gold none, a {name} read"
    return f"gold a {name}, none read" if not got else f"another {name}"


def speaker_kind(gold: Record, got: Record) -> str | None:
    """Of the innermost speaker."""
    wanted, read = gold["speakers"], got["speakers"]
    if (wanted[-1:] or [""]) == (read[-1:] or [""]):
        return None
    if not wanted:
        return "gold the outlet, a speaker read"
    if not read:
        return "gold a speaker, the outlet read"
    return "outer speaker of the chain" if read[-1] in wanted else "another speaker"


def stance_kind(gold: Record, got: Record) -> str | None:
    if gold["stance"] == got["stance"]:
        return None
    return f"gold {gold['stance']}, {got['stance']} read"


KINDS: Mapping[str, Callable[[Record, Record], str | None]] = {
    "act": act_kind,
    "actor": lambda gold, got: parties_kind(gold["actor"], got["actor"]),
    "target": lambda gold, got: parties_kind(gold["target"], got["target"]),
    "speaker": speaker_kind,
    "stance": stance_kind,
    "place": place_kind,
    "day": day_kind,
    "killed": _count_kind("killed"),
    "injured": _count_kind("injured"),
}
"""The kind of error in each field."""
