"""A workspace around the hand-made ledger."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.views.builders import a_conflict, a_truce, write_ledger
from trucewatch.ledger import open_ledger
from trucewatch.model import Truce
from trucewatch.packs import Conflict


@dataclass(frozen=True, slots=True)
class HandMadeWorkspace:
    """A workspace whose packs are those of this file."""

    folder: Path
    title: str = "Syria"

    @property
    def ledger_path(self) -> Path:
        return self.folder / "ledger.sqlite"

    def load_conflict(self) -> Conflict:
        return a_conflict(self.title)

    def load_truces(self) -> tuple[Truce, ...]:
        return (a_truce(),)


def make_workspace(folder: Path, title: str = "Syria", *, empty: bool = False) -> HandMadeWorkspace:
    """A workspace in `folder` with the hand-made ledger, or with an empty one."""
    folder.mkdir()
    workspace = HandMadeWorkspace(folder, title)
    if empty:
        open_ledger(workspace.ledger_path).close()
    else:
        write_ledger(workspace.ledger_path)
    return workspace
