"""Checking a pack before it is used: what the loader refuses, and what would load and be wrong all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from trucewatch.packs.check_names import dead_aliases, nameless_parties, overlapping_aliases, wrong_bonds
from trucewatch.packs.check_places import dead_place_names, place_cycles, stray_places, twin_places
from trucewatch.packs.complaints import Complaint, Complaints, PackError
from trucewatch.packs.conflict import Conflict, conflict_folder, read_tables
from trucewatch.packs.sentences import read_sentences, wrong_in

Check = Callable[[Conflict, Complaints], None]

CHECKS: tuple[Check, ...] = (
    wrong_bonds,
    overlapping_aliases,
    dead_aliases,
    nameless_parties,
    place_cycles,
    stray_places,
    twin_places,
    dead_place_names,
)
"""Each looks at one thing in a pack that loads; one line here adds another."""


def check_pack(name_or_path: str | Path) -> tuple[Complaint, ...]:
    """All that is wrong with a pack, by file, line and key; empty when nothing is.

    What the loader refuses comes alone, for the other checks need a pack that loads.
    """
    try:
        folder = conflict_folder(name_or_path).resolve()
        conflict = read_tables(folder).conflict(folder)  # read anew, for the writer may have changed it
    except PackError as error:
        return error.complaints
    complaints = Complaints()
    for check in CHECKS:
        check(conflict, complaints)
    try:
        sentences = read_sentences(folder, complaints)
    except PackError as error:
        return tuple(sorted((*complaints.found, *error.complaints)))
    return tuple(sorted((*complaints.found, *wrong_in(conflict, sentences))))
