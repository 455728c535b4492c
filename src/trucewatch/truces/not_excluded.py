"""Is nobody in it whom the text leaves outside the truce?"""

from __future__ import annotations

from collections.abc import Callable

from trucewatch.model import Answer, Finding
from trucewatch.truces.case import Case, Told, finding, grounds
from trucewatch.truces.weigh import across_sources, within_source

TEST = "not_excluded"


def not_excluded(case: Case) -> Finding:
    """No where all who are named as attacker, or all as target, are excluded; disputed where only some are."""
    roles: list[tuple[str, str, Callable[[Told], tuple[str, ...]]]] = [
        ("attacker", "actor", lambda one: one.actors),
        ("target", "target", lambda one: one.targets),
    ]
    answers = [_role(case, named) for _, _, named in roles]
    for answer in (Answer.NO, Answer.DISPUTED):
        for (role, field, named), its_answer in zip(roles, answers, strict=True):
            if its_answer is answer:
                naming = {one.claim.id: found for one in case.told if (found := _excluded(one, named(one), case))}
                parties = dict.fromkeys(party for found in naming.values() for party in found)
                names = ", ".join(case.conflict.parties.label(party) for party in parties)
                told = {
                    Answer.NO: f"The {role} named is left outside the truce by the text: {names}.",
                    Answer.DISPUTED: f"Among those named as {role} is one left outside the truce by the text: {names}.",
                }[answer]
                return finding(
                    case, TEST, answer, told, grounds([one for one in case.told if one.claim.id in naming], field)
                )
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
