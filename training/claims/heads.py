"""Fits what the claims room learns: sparse features together with small heads on the parser's word vectors."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

SEED = 20160227
HIDDEN = 64
CLASS_HIDDEN = 128
LEAST = 0.01
"""Sparse weights smaller than this are dropped from the file."""


@dataclass(frozen=True)
class Fit:
    """Settings of one fit."""

    epochs: int = 12
    batch: int = 48
    rate: float = 2e-3
    sparse_rate: float = 8e-3
    decay: float = 0.03
    sparse_decay: float = 0.05
    dropout: float = 0.3
    least_count: int = 3
    members: int = 1  # models fitted from different starts, whose scores are averaged


@dataclass(frozen=True)
class ChoiceExample:
    """Options of one field: the trigger's vector, and for each option its features, mean vector and rule."""

    trigger: np.ndarray
    features: list[tuple[str, ...]]
    vectors: np.ndarray  # [options, width]; zeros for a reading that rests on no word
    rules: list[str]
    right: list[bool]


@dataclass(frozen=True)
class ClassExample:
    vector: np.ndarray
    features: list[str]
    label: str


class ChoiceModel(nn.Module):
    def __init__(self, features: int, rules: int, width: int, dropout: float) -> None:
        super().__init__()
        self.sparse = nn.EmbeddingBag(features + 1, 1, mode="sum", padding_idx=features)
        nn.init.zeros_(self.sparse.weight)
        self.trigger = nn.Linear(width, HIDDEN)
        self.option = nn.Linear(width, HIDDEN)
        self.rule = nn.Embedding(rules, HIDDEN)
        nn.init.normal_(self.rule.weight, std=0.1)
        self.dropout = nn.Dropout(dropout)

    def forward(
        self, bags: Tensor, offsets: Tensor, triggers: Tensor, options: Tensor, rules: Tensor, owner: Tensor
    ) -> Tensor:
        of = functional.gelu(self.trigger(self.dropout(triggers)), approximate="tanh")
        to = functional.gelu(self.option(self.dropout(options)) + self.rule(rules), approximate="tanh")
        return self.sparse(bags, offsets).squeeze(1) + (self.dropout(of)[owner] * to).sum(1)


class ClassModel(nn.Module):
    def __init__(self, features: int, classes: int, width: int, dropout: float) -> None:
        super().__init__()
        self.sparse = nn.EmbeddingBag(features + 1, classes, mode="sum", padding_idx=features)
        nn.init.zeros_(self.sparse.weight)
        self.inner = nn.Linear(width, CLASS_HIDDEN)
        self.outer = nn.Linear(CLASS_HIDDEN, classes)
        self.dropout = nn.Dropout(dropout)

    def forward(self, bags: Tensor, offsets: Tensor, vectors: Tensor) -> Tensor:
        inner = self.dropout(functional.gelu(self.inner(self.dropout(vectors)), approximate="tanh"))
        return self.sparse(bags, offsets) + self.outer(inner)


def fit_choice(examples: Sequence[ChoiceExample], settings: Fit) -> dict[str, Any]:
    """The JSON-and-arrays form of `trucewatch.claims.heads.Chooser`."""
    kept = [e for e in examples if any(e.right) and not all(e.right)]
    names = bag_names((f for e in kept for f in e.features), settings.least_count)
    rules = sorted({r for e in kept for r in e.rules})
    rule_at = {r: i for i, r in enumerate(rules)}

    def loss_of(model: nn.Module, batch: list[ChoiceExample]) -> Tensor:
        bags, offsets = bags_of([f for e in batch for f in e.features], names)
        owner = torch.tensor([i for i, e in enumerate(batch) for _ in e.rules])
        scores = model(
            bags, offsets,
            torch.from_numpy(np.stack([e.trigger for e in batch])),
            torch.from_numpy(np.concatenate([e.vectors for e in batch])),
            torch.tensor([rule_at[r] for e in batch for r in e.rules]),
            owner,
        )  # fmt: skip
        right = torch.tensor([flag for e in batch for flag in e.right])
        return choice_loss(scores, owner, right, len(batch))

    width = kept[0].trigger.shape[0]
    models = [
        _descend(lambda: ChoiceModel(len(names), len(rules), width, settings.dropout), kept, loss_of, settings, member)
        for member in range(settings.members)
    ]
    return choice_json(models, names, rules)


def choice_json(models: Sequence[ChoiceModel], names: dict[str, int], rules: list[str]) -> dict[str, Any]:
    """Members side by side: their hidden units stand in one row, their named weights are averaged."""
    weights = np.mean([model.sparse.weight.detach()[:-1, 0].numpy() for model in models], axis=0)
    return {
        "weights": {n: round(float(weights[i]), 3) for n, i in names.items() if abs(weights[i]) >= LEAST},
        "rules": rules,
        "members": len(models),
        "arrays": {
            "trigger_w": _side_by_side([model.trigger.weight.T for model in models]),
            "trigger_b": _side_by_side([model.trigger.bias for model in models]),
            "option_w": _side_by_side([model.option.weight.T for model in models]),
            "option_b": _side_by_side([model.option.bias for model in models]),
            "rule": _side_by_side([model.rule.weight for model in models]),
        },
    }


