"""Plain English for ids: acts, parties, places, findings. One table file, `labels.yaml`, holds the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from trucewatch.model import CLAIM_FIELDS, Parties, Place, Stance
from trucewatch.packs import Conflict
from trucewatch.packs.public_places import public_places
from trucewatch.views.wording import NOT_TOLD, each_once, listed

OUTLET_PREFIX = "outlet:"
UNTOLD_PARTIES: tuple[Parties, ...] = ((), ("unknown",))

_CODE = re.compile(r"\b[a-z]+\.[a-z]+\b")
_CODES = r"[a-z]+(?:\.[a-z]+)?"
_AFTER = ("lists ", "report of ", "denials of ", "as done (", "as not done (", "as not done: ")
_BEFORE = "|".join(f"(?<={re.escape(words)})" for words in _AFTER)
_ACTS_NAMED = re.compile(rf"(?:^|{_BEFORE}){_CODES}(?:, {_CODES})*(?=[.;)]| is told as | names | were )")
"""Where a reason names acts by their codes: there one of a single word ("kill") is a code too."""


@cache
def table(name: str) -> dict[str, Any]:
    """One table of `labels.yaml`."""
    found: dict[str, Any] = _tables()[name]
    return found


@cache
def _tables() -> dict[str, Any]:
    text = files("trucewatch.views").joinpath("labels.yaml").read_text(encoding="utf-8")
    # BaseLoader keeps every scalar a string: "yes" and "no" are words here.
    tables: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return tables


def _word(name: str, key: str, column: str | None = None) -> str:
    """The label, or the id itself where the table has none: an id of a newer pack is shown, never hidden."""
    entry = table(name).get(key)
    if entry is None:
        return key
    return str(entry if column is None else entry[column])


def act_name(act: str) -> str:
    """ "air strike" for `attack.air`."""
    return _word("acts", act, "name")


def with_act_names(words: str) -> str:
    """A sentence with codes of acts put in words: "The term lists air strike." """
    known = table("acts")

    def name(code: str) -> str:
        return act_name(code) if code in known else code

    named = _ACTS_NAMED.sub(lambda found: ", ".join(map(name, found[0].split(", "))), words)
    spelled = _CODE.sub(lambda found: name(found[0]), named)
    return spelled[:1].upper() + spelled[1:]


def reason_text(conflict: Conflict, reason: str) -> str:
    """Why a test is answered so, with acts and with sources of a kind named as the pages name them."""
    for party, name in table("parties").items():
        if conflict.parties.known(party):
            reason = reason.replace(conflict.parties.label(party), str(name))
    return with_act_names(reason)


def act_heading(act: str) -> str:
    """ "Air strike reported" for `attack.air`."""
    return _word("acts", act, "heading")


def told_heading(act: str, stances: Iterable[str]) -> str:
    """ "Air strike reported", or how it is told where nobody states it outright: "Air strike: denied"."""
    told_as = each_once(stances)
    if Stance.ASSERTED in told_as:
        return act_heading(act)
    name = act_name(act)
    return f"{name[:1].upper()}{name[1:]}: {listed([stance_name(stance) for stance in told_as])}"


def field_name(field: str) -> str:
    return _word("fields", field, "name")


def field_matter(field: str) -> str:
    """What the field answers, as an open question: "who did it" for `actor`."""
    return _word("fields", field, "matter")


def stance_name(stance: str) -> str:
    return _word("stances", stance, "name")


def stance_verb(stance: str) -> str:
    """ "says", "denies": what a source with this stance does."""
    return _word("stances", stance, "verb")


def passage_name(kind: str) -> str:
    return _word("passages", kind)


def answer_name(answer: str) -> str:
    return _word("answers", answer)


def test_question(test: str) -> str:
    return _word("tests", test, "question")


def bound_status(status: str) -> str:
    return _word("bound_status", status)


def mode_name(mode: str) -> str:
    return _word("modes", mode)


def account_label(label: str) -> str:
    """What one source's account comes to by itself, in a word or two."""
    return _word("accounts", label) if label in table("accounts") else finding_label(label).name.lower()


