"""Two versions of a truce's terms: which terms differ in anything that an assessment rests on."""

from __future__ import annotations

from trucewatch.model import Term, Truce


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
    """What every term rests on: who stands how, the clock, and the policy."""
    undelineated = tuple(area.id for area in truce.areas if area.kind == "undelineated")
    later = truce.effective_from if truce.version > 1 else None
    standing = (truce.parties, truce.excluded, truce.not_bound, truce.lost_protection)
    clock = (truce.timezone, truce.days_in, later, truce.effective_until)
    return (truce.conflict, standing, clock, truce.policy, undelineated)


def _rests_on(truce: Truce, term: Term) -> tuple[object, ...]:
    """The term with its own periods, areas and exceptions."""
    areas = {area.id: area for area in truce.areas}
    area = areas[term.area]
    periods = tuple(period for period in truce.periods if period.id in term.periods)
    exceptions = tuple(one for one in truce.exceptions if one.id in term.exceptions)
    return (term, area, tuple(areas[one] for one in (*area.less, *area.alternatives)), periods, exceptions)
