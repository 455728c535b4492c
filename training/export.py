"""From a checkpoint to the shipped model: ONNX with eight-bit weights, tags, tokenizer, lemmas.

    python -m training.export --run training/.cache/run --model src/trucewatch/language/model

Activations are quantised word by word, not batch by batch as ``onnxruntime.quantization`` does: so a sentence gets
the same tree whatever it is batched with.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from training.borders import mark
from training.network import Network, Sizes

OPSET = 17
MODEL_NAME = "trucewatch-en"
MODEL_VERSION = "1"
_SMALLEST_QUANTISED = 90
_STORED_TOP = 127
_WEIGHT_TOP = 63
"""Seven bits: processors without VNNI add two eight-bit products in sixteen bits, which eight-bit weights overflow."""


class Exported(nn.Module):
    """What the run time calls: tags chosen, scores for trees and names."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        words = self.network.words(pieces, shapes, firsts)
        upos, xpos, names, arcs, dependent, head = self.network.scores(words)
        return upos.argmax(-1), xpos.argmax(-1), names, arcs, dependent, head


OUTPUTS = ("upos", "xpos", "names", "arcs", "dependent", "head")


def main() -> None:
    """Exports the checkpoint of a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=Path("training/.cache/run"))
    parser.add_argument("--model", type=Path, default=Path("src/trucewatch/language/model"))
    options = parser.parse_args()
    fresh = options.run / "model"
    fresh.mkdir(parents=True, exist_ok=True)
    state = torch.load(options.run / "checkpoint.pt", weights_only=True)
    network = Network(Sizes(**state["sizes"]))
    network.load_state_dict(state["network"])
    network.eval()
    plain = options.run / "plain.onnx"
    export_plain(network, plain)
    onnx.save(quantise(onnx.load(plain)), fresh / "parser.onnx")
    _write_relations(network, fresh / "relations.onnx")
    for name in ("tokenizer.json", "lemmas.json.gz"):
        shutil.copyfile(options.run / name, fresh / name)
    shutil.copyfile(Path(__file__).parent / "MODEL_CARD.md", fresh / "MODEL_CARD.md")
    _write_labels(options.run, fresh, state)
    options.model.mkdir(parents=True, exist_ok=True)
    for path in sorted(fresh.iterdir()):
        print(f"{path.stat().st_size:>10} {path.name}")
        shutil.copyfile(path, options.model / f"{path.name}.part")
    for path in sorted(fresh.iterdir()):
        (options.model / f"{path.name}.part").replace(options.model / path.name)
    if (options.model / "borders.json").exists():
        mark(options.model)


def export_plain(network: Network, path: Path) -> None:
    """The network in 32-bit floats; batch, pieces and words are free sizes."""
    example = (
        torch.ones(2, 9, dtype=torch.long),
        torch.zeros(2, 9, dtype=torch.long),
        torch.zeros(2, 5, dtype=torch.long),
    )
    axes = {name: {0: "batch", 1: "pieces"} for name in ("pieces", "shapes")} | {
        "firsts": {0: "batch", 1: "words_and_root"}
    }
    axes |= {name: {0: "batch", 1: "words"} for name in OUTPUTS}
    axes["arcs"] = {0: "batch", 1: "words", 2: "words_and_root"}
    axes["head"] = {0: "batch", 1: "words_and_root"}
    torch.onnx.export(
        Exported(network).eval(), example, str(path), dynamo=False, opset_version=OPSET,
        input_names=["pieces", "shapes", "firsts"], output_names=list(OUTPUTS), dynamic_axes=axes,
    )  # fmt: skip


def quantise(model: onnx.ModelProto) -> onnx.ModelProto:
    """Replaces products with large constant matrices, and the piece table, by eight-bit ones."""
    rewriter = _Rewriter(model.graph)
    rewriter.rewrite()
    onnx.checker.check_model(model)
    return model


def store_small(model: onnx.ModelProto) -> onnx.ModelProto:
    """Stores large constant matrices in eight bits and multiplies in 32, made again from them once, at loading.

    Without VNNI this is a tenth slower than `quantise` and reads as the 32-bit network does, to a thousandth.
    """
    _Rewriter(model.graph, multiply_whole=False).rewrite()
    onnx.checker.check_model(model)
    return model


class _Rewriter:
    def __init__(self, graph: onnx.GraphProto, *, multiply_whole: bool = True) -> None:
        """`multiply_whole`: in eight-bit whole numbers, activations too."""
        self.graph = graph
        self.replace_product = self._product if multiply_whole else self._stored_product
        self.constants = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
        self.nodes: list[onnx.NodeProto] = []
        self.quantised: dict[str, tuple[str, str]] = {}
        self.added: dict[str, np.ndarray] = {} if not multiply_whole else {
            "q_smallest": np.array(1e-8, np.float32), "q_step": np.array(1 / 127, np.float32),
            "q_middle": np.array(128, np.float32), "q_zero": np.array(128, np.uint8),
        }  # fmt: skip

    def rewrite(self) -> None:
        for node in self.graph.node:
            weight = self.constants.get(node.input[1]) if node.op_type == "MatMul" else None
            if (
                weight is not None
                and weight.ndim == 2
                and weight.shape[0] >= _SMALLEST_QUANTISED
                and weight.shape[1] > 1
            ):
                self.replace_product(node, weight)
            elif (
                node.op_type == "Gather"
                and node.input[0] in self.constants
                and self.constants[node.input[0]].size > 10**6
            ):
                self._lookup(node, self.constants[node.input[0]])
            else:
                self.nodes.append(node)
        used = {name for node in self.nodes for name in node.input}
        kept = [tensor for tensor in self.graph.initializer if tensor.name in used]
        added = [numpy_helper.from_array(array, name) for name, array in self.added.items()]
        del self.graph.node[:], self.graph.initializer[:]
        self.graph.node.extend(self.nodes)
        self.graph.initializer.extend([*kept, *added])

    def _product(self, node: onnx.NodeProto, weight: np.ndarray) -> None:
        source, name = node.input[0], node.output[0]
        activation, scale = self._activation(source)
        steps = np.maximum(np.abs(weight).max(axis=0), 1e-8) / _WEIGHT_TOP
        self.added[f"{name}_w"] = np.rint(weight / steps).astype(np.int8)
        self.added[f"{name}_s"] = steps.astype(np.float32)
        self._add("MatMulInteger", [activation, f"{name}_w", "q_zero"], f"{name}_i")
        self._add("Cast", [f"{name}_i"], f"{name}_f", to=TensorProto.FLOAT)
        self._add("Mul", [f"{name}_f", f"{name}_s"], f"{name}_c")
        self._add("Mul", [f"{name}_c", scale], name)

    def _stored_product(self, node: onnx.NodeProto, weight: np.ndarray) -> None:
        name = node.output[0]
        steps = np.maximum(np.abs(weight).max(axis=0), 1e-8) / _STORED_TOP
        self.added[f"{name}_w"] = np.rint(weight / steps).astype(np.int8)
        self.added[f"{name}_s"] = steps.astype(np.float32)
        self._add("Cast", [f"{name}_w"], f"{name}_f", to=TensorProto.FLOAT)
        self._add("Mul", [f"{name}_f", f"{name}_s"], f"{name}_c")
        self._add("MatMul", [node.input[0], f"{name}_c"], name)

    def _activation(self, source: str) -> tuple[str, str]:
        """Names of the quantised rows of ``source`` and of their scales; made once however often they are used."""
        if source not in self.quantised:
            self._add("Abs", [source], f"{source}_a")
            self._add("ReduceMax", [f"{source}_a"], f"{source}_m", axes=[-1], keepdims=1)
            self._add("Max", [f"{source}_m", "q_smallest"], f"{source}_n")
            self._add("Mul", [f"{source}_n", "q_step"], f"{source}_s")
            self._add("Div", [source, f"{source}_s"], f"{source}_d")
            self._add("Round", [f"{source}_d"], f"{source}_r")
            self._add("Add", [f"{source}_r", "q_middle"], f"{source}_p")
            self._add("Cast", [f"{source}_p"], f"{source}_q", to=TensorProto.UINT8)
            self.quantised[source] = (f"{source}_q", f"{source}_s")
        return self.quantised[source]

    def _lookup(self, node: onnx.NodeProto, table: np.ndarray) -> None:
        name = node.output[0]
        steps = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / 127
        self.added[f"{name}_t"] = np.rint(table / steps).astype(np.int8)
        self.added[f"{name}_u"] = steps.astype(np.float32)
        self._add("Gather", [f"{name}_t", node.input[1]], f"{name}_g")
        self._add("Gather", [f"{name}_u", node.input[1]], f"{name}_h")
        self._add("Cast", [f"{name}_g"], f"{name}_f", to=TensorProto.FLOAT)
        self._add("Mul", [f"{name}_f", f"{name}_h"], name)

    def _add(self, kind: str, inputs: list[str], output: str, **attributes: object) -> None:
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))


def _write_relations(network: Network, path: Path) -> None:
    """``Network.relate`` as a model of its own: the run time asks it about the heads of the finished tree only."""
    product = network.relation_product.detach().numpy()
    size, relations = product.shape[0], product.shape[1]
    width = size - 1
    nodes = [
        helper.make_node("Cast", ["stored"], ["product"], to=TensorProto.FLOAT),
        helper.make_node("Pad", ["dependents", "column", "unit"], ["left"]),
        helper.make_node("Pad", ["heads", "column", "unit"], ["right"]),
        helper.make_node("MatMul", ["left", "product"], ["flat"]),
        helper.make_node("Reshape", ["flat", "cube"], ["cubed"]),
        helper.make_node("Unsqueeze", ["right", "middle"], ["spread"]),
        helper.make_node("Mul", ["cubed", "spread"], ["terms"]),
        helper.make_node("ReduceSum", ["terms", "last"], ["relations"], keepdims=0),
    ]
    constants = {
        "stored": product.reshape(size, -1).astype(np.float16),
        "column": np.array([0, 0, 0, 1], np.int64),
        "unit": np.array(1, np.float32),
        "cube": np.array([-1, relations, size], np.int64),
        "middle": np.array([1], np.int64),
        "last": np.array([2], np.int64),
    }
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["words", width]) for name in ("dependents", "heads")
    ]
    outputs = [helper.make_tensor_value_info("relations", TensorProto.FLOAT, ["words", relations])]
    tensors = [numpy_helper.from_array(array, name) for name, array in constants.items()]
    graph = helper.make_graph(nodes, "relations", inputs, outputs, tensors)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def _write_labels(run: Path, model: Path, state: dict[str, object]) -> None:
    inventory = json.loads((run / "inventory.json").read_text(encoding="utf-8"))
    digest = hashlib.sha256()
    for name in ("parser.onnx", "relations.onnx", "tokenizer.json", "lemmas.json.gz"):
        digest.update((model / name).read_bytes())
    content = {
        "name": MODEL_NAME,
        "version": MODEL_VERSION,
        "digest": digest.hexdigest()[:12],
        "licence": "CC-BY-SA-4.0",
        "trained": {"steps": state["step"], "epochs": state["epoch"]},
        **inventory,
    }
    (model / "labels.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