def fit_class(examples: Sequence[ClassExample], settings: Fit) -> dict[str, Any]:
    """The JSON-and-arrays form of `trucewatch.claims.heads.Classifier`."""
    names = bag_names(([e.features for e in examples]), settings.least_count)
    classes = sorted({e.label for e in examples})

    def loss_of(model: nn.Module, batch: list[ClassExample]) -> Tensor:
        bags, offsets = bags_of([e.features for e in batch], names)
        scores = model(bags, offsets, torch.from_numpy(np.stack([e.vector for e in batch])))
        return functional.cross_entropy(scores, torch.tensor([classes.index(e.label) for e in batch]))

    width = examples[0].vector.shape[0]
    models = [
        _descend(
            lambda: ClassModel(len(names), len(classes), width, settings.dropout),
            list(examples),
            loss_of,
            settings,
            member,
        )
        for member in range(settings.members)
    ]
    return class_json(models, names, classes)


def class_json(models: Sequence[ClassModel], names: dict[str, int], classes: list[str]) -> dict[str, Any]:
    """Members side by side, see `choice_json`; the outer layer is scaled so that their scores are averaged."""
    weights = np.mean([model.sparse.weight.detach()[:-1].numpy() for model in models], axis=0)
    rows = {}
    for name, i in names.items():
        row = {str(c): round(float(w), 3) for c, w in enumerate(weights[i]) if abs(w) >= LEAST}
        if row:
            rows[name] = row
    outer = torch.cat([model.outer.weight.T for model in models], dim=0) / len(models)
    return {
        "weights": rows,
        "classes": classes,
        "arrays": {
            "inner_w": _side_by_side([model.inner.weight.T for model in models]),
            "inner_b": _side_by_side([model.inner.bias for model in models]),
            "outer_w": _array(outer),
            "outer_b": _array(torch.stack([model.outer.bias for model in models]).mean(0)),
        },
    }


def choice_loss(scores: Tensor, owner: Tensor, right: Tensor, groups: int) -> Tensor:
    """Minus the log of the chance that falls on right options, a group on average."""
    top = torch.full((groups,), -1e9).scatter_reduce(0, owner, scores.detach(), "amax")
    odds = torch.exp(scores - top[owner])
    every = torch.zeros(groups).index_add(0, owner, odds)
    good = torch.zeros(groups).index_add(0, owner, odds * right)
    return (torch.log(every) - torch.log(good + 1e-12)).mean()


def _descend(build: Callable[[], nn.Module], examples: list[Any], loss_of: Any, settings: Fit, member: int) -> Any:
    """AdamW with linear decay; sparse weights learn faster and are held closer to zero."""
    torch.manual_seed(SEED + member)
    model = build()
    sparse = [p for n, p in model.named_parameters() if n.startswith("sparse")]
    dense = [p for n, p in model.named_parameters() if not n.startswith("sparse")]
    optimiser = torch.optim.AdamW(
        [
            {"params": sparse, "lr": settings.sparse_rate, "weight_decay": settings.sparse_decay},
            {"params": dense, "lr": settings.rate, "weight_decay": settings.decay},
        ]
    )
    steps = settings.epochs * (len(examples) // settings.batch + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.0, 1 - step / steps))
    order = random.Random(SEED + member)
    model.train()
    for _ in range(settings.epochs):
        shuffled = list(examples)
        order.shuffle(shuffled)
        for batch in _batches(shuffled, settings.batch):
            optimiser.zero_grad()
            loss_of(model, batch).backward()
            optimiser.step()
            schedule.step()
    return model.eval()


def _batches(examples: list[Any], size: int) -> Iterator[list[Any]]:
    for start in range(0, len(examples), size):
        yield examples[start : start + size]


def bag_names(bags: Any, least_count: int) -> dict[str, int]:
    counts = Counter(feature for bag in bags for feature in set(bag))
    return {name: i for i, name in enumerate(sorted(n for n, c in counts.items() if c >= least_count))}


def bags_of(bags: Sequence[Sequence[str]], names: dict[str, int]) -> tuple[Tensor, Tensor]:
    flat: list[int] = []
    offsets = []
    for bag in bags:
        offsets.append(len(flat))
        flat += [names[f] for f in dict.fromkeys(bag) if f in names]
    return torch.tensor(flat, dtype=torch.long), torch.tensor(offsets, dtype=torch.long)


def _side_by_side(tensors: Sequence[Tensor]) -> np.ndarray:
    return _array(torch.cat(list(tensors), dim=-1))


def _array(tensor: Tensor) -> np.ndarray:
    return tensor.detach().numpy().astype(np.float16)
