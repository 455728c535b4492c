"""The heads of the claims network, and the form in which the program loads them."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

HIDDEN = 128
LEAST = 0.01
"""Weights of named features smaller than this are dropped from the file."""


class ChoiceModel(nn.Module):
    """Scores options: weights of their named features, and how their words go with the trigger."""

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
        """``[options]``; ``owner`` says for each option which row of ``triggers`` it is asked of."""
        of = functional.gelu(self.trigger(self.dropout(triggers)), approximate="tanh")
        to = functional.gelu(self.option(self.dropout(options)) + self.rule(rules), approximate="tanh")
        return self.sparse(bags, offsets).squeeze(1) + (self.dropout(of)[owner] * to).sum(1)


class ClassModel(nn.Module):
    """Scores the classes of a trigger."""

    def __init__(self, features: int, classes: int, width: int, dropout: float) -> None:
        super().__init__()
        self.sparse = nn.EmbeddingBag(features + 1, classes, mode="sum", padding_idx=features)
        nn.init.zeros_(self.sparse.weight)
        self.inner = nn.Linear(width, HIDDEN)
        self.outer = nn.Linear(HIDDEN, classes)
        self.dropout = nn.Dropout(dropout)

    def forward(self, bags: Tensor, offsets: Tensor, vectors: Tensor) -> Tensor:
        """``[triggers, classes]``."""
        inner = self.dropout(functional.gelu(self.inner(self.dropout(vectors)), approximate="tanh"))
        return self.sparse(bags, offsets) + self.outer(inner)


def choice_loss(scores: Tensor, owner: Tensor, right: Tensor, weights: Tensor) -> Tensor:
    """Minus the log of the chance that falls on right options, a weighted mean over the choices."""
    groups = len(weights)
    top = torch.full((groups,), -1e9).scatter_reduce(0, owner, scores.detach(), "amax")
    odds = torch.exp(scores - top[owner])
    every = torch.zeros(groups).index_add(0, owner, odds)
    good = torch.zeros(groups).index_add(0, owner, odds * right)
    losses = torch.log(every) - torch.log(good + 1e-12)
    return (losses * weights).sum() / weights.sum()


def choice_json(model: ChoiceModel, names: dict[str, int], rules: list[str]) -> dict[str, Any]:
    """The JSON-and-arrays form of `trucewatch.claims.heads.Chooser`."""
    weights = model.sparse.weight.detach()[:-1, 0].numpy()
    return {
        "weights": {n: round(float(weights[i]), 3) for n, i in names.items() if abs(weights[i]) >= LEAST},
        "rules": rules,
        "arrays": {
            "trigger_w": _array(model.trigger.weight.T),
            "trigger_b": _array(model.trigger.bias),
            "option_w": _array(model.option.weight.T),
            "option_b": _array(model.option.bias),
            "rule": _array(model.rule.weight),
        },
    }


def class_json(model: ClassModel, names: dict[str, int], classes: list[str]) -> dict[str, Any]:
    """The JSON-and-arrays form of `trucewatch.claims.heads.Classifier`."""
    weights = model.sparse.weight.detach()[:-1].numpy()
    rows = {}
    for name, i in names.items():
        row = {str(c): round(float(w), 3) for c, w in enumerate(weights[i]) if abs(w) >= LEAST}
        if row:
            rows[name] = row
    return {
        "weights": rows,
        "classes": classes,
        "arrays": {
            "inner_w": _array(model.inner.weight.T),
            "inner_b": _array(model.inner.bias),
            "outer_w": _array(model.outer.weight.T),
            "outer_b": _array(model.outer.bias),
        },
    }


def _array(tensor: Tensor) -> np.ndarray:
    return tensor.detach().numpy().astype(np.float16)
