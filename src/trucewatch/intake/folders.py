"""Which files a path stands for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from trucewatch.intake.sniff import SUFFIXES, known_suffix
from trucewatch.intake.streams import reason_of
from trucewatch.model.raw import Unread


def files_of(path: Path) -> Iterator[Path | Unread]:
    """The file itself, or the files of a folder and its subfolders in order of name.

    In folders, hidden files and files whose suffix is not one of the known ones (README.md, images) are passed
    over; a file that is named by itself is always taken. Links to folders are not followed.
    """
    if not path.is_dir():
        yield path
        return
    found = False
    for file in _walk(path):
        found = True
        yield file
    if not found:
        yield Unread(str(path), f"the folder holds no file ending in {', '.join(SUFFIXES)} (or these with .gz)")


def _walk(folder: Path) -> Iterator[Path | Unread]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield Unread(str(folder), reason_of(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _walk(entry)
        elif known_suffix(entry):
            yield entry
