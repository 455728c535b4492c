"""What is wrong with a pack: every complaint names the file, the line and the key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Complaint:
    """One thing wrong in a pack file. `line` counts from 1; 0 when the file as a whole is meant."""

    file: str
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.key}: {self.message}" if self.key else f"{where}: {self.message}"


class PackError(ValueError):
    """A pack that cannot be used. `str()` gives one line for each complaint; nothing of the pack was loaded."""

    def __init__(self, complaints: tuple[Complaint, ...]) -> None:
        super().__init__("\n".join(str(complaint) for complaint in complaints))
        self.complaints = complaints


class Complaints:
    """Collects all that is wrong, so that a writer of packs sees everything in one go.

    Readers that meet a wrong value complain here and hand back an empty one; `raise_if_any` before using them.
    """

    def __init__(self) -> None:
        self._found: list[Complaint] = []

    def add(self, file: Path, line: int, key: str, message: str) -> None:
        self._found.append(Complaint(str(file), line, key, message))

    @property
    def found(self) -> tuple[Complaint, ...]:
        """All complaints so far, in the order they were made."""
        return tuple(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def raise_if_any(self) -> None:
        """Raise `PackError` with all complaints in the order of file and line."""
        if self._found:
            raise PackError(tuple(sorted(self._found)))


def refuse(file: Path | str, message: str) -> PackError:
    """The error for a pack that fails as a whole, with its one line."""
    return PackError((Complaint(str(file), 0, "", message),))
