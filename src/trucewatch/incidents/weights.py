"""The fitted weights of the link features, and the line from which two tellings are taken for one event."""

from __future__ import annotations

import json
from importlib.resources import files

_FITTED = json.loads(files("trucewatch.incidents").joinpath("link_weights.json").read_text(encoding="utf-8"))

WEIGHTS: dict[str, tuple[float, float]] = {name: (up, down) for name, (up, down) in _FITTED["weights"].items()}
"""For each feature what a value for one event counts, and what a value against it counts."""
LINK: float = _FITTED["line"]
"""Score from which two tellings are taken for one event."""
