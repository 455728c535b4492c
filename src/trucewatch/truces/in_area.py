"""Does the place told lie where the term holds?"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.model import Answer, Finding
from trucewatch.packs.public_places import public_places
from trucewatch.truces.case import Case, Told, finding, grounds
from trucewatch.truces.not_excluded import excluded_of, excluded_parties
from trucewatch.truces.weigh import by_precision

TEST = "in_area"
_NEARBY = {"disputed": Answer.DISPUTED, "unknown": Answer.UNKNOWN}


def in_area(case: Case) -> Finding:
    """A place that the gazetteer does not hold, or that fits several entries in and out, leaves the answer unknown.

    Land of excluded parties that nobody delineated makes the answer disputed (or what the truce's policy says) where a
    claim puts such a party there, and only there.
    """
    placed = tuple(one for one in case.told if one.claim.place.value is not None)
    if not placed:
        return finding(case, TEST, Answer.UNKNOWN, "No report tells a place.", grounds(case.told, "place"))
    places = [one.claim.place.value for one in placed]
    answers = [case.areas.answer(place, case.term.area) for place in places if place]
    answer = by_precision(answers)
    decisive = tuple(one for one, its in zip(placed, answers, strict=True) if answer in (its, Answer.DISPUTED))
    nearby = _NEARBY.get(case.truce.policy.excluded_nearby)
    excluded = excluded_parties(case) if nearby and answer is Answer.YES and case.areas.carves_out else ()
    if excluded and nearby:
        return _undelineated(case, nearby, excluded, decisive)
    reason = _reason(answer, _names(case, decisive), texts_differ=Answer.DISPUTED in answers)
    return finding(case, TEST, answer, reason, grounds(decisive, "place"))


def _undelineated(case: Case, answer: Answer, excluded: Sequence[str], placed: tuple[Told, ...]) -> Finding:
    """All places lie in the area as drawn: that it is open whose ground they are is the text's doing, not a dispute."""
    putting = tuple(one for one in placed if excluded_of(one, case)) or placed
    others = tuple(one for one in placed if one not in putting)
    parties = ", ".join(case.conflict.parties.label(party) for party in excluded)
    beside = f" Tellings that name no such party tell of: {_names(case, others)}." if others else ""
    reason = (
        f"No account puts it outside the area, and on that they do not differ. What makes it {answer.value} is the "
        f"text: a report puts {parties} at {_names(case, putting)}, and land held by excluded parties was "
        f"not delineated.{beside}"
    )
    rests_on = (*grounds(putting, "place", "actor", "target"), *grounds(others, "place"))
    return finding(case, TEST, answer, reason, rests_on)


def _names(case: Case, told: Sequence[Told]) -> str:
    """The places told, as they are shown: no finer than a settlement."""
    shown = public_places(case.conflict.gazetteer)
    return ", ".join(dict.fromkeys(shown.name(one.claim.place.value) for one in told if one.claim.place.value))


def _reason(answer: Answer, names: str, *, texts_differ: bool) -> str:
    if texts_differ and answer is Answer.DISPUTED:
        return f"The texts of the truce differ on whether its area takes in the place told ({names})."
    return {
        Answer.YES: f"The place told ({names}) lies where the term holds.",
        Answer.NO: f"The place told ({names}) lies outside the area of this term.",
        Answer.UNKNOWN: f"The place told ({names}) is not in the gazetteer, or too coarse to fix where it lies.",
        Answer.DISPUTED: f"Accounts differ on the place, in and outside the area: {names}.",
    }[answer]
