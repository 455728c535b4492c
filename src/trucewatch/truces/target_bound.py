"""Is the act told as done to someone whom the term protects?"""

from __future__ import annotations

from trucewatch.model import Answer, Finding, Ground
from trucewatch.truces.case import CLASH, Case, Told, finding, grounds
from trucewatch.truces.standing import Kind
from trucewatch.truces.weigh import across_sources, within_source
from trucewatch.truces.words import ALSO_NAMED

TEST = "target_bound"
CIVILIANS = "civilians"


def target_bound(case: Case) -> Finding:
    """As told: a named target on a protected side, or civilians where the text protects them."""
    if not case.term.against:
        return finding(case, TEST, Answer.YES, "The term holds whoever it is done to.", ())
    named = tuple(one for one in case.told if _done_to(one))
    if not named:
        return finding(case, TEST, Answer.UNKNOWN, "No report tells whom it was done to.", grounds(case.told, "target"))
    by_source = {
        source: within_source(
            _answer(one, party, case) for one in named if one.source == source for party in _done_to(one)
        )
        for source in dict.fromkeys(one.source for one in named)
    }
    answer = across_sources(by_source)
    reserved = _reserved(named, case) if answer is Answer.YES else None
    if reserved is not None:
        return finding(case, TEST, Answer.DISPUTED, reserved, grounds(named, "actor", "target"))
    return finding(case, TEST, answer, _reason(answer, named, case), _grounds(named))


def _grounds(named: tuple[Told, ...]) -> tuple[Ground, ...]:
    """The targets told; of fighting the other side too, as either may be the one attacked."""
    fields = ((one, ("actor", "target") if one.claim.act.value == CLASH else ("target",)) for one in named)
    return tuple(ground for one, its in fields for ground in grounds([one], *its))


def _reserved(named: tuple[Told, ...], case: Case) -> str | None:
    """Why it differs, where the attacker's side joined on a condition that leaves out whom the text does not."""
    within = case.conflict.parties.is_within
    for one in named:
        for actor in one.actors:
            side = case.standings.of(actor, one.claim.day.value).side
            for target in one.targets:
                if side is not None and any(within(target, party) for party in side.reserves):
                    who = case.conflict.parties.label(target)
                    return (
                        f"{side.name} accepted on the condition: {side.conditions}. The text does not leave {who} out."
                    )
    return None


def _done_to(one: Told) -> tuple[str, ...]:
    """In fighting between two sides either may be the one attacked."""
    return (*one.actors, *one.targets) if one.claim.act.value == CLASH else one.targets


def _answer(one: Told, party: str, case: Case) -> Answer:
    if case.conflict.parties.is_within(party, CIVILIANS):
        return Answer.YES if CIVILIANS in case.term.against else Answer.NO
    day = one.claim.day.value
    if case.standings.lost(party, day) is not None:
        return Answer.NO
    standing = case.standings.of(party, day)
    if standing.kind is Kind.NOT_NAMED:
        return Answer.UNKNOWN
    if standing.side is None or standing.side.id not in case.term.against:
        return Answer.NO
    return Answer.YES if standing.kind is Kind.BOUND else Answer.UNKNOWN


def _reason(answer: Answer, named: tuple[Told, ...], case: Case) -> str:
    judged: dict[str, Answer] = {}
    for one in named:
        for party in _done_to(one):
            judged.setdefault(party, _answer(one, party, case))
    lost = [
        entry for one in named for party in _done_to(one) if (entry := case.standings.lost(party, one.claim.day.value))
    ]
    if answer is Answer.NO and lost:
        return (
            f"{case.conflict.parties.label(lost[0].party)} was put out of the protection of the truce: {lost[0].why}."
        )
    label = case.conflict.parties.label
    fitting = [party for party, its in judged.items() if its is answer]
    names = ", ".join(map(label, fitting or judged))
    others = [f"{label(party)} ({_PROTECTED[its]})" for party, its in judged.items() if its is not answer]
    both = any(one.claim.act.value == CLASH and one.actors for one in named)
    clash = " Of those said to fight each other each counts here, as either may be the one attacked." if both else ""
    if answer is Answer.DISPUTED:
        names = ", ".join(others)
    elif fitting and others:
        clash = f"{ALSO_NAMED}{', '.join(others)}.{clash}"
    return _in_words(answer, names) + clash


_PROTECTED = {
    Answer.YES: "protected by the term",
    Answer.NO: "not protected by the term",
    Answer.UNKNOWN: "not determined whether protected",
    Answer.DISPUTED: "disputed",
}


def _in_words(answer: Answer, names: str) -> str:
    return {
        Answer.YES: f"The term protects those named as target: {names}.",
        Answer.NO: f"The term does not protect those named as target: {names}.",
        Answer.UNKNOWN: f"Whether the term protects those named as target is not determined: {names}.",
        Answer.DISPUTED: f"Accounts differ on whom it was done to: {names}.",
    }[answer]
