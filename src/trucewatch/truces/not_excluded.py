"""Is nobody in it whom the text leaves outside the truce?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trucewatch.model import Answer, Finding
from trucewatch.truces.case import Case, Told, finding, grounds
from trucewatch.truces.weigh import across_sources

TEST = "not_excluded"


_Named = Callable[[Told], tuple[str, ...]]


def not_excluded(case: Case) -> Finding:
    """No where all who are named as attacker, or all as target, are excluded; disputed where only some are.

    No also where each telling that names anybody has an excluded party alone on one side, whichever side that is.
    """
    roles: list[tuple[str, str, _Named]] = [
        ("attacker", "actor", lambda one: one.actors),
        ("target", "target", lambda one: one.targets),
    ]
    answers = [_role(case, named) for _, _, named in roles]
    for (role, field, named), its_answer in zip(roles, answers, strict=True):
        if its_answer is Answer.NO:
            naming = tuple(one for one in case.told if _excluded(one, named(one), case))
            reason = f"The {role} named is left outside the truce by the text: {_names(naming, named, case)}."
            return finding(case, TEST, Answer.NO, reason, grounds(naming, field))
    if Answer.DISPUTED in answers and _always_one_side_out(case):
        names = ", ".join(map(case.conflict.parties.label, excluded_parties(case)))
        reason = f"Each telling that names anybody has on one side only who is left outside by the text: {names}."
        return finding(case, TEST, Answer.NO, reason, grounds(case.told, "actor", "target"))
    for (role, field, named), its_answer in zip(roles, answers, strict=True):
        if its_answer is Answer.DISPUTED:
            return _differing(case, role, field, named)
    reason = "No report names a party that the text leaves outside the truce."
    return finding(case, TEST, Answer.YES, reason, grounds(case.told, "actor", "target"))


def _differing(case: Case, role: str, field: str, named: _Named) -> Finding:
    """Who is left outside and who else is told of in that role; both rest on their tellings."""
    label = case.conflict.parties.label
    naming = tuple(one for one in case.told if named(one))
    outside = tuple(one for one in naming if _excluded(one, named(one), case))
    others = dict.fromkeys(
        label(party) for one in naming for party in named(one) if party not in _excluded(one, named(one), case)
    )
    reason = (
        f"Among those named as {role} is one left outside the truce by the text: {_names(outside, named, case)}; "
        f"others named as {role} are not: {', '.join(others)}."
    )
    return finding(
        case, TEST, Answer.DISPUTED, reason, grounds((*outside, *(o for o in naming if o not in outside)), field)
    )


def _names(told: Sequence[Told], named: _Named, case: Case) -> str:
    return ", ".join(
        dict.fromkeys(case.conflict.parties.label(party) for one in told for party in _excluded(one, named(one), case))
    )


def _always_one_side_out(case: Case) -> bool:
    naming = [one for one in case.told if one.actors or one.targets]
    return all(Answer.NO in (_answer(one, its, case) for its in (one.actors, one.targets) if its) for one in naming)


def _role(case: Case, named: _Named) -> Answer:
    by_source: dict[str, set[Answer]] = {}
    for one in case.told:
        if named(one):
            by_source.setdefault(one.source, set()).add(_answer(one, named(one), case))
    if not by_source:
        return Answer.YES
    return across_sources({source: _of_source(answers) for source, answers in by_source.items()})


def _of_source(answers: set[Answer]) -> Answer:
    """A source that names an excluded party in one telling and another party in the next tells both."""
    return answers.copy().pop() if len(answers) == 1 else Answer.DISPUTED


def _answer(one: Told, parties: tuple[str, ...], case: Case) -> Answer:
    excluded = _excluded(one, parties, case)
    if not excluded:
        return Answer.YES
    return Answer.NO if len(excluded) == len(parties) else Answer.DISPUTED


def excluded_parties(case: Case) -> tuple[str, ...]:
    """The excluded parties that some claim names as attacker or target."""
    return tuple(dict.fromkeys(party for one in case.told for party in excluded_of(one, case)))


def excluded_of(one: Told, case: Case) -> tuple[str, ...]:
    """The excluded parties that a claim names as attacker or target."""
    return _excluded(one, (*one.actors, *one.targets), case)


def _excluded(one: Told, parties: tuple[str, ...], case: Case) -> tuple[str, ...]:
    return tuple(case.standings.excluded_among(parties, one.claim.day.value))
