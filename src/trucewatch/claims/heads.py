"""The learned part of the claims room: it chooses among the readings that rules propose.

Two terms add up to a score: weights of named features, which can be shown, and a small head on the word vectors of
the whole report (`trucewatch.language.story`). Named features hold no name of a party, a place or an outlet: what is
learned of one side holds for all. The vectors know the words they stand for, so evenness is measured, not given
(`tests/claims/test_even_handedness.py`).
Learned by `training/claims`; without word vectors the first term decides alone.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from trucewatch.claims.draft import Option
from trucewatch.language import ModelMissingError

T = TypeVar("T")
Floats = NDArray[np.float32]
Arrays = Mapping[str, Floats]
WEIGHTS_FILE = Path(__file__).parent / "weights.zip"
_GELU = np.float32(0.7978845608)  # the square root of 2/pi, of the tanh form of GELU


@dataclass(frozen=True, slots=True)
class Shared:
    """Vectors of which several options share some: the distinct ``rows``, and the row of each option."""

    rows: Floats
    at: Sequence[int]


@dataclass(frozen=True, slots=True)
class Chooser:
    """Scores the options of one field of a claim."""

    weights: Mapping[str, float]
    rules: Mapping[str, int]
    arrays: Arrays

    def scores(self, options: Sequence[Option[T]], triggers: Shared | None, words: Shared | None) -> list[float]:
        """One score an option, however many drafts they are of: vectors of their triggers and words (zeros: no word).

        Each distinct vector is multiplied once: a report's drafts have most words of their options in common.
        """
        get = self.weights.get
        named = [sum(filter(None, map(get, option.features)), 0.0) for option in options]
        if triggers is None or words is None or not options:
            return named
        of = _gelu(triggers.rows @ self.arrays["trigger_w"] + self.arrays["trigger_b"])
        rules = np.array([self.rules.get(option.rule, -1) for option in options])
        of_rule = np.where(rules[:, None] >= 0, self.arrays["rule"][rules], np.float32(0))
        to = _gelu((words.rows @ self.arrays["option_w"] + self.arrays["option_b"])[words.at] + of_rule)
        met = np.einsum("oi,oi->o", to, of[triggers.at])
        return [float(a + b) for a, b in zip(named, met, strict=True)]


@dataclass(frozen=True, slots=True)
class Classifier:
    """Scores the classes of a trigger: its act, its stance. ``table`` is ``[features, classes]``; see `classifier`."""

    classes: tuple[str, ...]
    rows: Mapping[str, int]
    table: Floats
    arrays: Arrays

    def scores(self, features: Sequence[Sequence[str]], vectors: Floats | None) -> list[dict[str, float]]:
        """For each trigger a score for every class; only their differences mean anything. ``vectors``: a row each."""
        totals: Floats = np.zeros((len(features), len(self.classes)), dtype=np.float32)
        if vectors is not None:
            inner = _gelu(vectors @ self.arrays["inner_w"] + self.arrays["inner_b"])
            totals = inner @ self.arrays["outer_w"] + self.arrays["outer_b"]
        found = []
        for told, total in zip(features, totals, strict=True):
            known = [row for feature in dict.fromkeys(told) if (row := self.rows.get(feature)) is not None]
            whole = np.add.reduce(np.vstack((total, self.table[known])), axis=0) if known else total
            found.append(dict(zip(self.classes, whole.tolist(), strict=True)))
        return found


@dataclass(frozen=True, slots=True)
class Weights:
    """All that was learned: choosers by field, classifiers, and the chance from which a candidate counts."""

    choosers: Mapping[str, Chooser]
    classifiers: Mapping[str, Classifier]
    act_threshold: float


class WeightsMissingError(ModelMissingError):
    """The file of learned weights is not where it should be."""


def _gelu(x: Floats) -> Floats:
    result: Floats = np.float32(0.5) * x * (1 + np.tanh(_GELU * (x + np.float32(0.044715) * (x * x * x))))
    return result


@cache
def load_weights(path: Path = WEIGHTS_FILE) -> Weights:
    """The shipped weights. Raises `WeightsMissingError`."""
    if not path.is_file():
        raise WeightsMissingError(f"{path.name}, what the claims room learned, is missing; training/run.sh makes it")
    with zipfile.ZipFile(path) as archive:
        described = json.loads(archive.read("weights.json"))
        with np.load(io.BytesIO(archive.read("arrays.npz"))) as arrays:
            return weights_of(described, dict(arrays))


def weights_of(described: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> Weights:
    """Weights from their two files; array names are `<model>/<array>`."""

    def own(name: str) -> Arrays:
        return {
            key.partition("/")[2]: value.astype(np.float32)
            for key, value in arrays.items()
            if key.startswith(f"{name}/")
        }

    choosers = {
        name: Chooser(model["weights"], {rule: at for at, rule in enumerate(model["rules"])}, own(name))
        for name, model in described["choosers"].items()
    }
    classifiers = {
        name: classifier(tuple(model["classes"]), model["weights"], own(name))
        for name, model in described["classifiers"].items()
    }
    return Weights(choosers, classifiers, described["act_threshold"])


def classifier(
    classes: tuple[str, ...], weights: Mapping[str, Mapping[str, float]], arrays: Arrays | None = None
) -> Classifier:
    """A classifier from the weights of its features, each by the number of the class."""
    table = np.zeros((len(weights), len(classes)), dtype=np.float32)
    for row, of_classes in zip(table, weights.values(), strict=True):
        row[list(map(int, of_classes))] = list(of_classes.values())
    return Classifier(classes, {feature: row for row, feature in enumerate(weights)}, table, arrays or {})
