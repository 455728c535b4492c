"""Strict reading of CSV tables: unknown or missing columns and wrong values become complaints with file and line."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from trucewatch.packs.complaints import Complaints, refuse


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. Cells are stripped; an empty cell is `""` for `cell` and None for the `optional` readers."""

    file: Path
    line: int
    complaints: Complaints
    cells: Mapping[str, str]

    def complain(self, column: str, message: str) -> None:
        self.complaints.add(self.file, self.line, column, message)

    def cell(self, column: str) -> str:
        """The cell's text, `""` when empty or when the table has no such optional column."""
        return self.cells.get(column, "")

    def text(self, column: str) -> str:
        """The text of a cell that must not be empty."""
        if not self.cell(column):
            self.complain(column, "is empty")
        return self.cell(column)

    def choice(self, column: str, allowed: Iterable[str]) -> str:
        """One of the allowed words."""
        value, known = self.text(column), tuple(allowed)
        if value and value not in known:
            self.complain(column, f"{value!r} is none of: {', '.join(known)}")
        return value

    def several(self, column: str) -> tuple[str, ...]:
        """The parts of a cell, told apart by semicolons."""
        return tuple(part.strip() for part in self.cell(column).split(";") if part.strip())

    def optional_number(self, column: str) -> float | None:
        value = self.cell(column)
        try:
            return float(value) if value else None
        except ValueError:
            self.complain(column, f"is to be a number, not {value!r}")
            return None

    def optional_day(self, column: str) -> date | None:
        """A date as `2016-02-27`."""
        value = self.cell(column)
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            self.complain(column, f"is to be a date such as 2016-02-27, not {value!r}")
            return None


def read_csv(path: Path, complaints: Complaints, *, required: Iterable[str], optional: Iterable[str] = ()) -> list[Row]:
    """The lines of a table whose first line names its columns. A file that cannot be read raises `PackError`."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            lines = [(reader.line_num, cells) for cells in reader if any(cells)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise refuse(path, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if not lines:
        raise refuse(path, "is empty")
    header_line, header = lines[0]
    _check_header(path, header_line, header, complaints, tuple(required), tuple(optional))
    return [_row(path, line, header, cells, complaints) for line, cells in lines[1:]]


def _check_header(
    path: Path,
    line: int,
    header: list[str],
    complaints: Complaints,
    required: tuple[str, ...],
    optional: tuple[str, ...],
) -> None:
    known = required + optional
    for column in header:
        if column not in known:
            complaints.add(path, line, column, f"unknown column; known here: {', '.join(known)}")
    for column in sorted({column for column in header if header.count(column) > 1}):
        complaints.add(path, line, column, "stands here twice")
    for column in required:
        if column not in header:
            complaints.add(path, line, column, "column is missing")


def _row(path: Path, line: int, header: list[str], cells: list[str], complaints: Complaints) -> Row:
    if len(cells) != len(header):
        complaints.add(path, line, "", f"has {len(cells)} cells where the header has {len(header)}")
    return Row(path, line, complaints, {column: cell.strip() for column, cell in zip(header, cells, strict=False)})
