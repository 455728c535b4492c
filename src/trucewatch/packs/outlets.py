"""Outlets: what they are called and whose wording they use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trucewatch.packs.folding import fold_name


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet. `patterns` are parts of the names or addresses it goes by; `party` is the party whose medium it is."""

    id: str
    name: str
    patterns: tuple[str, ...]
    leaning: str
    party: str | None


class Outlets:
    """The outlets that a pack knows."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self._outlets = tuple(outlets)
        self._patterns = [
            (f" {_as_words(pattern)} ", outlet) for outlet in self._outlets for pattern in outlet.patterns
        ]

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self._outlets)

    def named(self, written: str | None) -> Outlet | None:
        """The outlet that a name or address belongs to; the longest pattern wins; None when none fits."""
        if not written:
            return None
        words = f" {_as_words(written)} "
        fitting = [(len(pattern), outlet) for pattern, outlet in self._patterns if pattern in words]
        return max(fitting, key=lambda found: found[0])[1] if fitting else None

    def leaning(self, written: str | None) -> str | None:
        """Whose wording an outlet uses; None when the pack does not know the outlet."""
        outlet = self.named(written)
        return outlet.leaning if outlet else None

    def name(self, written: str) -> str:
        """The name to show for an outlet; as it is written when the pack does not know it."""
        outlet = self.named(written)
        return outlet.name if outlet else written


def _as_words(written: str) -> str:
    folded = fold_name(written)
    return " ".join("".join(character if character.isalnum() else " " for character in folded).split())
