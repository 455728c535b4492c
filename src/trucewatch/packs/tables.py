"""Strict reading of CSV tables: unknown or missing columns and wrong values become complaints with file and line."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from trucewatch.packs.complaints import Complaints, refuse

FIRST_YEAR, LAST_YEAR = 1850, 2100
"""What a date in a table may lie between: a slip of the pen makes 1015 or 20016 of 2015 or 2016."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. Cells are stripped; an empty cell is `""` for `cell` and None for the `optional` readers."""

    file: Path
    line: int
    complaints: Complaints
    cells: Mapping[str, str]

    def complain(self, column: str, message: str) -> None:
        self.complain_to(self.complaints, column, message)

    def complain_to(self, complaints: Complaints, column: str, message: str) -> None:
        """Complain in another list than the one that the table was read with."""
        complaints.add(self.file, self.line, column, message)

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

    def period(self) -> tuple[date | None, date | None]:
        """The days in the columns `from` and `to`, both inclusive; None is open."""
        since, until = self.optional_day("from"), self.optional_day("to")
        for column, day in (("from", since), ("to", until)):
            if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
                self.complain(column, f"{day} cannot be meant: years run from {FIRST_YEAR} to {LAST_YEAR}")
        if since and until and until < since:
            self.complain("to", "is before `from`")
        return since, until


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
