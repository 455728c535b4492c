"""The terms' side of each test: what the text sets, in short, so that an answer can be checked against it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from trucewatch.model import NotCovered, Term, Truce
from trucewatch.packs import Conflict
from trucewatch.views.labels import act_name, party_name, party_names, table
from trucewatch.views.truce_sheet import AreaLine, BoundLine, TermLine, TruceSheet, truce_sheet
from trucewatch.views.wording import each_once, listed

_SUBTITLE = re.compile(r" with |, ")
"""Where a text's short name ends; the whole title stands under the term."""


def term_limits(truce: Truce, term: Term, conflict: Conflict) -> dict[str, str]:
    """By test what the term sets: its sides, times, area, acts, exceptions, and whom the truce leaves out."""
    sheet = truce_sheet(truce, conflict)
    line = next(one for one in sheet.terms if one.id == term.id)
    sides = dict(zip((party.id for party in truce.parties), sheet.bound, strict=True))
    return {
        "party_bound": _bound(truce, term, sides, conflict),
        "target_bound": f"Protected by this term: {_sides(term.against, sides) or 'whoever it is done to'}.",
        "not_excluded": f"Excluded by the text: {_parties(truce.excluded, conflict) or 'nobody'}.",
        "in_period": _runs(truce, term.periods, sheet),
        "in_area": _holds(truce, [term.area], sheet, conflict),
        "act_listed": _acts(line),
        "exception_claimed": f"Exceptions of this term: {_exceptions(truce, term) or 'none'}.",
    }


def truce_limits(truce: Truce, conflict: Conflict) -> dict[str, str]:
    """What all terms together set, for the tests that an incident fails before any term is asked."""
    sheet = truce_sheet(truce, conflict)
    acts = each_once(act for line in sheet.terms for act in line.acts)
    unmet = each_once(act_name(act) for term in truce.terms for act in term.unmet_by)
    duties = f" Told as a duty not met: {', '.join(unmet)}." if unmet else ""
    return {
        "in_period": f"Any term: {_runs(truce, [one.id for one in truce.periods], sheet)}",
        "in_area": f"Any term: {_holds(truce, each_once(term.area for term in truce.terms), sheet, conflict)}",
        "act_listed": f"Acts that count under any term: {', '.join(acts)}.{duties}",
    }


def clause_text(truce: Truce | None, clause: str | None) -> str | None:
    """ "point 2 of “Joint statement”" for `js.2`; as it stands where no truce is at hand."""
    if truce is None or clause is None:
        return clause
    cited, _, part = clause.partition(".")
    text = next((one for one in truce.instruments if one.id == cited), None)
    if text is None:
        return clause
    where = str(table("clauses")["point"]).format(number=part) if part.isdigit() else part.replace("_", " ")
    title = _SUBTITLE.split(text.title)[0]
    return f"{where} of “{title}”" if part else title


def _bound(truce: Truce, term: Term, sides: dict[str, BoundLine], conflict: Conflict) -> str:
    to_prevent = f" Acts of {listed(party_names(conflict, term.of))} are to be prevented." if term.of else ""
    apart = _parties(truce.not_bound, conflict)
    return (
        f"Bound by this term: {_sides(term.by, sides) or 'whoever the truce binds'}."
        f"{f' Not bound: {apart}.' if apart else ''}{to_prevent}"
    )


def _sides(ids: Iterable[str], sides: dict[str, BoundLine]) -> str:
    return "; ".join(
        f"{sides[id].name} ({listed(sides[id].members)}: {sides[id].status})" if id in sides else id for id in ids
    )


def _parties(entries: Iterable[NotCovered], conflict: Conflict) -> str:
    return listed([party_name(conflict, one.party) for one in entries])


def _runs(truce: Truce, periods: Collection[str], sheet: TruceSheet) -> str:
    told = [
        "; ".join((f"{line.start} to {line.end}", *(note for note in line.notes if note.startswith("disputed"))))
        for line in sheet.periods
        if line.id in periods
    ]
    version = f"version {truce.version} of the terms is for acts from {sheet.effective_from}"
    until = f" until before {sheet.effective_until}" if sheet.effective_until else ""
    return f"Runs from {' and from '.join(told)} ({sheet.timezone}); {version}{until}."


def _holds(truce: Truce, ids: Iterable[str], sheet: TruceSheet, conflict: Conflict) -> str:
    areas = dict(zip((area.id for area in truce.areas), sheet.areas, strict=True))
    told = [
        *(text for id in ids for text in _area(areas[id], conflict)),
        *(f"{areas[one.id].name}: {'; '.join(areas[one.id].notes)}" for one in truce.areas if _open(one.kind)),
    ]
    return f"Holds in {'; '.join(told).rstrip('.')}."


def _area(line: AreaLine, conflict: Conflict) -> tuple[str, ...]:
    entries = conflict.gazetteer
    members = [entries.entry(one).name if entries.known(one) else one for one in line.members]
    return f"{line.name} ({line.kind}{': ' if members else ''}{', '.join(members)})", *line.notes


def _open(kind: str) -> bool:
    return kind == "undelineated"


def _exceptions(truce: Truce, term: Term) -> str:
    return "; ".join(
        f"{one.condition} ({clause_text(truce, one.clause) or 'no clause given'})"
        for one in truce.exceptions
        if one.id in term.exceptions
    )


def _acts(line: TermLine) -> str:
    return f"Acts that count under this term: {', '.join(line.acts)}."
