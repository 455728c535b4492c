"""Is an act told as done that the term lists, or a duty told as not met?"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.model import Answer, Finding
from trucewatch.truces.case import Case, Told, finding, grounds
from trucewatch.truces.standing import speaks_for_own_side
from trucewatch.truces.words import holds_a_word

TEST = "act_listed"


def act_listed(case: Case) -> Finding:
    """Yes where it is told as done; a plan is not; disputed where somebody denies that it happened.

    Of a duty: yes where it is told as done or as not done, disputed where both are told.
    """
    if case.undone:
        return _duty(case)
    acts = _acts(case.told)
    deniers = tuple(one for one in case.denied if not speaks_for_own_side(one.source, one.actors, case.conflict))
    if case.done and deniers:
        sources = ", ".join(dict.fromkeys(case.conflict.parties.label(one.source) for one in deniers))
        reason = f"The term lists {acts}; {sources} denies that it happened."
        return finding(case, TEST, Answer.DISPUTED, reason, grounds((*case.done, *deniers), "act", "stance"))
    if case.done and case.term.weapons and not any(holds_a_word(one.words, case.term.weapons) for one in case.done):
        weapons = ", ".join(case.term.weapons)
        reason = f"The term is about {weapons}; no report of {acts} names one of these."
        return finding(case, TEST, Answer.UNKNOWN, reason, grounds(case.done, "act"))
    if case.done:
        return finding(case, TEST, Answer.YES, f"The term lists {acts}.", grounds(case.done, "act"))
    rests_on = grounds(case.told, "act", "stance")
    if case.denied:
        return finding(case, TEST, Answer.UNKNOWN, f"Only denials of {acts} were read.", rests_on)
    return finding(case, TEST, Answer.NO, f"{acts} is told as planned or conditional, not as done.", rests_on)


def _duty(case: Case) -> Finding:
    rests_on = grounds((*case.done, *case.undone), "act", "stance")
    if case.done:
        reason = f"Told both as done ({_acts(case.done)}) and as not done ({_acts(case.undone)})."
        return finding(case, TEST, Answer.DISPUTED, reason, rests_on)
    return finding(
        case, TEST, Answer.YES, f"What the term asks for is told as not done: {_acts(case.undone)}.", rests_on
    )


def _acts(told: Sequence[Told]) -> str:
    return ", ".join(dict.fromkeys(one.claim.act.value for one in told))
