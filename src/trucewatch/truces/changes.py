"""Two versions of a truce's terms: which terms differ in anything that an assessment rests on."""

from __future__ import annotations

from trucewatch.model import Term, Truce
from trucewatch.truces.resting import term_parts
from trucewatch.truces.times import Clock


def unchanged_terms(old: Truce, new: Truce) -> frozenset[str]:
    """The terms of `new` under which every assessment is as it was under `old`."""
    before = {term.id: term for term in old.terms}
    shared = _shared(old) == _shared(new)
    return frozenset(
        term.id
        for term in new.terms
        if shared and term.id in before and _rests_on(old, before[term.id]) == _rests_on(new, term)
    )


def changed_terms(old: Truce, new: Truce) -> tuple[tuple[str, str], ...]:
    """Terms and what became of them: "new", "left out", "changed", or "rests on something that changed"."""
    before, after = ({term.id: term for term in truce.terms} for truce in (old, new))
    same = unchanged_terms(old, new)
    found: list[tuple[str, str]] = []
    for ident, term in after.items():
        if ident not in before:
            found.append((ident, "new"))
        elif before[ident] != term:
            found.append((ident, "changed"))
        elif ident not in same:
            found.append((ident, "rests on something that changed"))
    return (*found, *((ident, "left out") for ident in before if ident not in after))


def _shared(truce: Truce) -> tuple[object, ...]:
    """What every term rests on: who stands how, and the policy."""
    standing = (truce.parties, truce.excluded, truce.not_bound, truce.lost_protection)
    return (truce.conflict, standing, truce.policy)


def _rests_on(truce: Truce, term: Term) -> tuple[object, ...]:
    """The term with its own periods, areas and exceptions."""
    return term_parts(truce, term, Clock(truce), dated=True, placed=True)
