"""The network: a six-layer BERT encoder with a casing input and heads for tags, arcs, relations and names."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from trucewatch.language.pieces import SHAPES

FAR_BELOW = -1e4
"""Score of what may not be chosen; it vanishes in a softmax."""


@dataclass(frozen=True)
class Sizes:
    """Everything needed to build the network again."""

    pieces: int
    upos: int
    xpos: int
    relations: int
    labels: int
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 256
    arc: int = 192
    relation: int = 96
    name: int = 128
    dropout: float = 0.1
    head_dropout: float = 0.25

    def as_dict(self) -> dict[str, float]:
        """Plain values for the checkpoint."""
        return asdict(self)


class Attention(nn.Module):
    """Self-attention with one product for queries, keys and values: faster on a CPU at these lengths."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.heads = sizes.heads
        self.mixed = nn.Linear(sizes.width, 3 * sizes.width)
        self.out = nn.Linear(sizes.width, sizes.width)
        self.dropout = nn.Dropout(sizes.dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = states.shape
        mixed = self.mixed(states).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        query, key, value = mixed[0], mixed[1], mixed[2]
        scores = torch.matmul(query, key.transpose(-1, -2)) * (width // self.heads) ** -0.5 + bias
        weights = self.dropout(torch.softmax(scores, dim=-1))
        return self.out(torch.matmul(weights, value).transpose(1, 2).reshape(batch, length, width))


class Layer(nn.Module):
    """One encoder layer, normalised after each part as in BERT."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.attention = Attention(sizes)
        self.attention_norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.widen = nn.Linear(sizes.width, sizes.inner)
        self.narrow = nn.Linear(sizes.inner, sizes.width)
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.dropout = nn.Dropout(sizes.dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        states = self.attention_norm(states + self.dropout(self.attention(states, bias)))
        return self.norm(states + self.dropout(self.narrow(functional.gelu(self.widen(states)))))


class Encoder(nn.Module):
    """Pieces in, one vector a word out."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.piece = nn.Embedding(sizes.pieces, sizes.width)
        self.position = nn.Embedding(sizes.positions, sizes.width)
        self.shape = nn.Embedding(len(SHAPES), sizes.width)
        nn.init.zeros_(self.shape.weight)
        self.input_norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))
        self.mix = nn.Parameter(torch.zeros(sizes.layers))
        self.dropout = nn.Dropout(sizes.dropout)

    def words(self, pieces: Tensor, shapes: Tensor, firsts: Tensor) -> Tensor:
        """Word vectors ``[batch, 1 + words, width]``.

        ``pieces`` and ``shapes`` are ``[batch, pieces]`` (padding is piece 0); ``firsts`` is ``[batch, 1 + words]``,
        the place of each word's first piece.
        """
        bias = (pieces == 0).to(self.mix.dtype)[:, None, None, :] * FAR_BELOW
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.piece(pieces) + self.position(places) + self.shape(shapes)
        states = self.dropout(self.input_norm(states))
        weights = torch.softmax(self.mix, dim=0)
        mixed = torch.zeros_like(states)
        for number, layer in enumerate(self.layers):
            states = layer(states, bias)
            mixed = mixed + weights[number] * states
        return torch.gather(mixed, 1, firsts[:, :, None].expand(-1, -1, mixed.shape[2]))


class Network(Encoder):
    """The encoder with the heads of the parser; word 0 is the root, read from the start marker."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__(sizes)
        self.head_dropout = nn.Dropout(sizes.head_dropout)
        self.upos = nn.Linear(sizes.width, sizes.upos)
        self.xpos = nn.Linear(sizes.width, sizes.xpos)
        self.name_in = nn.Linear(sizes.width, sizes.name)
        self.name_out = nn.Linear(sizes.name, sizes.labels)
        self.arc_of = nn.Linear(sizes.width, sizes.arc)
        self.arc_to = nn.Linear(sizes.width, sizes.arc)
        self.arc_product = nn.Linear(sizes.arc, sizes.arc)
        self.arc_favour = nn.Linear(sizes.arc, 1, bias=False)
        self.relation_of = nn.Linear(sizes.width, sizes.relation)
        self.relation_to = nn.Linear(sizes.width, sizes.relation)
        self.relation_product = nn.Parameter(torch.empty(sizes.relation + 1, sizes.relations, sizes.relation + 1))
        nn.init.normal_(self.relation_product, std=0.05)

    def scores(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
        """``upos, xpos, names`` ``[batch, words, n]``, ``arcs`` ``[batch, words, 1 + words]``, and the two vectors
        a word that ``relate`` compares: as dependent ``[batch, words, n]``, as head ``[batch, 1 + words, n]``."""
        words = self.head_dropout(words)
        own = words[:, 1:]
        names = self.name_out(self.head_dropout(functional.gelu(self.name_in(own))))
        dependent = self.head_dropout(functional.gelu(self.arc_of(own)))
        head = self.head_dropout(functional.gelu(self.arc_to(words)))
        arcs = torch.matmul(self.arc_product(dependent), head.transpose(1, 2)) + self.arc_favour(head).transpose(1, 2)
        relation_of = self.head_dropout(functional.gelu(self.relation_of(own)))
        relation_to = self.head_dropout(functional.gelu(self.relation_to(words)))
        return self.upos(own), self.xpos(own), names, arcs, relation_of, relation_to

    def relate(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Relation scores ``[n, relations]`` of ``n`` pairs of vectors."""
        one = dependent.new_ones(dependent.shape[0], 1)
        left = torch.cat((dependent, one), dim=1)
        right = torch.cat((head, one), dim=1)
        size, relations = self.relation_product.shape[0], self.relation_product.shape[1]
        product = torch.matmul(left, self.relation_product.view(size, -1)).view(-1, relations, size)
        return torch.matmul(product, right[:, :, None]).squeeze(2)


def load_base(network: Encoder, weights: dict[str, Tensor], kept: list[int]) -> None:
    """Copies the pretrained encoder in; ``kept`` lists the word pieces of the base that the tokenizer still has."""
    with torch.no_grad():
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        network.piece.weight.copy_(weights["embeddings.word_embeddings.weight"][kept])
        network.position.weight.copy_(
            weights["embeddings.position_embeddings.weight"][: network.sizes.positions] + kind
        )
        _copy(network.input_norm, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(network.layers):
            prefix = f"encoder.layer.{number}"
            for part in ("weight", "bias"):
                names = [f"{prefix}.attention.self.{name}.{part}" for name in ("query", "key", "value")]
                getattr(layer.attention.mixed, part).copy_(torch.cat([weights[name] for name in names]))
            _copy(layer.attention.out, weights, f"{prefix}.attention.output.dense")
            _copy(layer.attention_norm, weights, f"{prefix}.attention.output.LayerNorm")
            _copy(layer.widen, weights, f"{prefix}.intermediate.dense")
            _copy(layer.narrow, weights, f"{prefix}.output.dense")
            _copy(layer.norm, weights, f"{prefix}.output.LayerNorm")


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[f"{name}.weight"])
    module.bias.copy_(weights[f"{name}.bias"])
