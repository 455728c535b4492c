"""Does the place told lie where the term holds?"""

from __future__ import annotations

from collections.abc import Iterable

from trucewatch.model import Answer, Area, Finding, Place
from trucewatch.truces.case import Case, finding, grounds
from trucewatch.truces.not_excluded import excluded_parties
from trucewatch.truces.weigh import by_precision

TEST = "in_area"
UNDELINEATED = "undelineated"


def in_area(case: Case) -> Finding:
    """A place that the gazetteer does not hold, or that fits several entries in and out, leaves the answer unknown.

    Land of excluded parties that nobody delineated makes the answer disputed where a claim puts such a party there,
    and only there.
    """
    area = next(area for area in case.truce.areas if area.id == case.term.area)
    placed = tuple(one for one in case.told if one.claim.place.value is not None)
    if not placed:
        return finding(case, TEST, Answer.UNKNOWN, "No report tells a place.", grounds(case.told, "place"))
    answers = [_answer(one.claim.place.value, area, case) for one in placed if one.claim.place.value]
    answer = by_precision(answers)
    decisive = tuple(one for one, its in zip(placed, answers, strict=True) if answer in (its, Answer.DISPUTED))
    names = ", ".join(dict.fromkeys(one.claim.place.value.name for one in decisive if one.claim.place.value))
    excluded = excluded_parties(case)
    if answer is Answer.YES and excluded and _carved_out(case):
        parties = ", ".join(case.conflict.parties.label(party) for party in excluded)
        reason = f"A report puts {parties} at {names}; land held by excluded parties was not delineated."
        return finding(case, TEST, Answer.DISPUTED, reason, grounds(decisive, "place", "actor", "target"))
    return finding(case, TEST, answer, _reason(answer, names), grounds(decisive, "place"))


def _carved_out(case: Case) -> bool:
    return any(area.kind == UNDELINEATED and area.id != case.term.area for area in case.truce.areas)


def _answer(place: Place, area: Area, case: Case) -> Answer:
    if area.kind == UNDELINEATED:
        return Answer.UNKNOWN
    named = (place.place_id,) if place.place_id is not None else place.candidates
    entries = [entry_id for entry_id in named if case.conflict.gazetteer.known(entry_id)]
    if entries:
        return _same(_entry_answer(entry_id, area, case) for entry_id in entries)
    if area.kind == "country" and place.country is not None:
        return Answer.YES if place.country in area.members else Answer.NO
    if area.kind == "admin1" and place.admin1 is not None:
        return Answer.YES if place.admin1 in area.members else Answer.NO
    return Answer.UNKNOWN


def _entry_answer(entry_id: str, area: Area, case: Case) -> Answer:
    gazetteer = case.conflict.gazetteer
    if area.kind == "country":
        return Answer.YES if gazetteer.entry(entry_id).country in area.members else Answer.NO
    if any(gazetteer.contains(member, entry_id) for member in area.members):
        return Answer.YES
    wider = any(gazetteer.contains(entry_id, member) for member in area.members)
    return Answer.UNKNOWN if wider else Answer.NO


def _same(answers: Iterable[Answer]) -> Answer:
    told = set(answers)
    return told.pop() if len(told) == 1 else Answer.UNKNOWN


def _reason(answer: Answer, names: str) -> str:
    return {
        Answer.YES: f"The place told ({names}) lies where the term holds.",
        Answer.NO: f"The place told ({names}) lies outside the area of this term.",
        Answer.UNKNOWN: f"The place told ({names}) is not in the gazetteer, or does not fix on which side it lies.",
        Answer.DISPUTED: f"Accounts differ on the place, in and outside the area: {names}.",
    }[answer]
