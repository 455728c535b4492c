"""Where the project's gold and data are, for tests marked `shared`."""

from __future__ import annotations

from pathlib import Path

SHARED = Path(__file__).parents[2] / "shared"
"""Beside the checkout; a checkout elsewhere has none, and tests marked `shared` are skipped there."""
