"""The tags of the shipped model, in the order of its outputs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Labels:
    """Tag names; ``model`` is the model's name, version and content hash."""

    model: str
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]

    @staticmethod
    def from_file(path: Path) -> Labels:
        """Reads the ``labels.json`` that ``training/export.py`` writes."""
        content = json.loads(path.read_text(encoding="utf-8"))
        return Labels(
            f"{content['name']}-{content['version']}-{content['digest']}",
            tuple(content["upos"]),
            tuple(content["xpos"]),
            tuple(content["relations"]),
            tuple(content["names"]),
        )
