"""Does the side named as attacker itself claim an exception that the text knows?"""

from __future__ import annotations

from trucewatch.model import Answer, Finding, TruceException
from trucewatch.packs.exception_words import claims_exception
from trucewatch.truces.case import Case, Told, finding, grounds
from trucewatch.truces.standing import speaks_for_own_side

TEST = "exception_claimed"
AGAINST_EXCLUDED = "against_excluded"


def exception_claimed(case: Case) -> Finding:
    """Yes where a party claims one for an act of its own side; what it amounts to is left to people.

    `no` says only that nobody was read to claim one.
    """
    if not case.term.exceptions:
        return finding(case, TEST, Answer.NO, "The term names no exception.", ())
    own = [
        one
        for one in (*case.done, *case.denied)
        if one.actors and speaks_for_own_side(one.source, one.actors, case.conflict)
    ]
    for exception in case.truce.exceptions:
        if exception.id in case.term.exceptions:
            claiming = tuple(one for one in own if _may(one, exception, case) and _claims(one, exception, case))
            if claiming:
                who = case.conflict.parties.label(claiming[0].source)
                reason = f"{who} claims what the text calls an exception: {exception.condition}."
                rests_on = grounds(claiming, "speakers", "act", "target")
                return Finding(TEST, Answer.YES, reason, rests_on, exception.clause or case.term.clause)
    return finding(case, TEST, Answer.NO, "No side was read to claim an exception for this act.", ())


def _may(one: Told, exception: TruceException, case: Case) -> bool:
    if not exception.who_may_claim:
        return True
    sides = [case.standings.of(actor, one.claim.day.value).side for actor in one.actors]
    return any(side is not None and side.id in exception.who_may_claim for side in sides)


def _claims(one: Told, exception: TruceException, case: Case) -> bool:
    if exception.kind == AGAINST_EXCLUDED:
        return bool(case.standings.excluded_among(one.targets, one.claim.day.value))
    return claims_exception(one.words, exception.kind)
