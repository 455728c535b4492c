"""The unknown parties as lines for a terminal."""

from __future__ import annotations

from trucewatch.views.unknown_parties import UnknownParties, UnknownParty
from trucewatch.views.wording import counted, listed

CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\ufffd")
"""Control characters of a report, shown as signs so that they cannot steer the terminal."""


def unknown_parties_lines(view: UnknownParties) -> list[str]:
    """One block a name: how often and where, then the words around it."""
    head = f"{view.conflict}: parties that no list knows, {view.period}"
    extent = f"{counted(len(view.parties), 'name')} in {counted(view.reports, 'report')} with claims"
    blocks = [line for party in view.parties for line in ("", *_block(party))]
    return [line.translate(CONTROLS) for line in (head, extent, *blocks)]


def _block(party: UnknownParty) -> list[str]:
    lines = [f"{party.names[0]}: {party.summary}"]
    if len(party.names) > 1:
        lines.append(f"  also written {listed(party.names[1:])}")
    if party.known_by_now:
        lines.append(f"  the packs have it by now: {listed(party.known_by_now)}; the reports were read before")
    for seen in party.seen:
        lines.append(f"  {seen.report.outlet}, {seen.report.published_text}: {seen.before}[{seen.name}]{seen.after}")
        lines.append(f"    {seen.claim_id}")
    return lines
