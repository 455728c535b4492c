"""Is the act told of a party that the term binds?"""

from __future__ import annotations

from trucewatch.model import Answer, Finding, Stance
from trucewatch.truces.case import CLASH, Case, Told, finding, grounds
from trucewatch.truces.standing import (
    Kind,
    Standing,
    medium_named,
    names_elsewhere,
    speaks_for_own_side,
    speaks_of_the_other_side,
)
from trucewatch.truces.weigh import across_sources, within_source
from trucewatch.truces.words import ALSO_NAMED

TEST = "party_bound"
_KINDS = {
    Kind.BOUND: "bound",
    Kind.UNDETERMINED: "not determined whether bound",
    Kind.EXCLUDED: "excluded by the text",
    Kind.NOT_BOUND: "not bound",
    Kind.NOT_NAMED: "not named in the terms",
}


def party_bound(case: Case) -> Finding:
    """As told: a named attacker on a side that the term binds. Neither a hedge nor the other side's word settles it.

    Of a term that has a side prevent what others do, the attacker is to be one of those others.
    """
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
    deniers = tuple(one for one in case.denied if speaks_for_own_side(one.source, one.actors, case.conflict))
    if case.done and deniers and answer in {Answer.YES, Answer.UNKNOWN}:
        reason = f"{_label(deniers[0].source, case)} denies a part in it; others name that side."
        return finding(
            case, TEST, Answer.DISPUTED, reason, grounds((*attacks, *deniers), "actor", "speakers", "stance")
        )
    return finding(case, TEST, answer, _reason(answer, judged, case), grounds(attacks, "actor", "speakers"))


def _answer(one: Told, case: Case) -> tuple[Answer, str]:
    if case.term.mode == "must_prevent":
        return _to_be_prevented(one, case)
    standings = [case.standings.of(actor, one.claim.day.value) for actor in one.actors]
    by_term = [standing for standing in standings if standing.side and standing.side.id in case.term.by]
    bound = [standing for standing in by_term if standing.kind is Kind.BOUND]
    if bound:
        return _as_told(one, bound[0].party, _how_bound(bound[0]), case)
    open_ones = [standing for standing in by_term if standing.kind is Kind.UNDETERMINED]
    open_ones += [standing for standing in standings if standing.kind is Kind.NOT_NAMED]
    if open_ones:
        return Answer.UNKNOWN, _why_open(open_ones[0], case)
    return Answer.NO, _why_not(standings[0], case)


def _to_be_prevented(one: Told, case: Case) -> tuple[Answer, str]:
    within = case.conflict.parties.is_within
    meant = [actor for actor in one.actors if any(within(actor, party) for party in case.term.of)]
    if meant:
        sides = ", ".join(side.name for side in case.truce.parties if side.id in case.term.by)
        return _as_told(one, meant[0], f"whose acts {sides} undertook to prevent", case)
    unnamed = [actor for actor in one.actors if case.standings.of(actor, one.claim.day.value).kind is Kind.NOT_NAMED]
    if unnamed:
        return Answer.UNKNOWN, f"The terms do not say whether acts of {_label(unnamed[0], case)} are to be prevented."
    return Answer.NO, f"This term is not about acts of {_label(one.actors[0], case)}."


def _as_told(one: Told, party: str, how: str, case: Case) -> tuple[Answer, str]:
    """Yes, unless the source only surmises it, names nobody itself, or is a party that speaks of the other side."""
    who = _label(party, case)
    if one.claim.stance.value is Stance.HEDGED:
        return Answer.UNKNOWN, f"{who} is named only with a hedge."
    if names_elsewhere(one.claim, "actor"):
        source = _label(one.source, case)
        told = f"In what is given to {source} {who} was not read as the one who did it"
        return Answer.UNKNOWN, f"{told}; another sentence of the report names {who}."
    if speaks_of_the_other_side(one.source, one.actors, case.conflict):
        return (
            Answer.UNKNOWN,
            f"Only another side of the conflict ({medium_named(one.source, case.conflict)}) names {who}.",
        )
    if one.claim.stance.value is Stance.DENIED:
        return Answer.YES, f"{_label(one.source, case)} denies it, told of {who}, {how}."
    if speaks_for_own_side(one.source, one.actors, case.conflict):
        told = f"What is given to {_label(one.source, case)} tells it as an act of its own side, {who}"
        return Answer.YES, f"{told}, {how}."
    return Answer.YES, f"{_label(one.source, case)} names {who}, {how}."


