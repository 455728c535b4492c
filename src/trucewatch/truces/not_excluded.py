"""Is nobody in it whom the text leaves outside the truce?"""

from __future__ import annotations

from collections.abc import Callable

from trucewatch.model import Answer, Finding
from trucewatch.truces.case import Case, Told, finding, grounds
from trucewatch.truces.weigh import across_sources, within_source

TEST = "not_excluded"


def not_excluded(case: Case) -> Finding:
    """No where all who are named as attacker, or all as target, are excluded; disputed where only some are."""
    roles = [
        ("attacker", "actor", _role(case, lambda one: one.actors)),
        ("target", "target", _role(case, lambda one: one.targets)),
    ]
    for answer in (Answer.NO, Answer.DISPUTED):
        for role, field, its_answer in roles:
            if its_answer is answer:
                names = ", ".join(case.conflict.parties.label(party) for party in excluded_parties(case))
                told = {
                    Answer.NO: f"The {role} named is left outside the truce by the text: {names}.",
                    Answer.DISPUTED: f"Among those named as {role} is one left outside the truce by the text: {names}.",
                }[answer]
                return finding(case, TEST, answer, told, grounds(_naming_excluded(case), field))
    reason = "No report names a party that the text leaves outside the truce."
    return finding(case, TEST, Answer.YES, reason, grounds(case.told, "actor", "target"))


def _role(case: Case, named: Callable[[Told], tuple[str, ...]]) -> Answer:
    by_source: dict[str, list[Answer]] = {}
    for one in case.told:
        parties = named(one)
        if parties:
            by_source.setdefault(one.source, []).append(_answer(one, parties, case))
    if not by_source:
        return Answer.YES
    return across_sources({source: within_source(answers) for source, answers in by_source.items()})


def _answer(one: Told, parties: tuple[str, ...], case: Case) -> Answer:
    excluded = case.standings.excluded_among(parties, one.claim.day.value)
    if not excluded:
        return Answer.YES
    return Answer.NO if len(excluded) == len(parties) else Answer.DISPUTED


def excluded_parties(case: Case) -> tuple[str, ...]:
    """The excluded parties that some claim names as attacker or target."""
    return tuple(
        dict.fromkeys(
            party
            for one in case.told
            for party in case.standings.excluded_among((*one.actors, *one.targets), one.claim.day.value)
        )
    )


def _naming_excluded(case: Case) -> tuple[Told, ...]:
    excluded = set(excluded_parties(case))
    return tuple(one for one in case.told if excluded & {*one.actors, *one.targets})
