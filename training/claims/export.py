"""From a learned claims network to what ships: encoder as ONNX, weights stored in eight bits; heads as one zip."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from torch import Tensor, nn

from training.export import OPSET, store_small
from training.network import Encoder

Model = dict[str, Any]


class _Words(nn.Module):
    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor, shapes: Tensor, firsts: Tensor) -> Tensor:
        return self.encoder.words(pieces, shapes, firsts)


def write_encoder(encoder: Encoder, path: Path, scratch: Path) -> None:
    """`path` is `story.onnx`, see `trucewatch.language.story`; the 32-bit form stays in `scratch`."""
    encoder.eval()
    example = tuple(torch.zeros(2, n, dtype=torch.long) + add for n, add in ((9, 1), (9, 0), (5, 0)))
    plain = scratch / "story-plain.onnx"
    axes = {n: {0: "windows", 1: "pieces"} for n in ("pieces", "shapes")}
    axes |= {n: {0: "windows", 1: "words"} for n in ("firsts", "vectors")}
    torch.onnx.export(
        _Words(encoder).eval(), example, str(plain), dynamo=False, opset_version=OPSET,
        input_names=["pieces", "shapes", "firsts"], output_names=["vectors"], dynamic_axes=axes,
    )  # fmt: skip
    onnx.save(store_small(onnx.load(plain)), path)


def files_of(model: Model) -> tuple[Model, dict[str, np.ndarray]]:
    """The described part and the arrays, as `trucewatch.claims.heads.weights_of` takes them."""
    described: Model = {"act_threshold": model["act_threshold"], "choosers": {}, "classifiers": {}}
    arrays = {}
    for kind in ("choosers", "classifiers"):
        for name, part in model[kind].items():
            described[kind][name] = {key: value for key, value in part.items() if key != "arrays"}
            arrays |= {f"{name}/{key}": value for key, value in part["arrays"].items()}
    return described, arrays


def write_heads(model: Model, path: Path) -> None:
    """One zip of a JSON and an npz file, the same bytes for the same weights."""
    described, arrays = files_of(model)
    held = io.BytesIO()
    np.savez(held, **arrays)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (
            ("weights.json", json.dumps(described, sort_keys=True, separators=(",", ":")).encode()),
            ("arrays.npz", held.getvalue()),
        ):
            archive.writestr(zipfile.ZipInfo(name, (2016, 2, 27, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
