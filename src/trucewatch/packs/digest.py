"""One hash over all pack files that a run reads, so that a stored row tells which tables it was made with."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from trucewatch.packs.conflict import PACKS, conflict_folder, extended_folders

_DATA = (".csv", ".yaml", ".yml")
SENTENCES = "sentences.yaml"
"""A pack's worked sentences test it and decide nothing in a reading, so that they are left out."""


def packs_digest(conflict: str | Path, truces: Iterable[str | Path] = ()) -> str:
    """sha256, in hex, over the names and bytes of the world's, languages', acts', conflict's and truces' files."""
    hashed = hashlib.sha256()
    for label, path in _files(conflict, truces):
        content = path.read_bytes()
        hashed.update(f"{label}\n{len(content)}\n".encode())
        hashed.update(content)
    return hashed.hexdigest()


def _files(conflict: str | Path, truces: Iterable[str | Path]) -> Iterator[tuple[str, Path]]:
    for room in ("world", "languages", "acts"):
        yield from _below(PACKS / room, room)
    for folder in extended_folders(conflict_folder(conflict)):
        yield from _below(folder, "conflict")
    from trucewatch.packs.truce_loader import version_paths

    for truce in truces:
        for path in version_paths(truce):
            yield f"truces/{path.name}", path


def _below(folder: Path, label: str) -> Iterator[tuple[str, Path]]:
    return ((f"{label}/{path.relative_to(folder).as_posix()}", path) for path in data_files(folder))


def data_files(folder: Path) -> Iterator[Path]:
    """The tables below a folder, in the order of their paths."""
    return (path for path in sorted(folder.rglob("*")) if path.suffix in _DATA and path.name != SENTENCES)
