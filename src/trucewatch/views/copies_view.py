"""Reports that are one text: the likely origin first, and what each copy changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trucewatch.documents.digests import telling_text
from trucewatch.documents.reprints import Change, changes
from trucewatch.ledger import Ledger
from trucewatch.model import Document
from trucewatch.packs import Conflict
from trucewatch.views.tellings import ReportReference, report_reference
from trucewatch.views.wording import counted

MOST_CHANGES = 12
LONGEST_WORDS = 12


@dataclass(frozen=True, slots=True)
class CopyView:
    """A copy and its differences from the likely origin; long stretches are told by their first words."""

    report: ReportReference
    changes: tuple[Change, ...]
    more: int

    @property
    def summary(self) -> str:
        return "word for word" if not self.changes else counted(len(self.changes) + self.more, "difference")


@dataclass(frozen=True, slots=True)
class CopiesView:
    """One text in several reports: a reprint adds no independent source."""

    origin: ReportReference
    copies: tuple[CopyView, ...]


def copies_view(ledger: Ledger, conflict: Conflict, document_id: str) -> CopiesView | None:
    """The copies of a report's text; None where it is the only one. The earliest is taken for the origin."""
    documents = ledger.copies_of(document_id)
    if len(documents) < 2:
        return None
    origin, *rest = documents
    return CopiesView(report_reference(conflict, origin), tuple(_copy(conflict, origin, copy) for copy in rest))


def copies_of_all(ledger: Ledger, conflict: Conflict, document_ids: Iterable[str]) -> tuple[CopiesView, ...]:
    """The texts among the reports that stand in several reports of the ledger, each once."""
    found: dict[str, CopiesView] = {}
    for document_id in dict.fromkeys(document_ids):
        view = copies_view(ledger, conflict, document_id)
        if view is not None:
            found.setdefault(view.origin.document_id, view)
    return tuple(found.values())


def _copy(conflict: Conflict, origin: Document, copy: Document) -> CopyView:
    found = changes(telling_text(origin), telling_text(copy))
    shown = tuple(Change(_short(one.before), _short(one.after)) for one in found[:MOST_CHANGES])
    return CopyView(report_reference(conflict, copy), shown, len(found) - len(shown))


def _short(words: str) -> str:
    told = words.split()
    return words if len(told) <= LONGEST_WORDS else f"{' '.join(told[:LONGEST_WORDS])} …"
