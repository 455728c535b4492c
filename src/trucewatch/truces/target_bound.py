"""Is the act told as done to someone whom the term protects?"""

from __future__ import annotations

from trucewatch.model import Answer, Finding
from trucewatch.truces.case import CLASH, Case, Told, finding, grounds
from trucewatch.truces.standing import Kind
from trucewatch.truces.weigh import across_sources, within_source

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
        source: within_source(_answer(party, case) for one in named if one.source == source for party in _done_to(one))
        for source in dict.fromkeys(one.source for one in named)
    }
    answer = across_sources(by_source)
    return finding(case, TEST, answer, _reason(answer, named, case), grounds(named, "target"))


def _done_to(one: Told) -> tuple[str, ...]:
    """In fighting between two sides either may be the one attacked."""
    return (*one.actors, *one.targets) if one.claim.act.value == CLASH else one.targets


def _answer(party: str, case: Case) -> Answer:
    if case.conflict.parties.is_within(party, CIVILIANS):
        return Answer.YES if CIVILIANS in case.term.against else Answer.NO
    standing = case.standings.of(party)
    if standing.kind is Kind.NOT_NAMED:
        return Answer.UNKNOWN
    if standing.side is None or standing.side.id not in case.term.against:
        return Answer.NO
    return Answer.YES if standing.kind is Kind.BOUND else Answer.UNKNOWN


def _reason(answer: Answer, named: tuple[Told, ...], case: Case) -> str:
    parties = dict.fromkeys(party for one in named for party in _done_to(one))
    names = ", ".join(case.conflict.parties.label(party) for party in parties)
    return {
        Answer.YES: f"The term protects those named as target: {names}.",
        Answer.NO: f"The term does not protect those named as target: {names}.",
        Answer.UNKNOWN: f"Whether the term protects those named as target is not determined: {names}.",
        Answer.DISPUTED: f"Accounts differ on whom it was done to: {names}.",
    }[answer]
