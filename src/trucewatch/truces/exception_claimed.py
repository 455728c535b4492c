"""Does the side named as attacker itself claim an exception that the text knows?"""

from __future__ import annotations

from trucewatch.model import Answer, Finding, TruceException
from trucewatch.packs.exception_words import claims_exception
from trucewatch.truces.case import Case, Told, finding, grounds
from trucewatch.truces.standing import medium_named, names_elsewhere, speaks_for_own_side

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
                reason = _reason(claiming, exception, case)
                rests_on = grounds(claiming, "speakers", "act", "actor", "target")
                return Finding(TEST, Answer.YES, reason, rests_on, exception.clause or case.term.clause)
    return finding(case, TEST, Answer.NO, "No side was read to claim an exception for this act.", ())


def _reason(claiming: tuple[Told, ...], exception: TruceException, case: Case) -> str:
    label = case.conflict.parties.label
    who = "; ".join(dict.fromkeys(medium_named(one.source, case.conflict) for one in claiming))
    actors = ", ".join(dict.fromkeys(label(actor) for one in claiming for actor in one.actors))
    reason = f"Claimed for an act told of {actors}, by who is counted on the same side ({who}): {exception.condition}"
    if exception.kind != AGAINST_EXCLUDED:
        return f"{reason}."
    excluded = [party for one in claiming for party in case.standings.excluded_among(one.targets, one.claim.day.value)]
    return f"{reason}; it names as target {', '.join(dict.fromkeys(map(label, excluded)))}."


def _may(one: Told, exception: TruceException, case: Case) -> bool:
    if not exception.who_may_claim:
        return True
    sides = [case.standings.of(actor, one.claim.day.value).side for actor in one.actors]
    return any(side is not None and side.id in exception.who_may_claim for side in sides)


def _claims(one: Told, exception: TruceException, case: Case) -> bool:
    if exception.kind == AGAINST_EXCLUDED:
        if names_elsewhere(one.claim, "target"):
            return False  # the target stands in another sentence, which may be another's words
        return bool(case.standings.excluded_among(one.targets, one.claim.day.value))
    return claims_exception(one.words, exception.kind)