def policy_sentence(key: str) -> str:
    """What the tests do with what is left open."""
    return _word("policy", key)


@dataclass(frozen=True, slots=True)
class ActFamily:
    """A group of acts that the brief can be narrowed to."""

    id: str
    name: str
    prefixes: tuple[str, ...]

    def holds(self, act: str) -> bool:
        return act.startswith(self.prefixes)


@cache
def act_families() -> tuple[ActFamily, ...]:
    families = table("act_families").items()
    return tuple(ActFamily(key, entry["name"], tuple(entry["prefixes"])) for key, entry in families)


TONES = ("breach", "disputed", "open", "outside")


@dataclass(frozen=True, slots=True)
class FindingLabel:
    """An assessment's label in words. `tone` is one of `TONES`: a colour, never a score."""

    label: str
    name: str
    sentence: str
    tone: str


def finding_label(label: str) -> FindingLabel:
    """The words for `reported_breach`, `undetermined(party_bound,in_area)`, `outside_scope(in_period)` and so on."""
    kind, _, bracketed = label.partition("(")
    entry = table("findings").get(kind)
    if entry is None:
        return FindingLabel(label, label, "", "open")
    tests = re.findall(r"\w+", bracketed)
    reasons = [_word("tests", test, "outside" if kind == "outside_scope" else "open") for test in tests]
    if kind == "undetermined":
        left_open = listed(reasons) or "one or more of the tests"
        return FindingLabel(label, entry["name"], f"{entry['sentence']} {left_open}", entry["tone"])
    return FindingLabel(label, entry["name"], listed(reasons) or entry["sentence"], entry["tone"])


def party_name(conflict: Conflict, party: str) -> str:
    """ "Syrian government forces" for `sy.gov.forces`, the outlet's name for `outlet:<id>`."""
    unnamed = table("parties")
    return str(unnamed[party]) if party in unnamed else conflict.parties.label(party)


def outlet_name(conflict: Conflict, outlet: str) -> str:
    """The name that the packs show for an outlet; as its source writes it when they do not know it."""
    return conflict.outlets.name(outlet)


def party_names(conflict: Conflict, parties: Iterable[str]) -> tuple[str, ...]:
    """Names in the order given, without "not told" where some are."""
    known = [party for party in parties if party != "unknown"]
    return each_once(party_name(conflict, party) for party in known or parties)


def parties_text(conflict: Conflict, parties: Sequence[str]) -> str:
    return listed(party_names(conflict, parties)) or NOT_TOLD


def speakers_text(conflict: Conflict, speakers: Parties, outlet: str) -> str:
    """ "Reuters itself", "the Observatory", "a news outlet, quoting the Syrian army": outermost first."""
    if not speakers:
        return f"{outlet_name(conflict, outlet)} itself"
    return ", quoting ".join(party_name(conflict, speaker) for speaker in speakers)


def place_text(conflict: Conflict, place: Place | None) -> str:
    """A place as told with the region around it, never finer than a settlement and never a coordinate."""
    return NOT_TOLD if place is None else public_places(conflict.gazetteer).text(place)


def region_name(conflict: Conflict, admin1: str | None) -> str | None:
    """The name of a governorate's entry; the id itself where the gazetteer no longer holds it."""
    if admin1 is None or not conflict.gazetteer.known(admin1):
        return admin1
    return conflict.gazetteer.entry(admin1).name


def in_field_order(fields: Iterable[str]) -> tuple[str, ...]:
    """Fields in the order of the codebook, others (such as `occurrence`) first."""
    order = {field: position for position, field in enumerate(CLAIM_FIELDS)}
    return tuple(sorted(fields, key=lambda field: order.get(field, -1)))
