"""What the coder tells whoever asks why it coded as it did. Nobody listens while reports are read; it costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from trucewatch.claims.draft import Draft, Option
from trucewatch.claims.triggers import Candidate

Told = Callable[[Draft, Sequence[Option[Any]], Sequence[float], Option[Any]], None]
"""Hears a draft, the options of one of its fields, their scores (none where grammar decided), and the one chosen."""


class Listener(Protocol):
    """Hears every choice of the coder, in the order in which they are made."""

    def repeated(self, sentence: int) -> None:
        """The sentence stands in the report before, and nothing is read from it."""

    def judged(self, candidate: Candidate, scores: Mapping[str, float], act: str, threshold: float) -> None:
        """A candidate's score as each act and as none; the act it would tell of, and the chance asked of it."""

    def completes(self, draft: Draft, other: Draft) -> None:
        """The draft's word belongs to the telling of another draft, and makes no claim of its own."""

    def chose(
        self,
        slot: str,
        draft: Draft,
        options: Sequence[Option[Any]],
        scores: Sequence[float],
        choice: Option[Any],
    ) -> None:
        """One field of a draft; see `Told`."""

    def stance(self, draft: Draft, scores: Mapping[str, float], rule: str, stance: str) -> None:
        """How sure the telling is; no scores where a rule decided."""
