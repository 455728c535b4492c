"""The fitted weights of the link features, and the line from which two tellings are taken for one event."""

from __future__ import annotations

import json
from importlib.resources import files

from trucewatch.model.ids import sha256_hex

_TEXT = files("trucewatch.incidents").joinpath("link_weights.json").read_text(encoding="utf-8")
_FITTED = json.loads(_TEXT)

WEIGHTS: dict[str, tuple[float, float]] = {name: (up, down) for name, (up, down) in _FITTED["weights"].items()}
"""For each feature what a value for one event counts, and what a value against it counts."""
LINK: float = _FITTED["line"]
"""Score from which two tellings are taken for one event."""
WEIGHTS_DIGEST = sha256_hex(json.dumps(_FITTED, sort_keys=True))
"""Changes when any weight or the line does, and with it what is one incident."""
