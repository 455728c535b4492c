"""Is an act told as done that the term lists?"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.model import Answer, Finding
from trucewatch.truces.case import BREACH, Case, Told, finding, grounds
from trucewatch.truces.standing import denies_for_own_side

TEST = "act_listed"


def act_listed(case: Case) -> Finding:
    """Yes where it is told as done; a plan is not; disputed where somebody denies that it happened."""
    acts = ", ".join(dict.fromkeys(one.claim.act.value for one in case.told))
    deniers = tuple(one for one in case.denied if not denies_for_own_side(one.source, one.actors, case.conflict))
    if case.done and deniers:
        sources = ", ".join(dict.fromkeys(case.conflict.parties.label(one.source) for one in deniers))
        reason = f"The term lists {acts}; {sources} denies that it happened."
        return finding(case, TEST, Answer.DISPUTED, reason, grounds((*case.done, *deniers), "act", "stance"))
    if case.done:
        return finding(case, TEST, Answer.YES, f"The term lists {acts}.", grounds(case.done, "act"))
    rests_on = grounds(case.told, "act", "stance")
    if case.denied:
        return finding(case, TEST, Answer.UNKNOWN, f"Only denials of {acts} were read.", rests_on)
    return finding(case, TEST, Answer.NO, f"{acts} is told as planned or conditional, not as done.", rests_on)


def nothing_listed(told: Sequence[Told]) -> Finding:
    """The finding where no term lists any act told.

    Where a source says no more than that the truce was broken, by which act is not told: unknown, not no.
    """
    acts = ", ".join(dict.fromkeys(one.claim.act.value for one in told))
    breaches = tuple(one for one in told if one.claim.act.value == BREACH)
    if breaches and len(breaches) == len(told):
        reason = "A source says that a truce was broken, not by which act."
        return Finding(TEST, Answer.UNKNOWN, reason, grounds(breaches, "act"))
    return Finding(TEST, Answer.NO, f"No term lists {acts}.", grounds(told, "act"))
