"""What was read, and what was not: without it an empty brief would look like a quiet day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trucewatch.ledger import Ledger
from trucewatch.views.wording import counted, date_text, range_text


@dataclass(frozen=True, slots=True)
class Coverage:
    """The reports behind a page. `first` and `last` are publication days of reports; None when none is dated.

    `reports` and `outlets` count the reports published in the period asked for, or all where none was asked for;
    `undated` those that carry no day and so belong to no period; `unread` what could not be read at all.
    """

    since: date | None
    until: date | None
    reports: int
    outlets: tuple[str, ...]
    first: date | None
    last: date | None
    undated: int
    unread: int
    stale: bool

    @property
    def sentences(self) -> tuple[str, ...]:
        """The coverage statement."""
        return tuple(
            sentence for sentence in (self._read(), self._undated(), self._unread(), self._stale()) if sentence
        )

    @property
    def period(self) -> str:
        """The period asked for: "from 19 May 2016", "19 to 31 May 2016", "all days"."""
        if self.since and self.until:
            return range_text(self.since, self.until)
        if self.since:
            return f"from {date_text(self.since)}"
        return f"up to {date_text(self.until)}" if self.until else "all days"

    def _read(self) -> str:
        if not self.reports:
            if self.since or self.until:
                return "No report published in this period has been read, so nothing can be said about it."
            return "No report has been read yet, so nothing can be said."
        told = f"{counted(self.reports, 'report')} from {counted(len(self.outlets), 'outlet')} read"
        if self.first and self.last:
            return f"{told}, published {range_text(self.first, self.last)}."
        return f"{told}, none with a day of publication."

    def _undated(self) -> str:
        if not self.undated:
            return ""
        return f"{counted(self.undated, 'report')} without a day of publication: in no period."

    def _unread(self) -> str:
        if not self.unread:
            return ""
        return f"{counted(self.unread, 'item')} could not be read."

    def _stale(self) -> str:
        return "Reports were added after incidents were last grouped." if self.stale else ""


def coverage(ledger: Ledger, since: date | None = None, until: date | None = None) -> Coverage:
    """The coverage of a period; both bounds inclusive, None bounds nothing."""
    documents = ledger.report_days()
    inside = [(outlet, day) for outlet, day in documents if _within(day, since, until)]
    days = sorted(day for _, day in inside if day is not None)
    return Coverage(
        since=since,
        until=until,
        reports=len(inside),
        outlets=tuple(sorted({outlet for outlet, _ in inside})),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        undated=sum(day is None for _, day in documents),
        unread=len(ledger.unread()),
        stale=ledger.grouping_stale(),
    )


def _within(day: date | None, since: date | None, until: date | None) -> bool:
    if day is None:
        return since is None and until is None
    return (since is None or day >= since) and (until is None or day <= until)