def _how_bound(standing: Standing) -> str:
    side = standing.side
    assert side is not None
    if standing.through:
        return f"for whose acts the text holds {side.name} responsible"
    terms = f", on the condition: {side.conditions}" if side.conditions else ""
    unsure = "" if side.confirmed else " (the file could not confirm how it joined)"
    return f"which the term binds as {side.name}{terms}{unsure}"


def _why_open(standing: Standing, case: Case) -> str:
    who = _label(standing.party, case)
    if standing.side is None:
        return f"The terms do not say how {who} stands to the truce."
    why = standing.why or standing.side.conditions or standing.side.name
    return f"Whether the truce binds {who} is not determined: {why}."


def _why_not(standing: Standing, case: Case) -> str:
    who = _label(standing.party, case)
    if standing.ground is not None:
        return f"{who} is {standing.kind.value}: {standing.ground.why}."
    if standing.kind is Kind.NOT_BOUND and standing.why:
        return f"{who} is no longer bound: {standing.why}."
    return f"This term does not bind {who}."


def _reason(answer: Answer, judged: list[tuple[Told, Answer, str]], case: Case) -> str:
    if answer is Answer.DISPUTED:
        told = "; ".join(_named_by(judged, case))
        return f"Accounts differ on who did it, and the term does not bind all who are named: {told}."
    deciding = [(one, reason) for one, its_answer, reason in judged if its_answer is answer]
    # What stands in the speaker's own sentence says more than what the report has elsewhere.
    first, reason = min(deciding, key=lambda pair: names_elsewhere(pair[0].claim, "actor"))
    others = _named_by(judged, case, without=first.actors)
    if not others:
        return reason
    return f"{reason}{ALSO_NAMED}{'; '.join(others)}.{'' if answer is Answer.NO else _why_not_disputed(judged, case)}"


def _why_not_disputed(judged: list[tuple[Told, Answer, str]], case: Case) -> str:
    """Only a source whose every telling the terms surely leave out would speak against the others."""
    kinds = {case.standings.of(actor, one.claim.day.value).kind for one, _, _ in judged for actor in one.actors}
    rule = "No source names, in all that it tells, only parties that this term surely leaves out"
    unnamed = " Whether it leaves out a party that the terms do not name is open."
    return f" {rule}; else it would be disputed.{unnamed if Kind.NOT_NAMED in kinds else ''}"


def _named_by(judged: list[tuple[Told, Answer, str]], case: Case, without: tuple[str, ...] = ()) -> list[str]:
    """ "Islamic State, excluded (by the Observatory)": every party named, how it stands, and by whom it is named."""
    sources: dict[tuple[str, str], dict[str, None]] = {}
    for one, _, _ in judged:
        by = _label(one.source, case)
        if names_elsewhere(one.claim, "actor"):
            by = f"another sentence of a report with words of {by}"
        for actor in (party for party in one.actors if party not in without):
            kind = case.standings.of(actor, one.claim.day.value).kind
            sources.setdefault((_label(actor, case), _KINDS[kind]), {})[by] = None
    return [f"{who}, {kind} (by {'; '.join(by)})" for (who, kind), by in sources.items()]


def _fighting(case: Case, named: tuple[Told, ...]) -> Finding:
    """Fighting between two sides, one of them bound: who attacked is not told, so the answer stays open."""
    sides = [case.standings.of(party, one.claim.day.value) for one in named for party in (*one.actors, *one.targets)]
    within = case.conflict.parties.is_within
    bound = any(side.side and side.side.id in case.term.by and side.kind is not Kind.NOT_BOUND for side in sides)
    bound = bound or any(within(side.party, party) for side in sides for party in case.term.of)
    rests_on = grounds(named, "act", "actor", "target")
    if bound or any(side.kind is Kind.NOT_NAMED for side in sides):
        reason = "Fighting between two sides is told, not who attacked."
        return finding(case, TEST, Answer.UNKNOWN, reason, rests_on)
    return finding(case, TEST, Answer.NO, "None of those said to have fought is bound by this term.", rests_on)


def _label(party: str, case: Case) -> str:
    return case.conflict.parties.label(party)
