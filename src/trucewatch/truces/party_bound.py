"""Is the act told of a party that the term binds?"""

from __future__ import annotations

from trucewatch.model import Answer, Finding, Stance
from trucewatch.truces.case import CLASH, Case, Told, finding, grounds
from trucewatch.truces.standing import (
    Kind,
    Standing,
    denies_for_own_side,
    speaks_of_the_other_side,
)
from trucewatch.truces.weigh import across_sources, within_source

TEST = "party_bound"


def party_bound(case: Case) -> Finding:
    """As told: a named attacker on a side that the term binds. Neither a hedge nor the other side's word settles it."""
    named = tuple(one for one in case.told if one.actors)
    if not named:
        return finding(case, TEST, Answer.UNKNOWN, "No report names who did it.", grounds(case.told, "actor"))
    attacks = tuple(one for one in named if one.claim.act.value != CLASH)
    if not attacks:
        return _fighting(case, named)
    judged = [(one, *_answer(one, case)) for one in attacks]
    by_source = {
        source: within_source(answer for one, answer, _ in judged if one.source == source)
        for source in dict.fromkeys(one.source for one in attacks)
    }
    answer = across_sources(by_source)
    deniers = tuple(one for one in case.denied if denies_for_own_side(one.source, one.actors, case.conflict))
    if case.done and deniers and answer in {Answer.YES, Answer.UNKNOWN}:
        reason = f"{_label(deniers[0].source, case)} denies a part in it; others name that side."
        return finding(
            case, TEST, Answer.DISPUTED, reason, grounds((*attacks, *deniers), "actor", "speakers", "stance")
        )
    return finding(case, TEST, answer, _reason(answer, judged, case), grounds(attacks, "actor", "speakers"))


def _answer(one: Told, case: Case) -> tuple[Answer, str]:
    standings = [case.standings.of(actor) for actor in one.actors]
    by_term = [standing for standing in standings if standing.side and standing.side.id in case.term.by]
    bound = [standing for standing in by_term if standing.kind is Kind.BOUND]
    if bound:
        return _as_told(one, bound[0], case)
    open_ones = by_term or [standing for standing in standings if standing.kind is Kind.NOT_NAMED]
    if open_ones:
        return Answer.UNKNOWN, _why_open(open_ones[0], case)
    return Answer.NO, _why_not(standings[0], case)


def _as_told(one: Told, bound: Standing, case: Case) -> tuple[Answer, str]:
    """Yes, unless the source only surmises it or is a party that speaks of the other side."""
    who = _label(bound.party, case)
    if one.claim.stance.value is Stance.HEDGED:
        return Answer.UNKNOWN, f"{who} is named only with a hedge."
    if speaks_of_the_other_side(one.source, one.actors, case.conflict):
        return Answer.UNKNOWN, f"Only another side of the conflict, {_label(one.source, case)}, names {who}."
    assert bound.side is not None
    terms = f", on the condition: {bound.side.conditions}" if bound.side.conditions else ""
    return Answer.YES, f"{_label(one.source, case)} names {who}, which the term binds as {bound.side.name}{terms}."


def _why_open(standing: Standing, case: Case) -> str:
    who = _label(standing.party, case)
    if standing.side is None:
        return f"The terms do not say how {who} stands to the truce."
    return f"Whether the truce binds {who} is not determined: {standing.side.conditions or standing.side.name}."


def _why_not(standing: Standing, case: Case) -> str:
    who = _label(standing.party, case)
    if standing.ground is not None:
        return f"{who} is {standing.kind.value}: {standing.ground.why}."
    return f"This term does not bind {who}."


def _reason(answer: Answer, judged: list[tuple[Told, Answer, str]], case: Case) -> str:
    if answer is not Answer.DISPUTED:
        return next(reason for _, its_answer, reason in judged if its_answer is answer)
    accounts = {one.source: ", ".join(_label(actor, case) for actor in one.actors) for one, _, _ in judged}
    return (
        "Accounts differ on who did it: "
        + "; ".join(f"{_label(source, case)} names {actors}" for source, actors in accounts.items())
        + "."
    )


def _fighting(case: Case, named: tuple[Told, ...]) -> Finding:
    """Fighting between two sides, one of them bound: who attacked is not told, so the answer stays open."""
    parties = [party for one in named for party in (*one.actors, *one.targets)]
    sides = [case.standings.of(party) for party in parties]
    bound = any(side.side and side.side.id in case.term.by for side in sides)
    rests_on = grounds(named, "act", "actor", "target")
    if bound or any(side.kind is Kind.NOT_NAMED for side in sides):
        reason = "Fighting between two sides is told, not who attacked."
        return finding(case, TEST, Answer.UNKNOWN, reason, rests_on)
    return finding(case, TEST, Answer.NO, "None of those said to have fought is bound by this term.", rests_on)


def _label(party: str, case: Case) -> str:
    return case.conflict.parties.label(party)
