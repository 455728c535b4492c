"""The learned part: scores are sums, and nothing else decides."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from trucewatch.claims.draft import Option
from trucewatch.claims.heads import Chooser, Shared, Weights, classifier, load_weights, weights_of
from trucewatch.packs.acts import load_acts

WIDTH, INNER = 6, 4
RNG = np.random.default_rng(7)


def numbers(*shape: int) -> NDArray[np.float32]:
    return RNG.standard_normal(shape).astype(np.float32)


CHOICE_ARRAYS = {
    "trigger_w": numbers(WIDTH, INNER), "trigger_b": numbers(INNER), "option_w": numbers(WIDTH, INNER),
    "option_b": numbers(INNER), "rule": numbers(2, INNER),
}  # fmt: skip
CLASS_ARRAYS = {
    "inner_w": numbers(WIDTH, INNER), "inner_b": numbers(INNER), "outer_w": numbers(INNER, 2), "outer_b": numbers(2),
}  # fmt: skip
CHOOSER = Chooser({"near": 1.5, "far": -0.5}, {"named": 0, "told-before": 1}, CHOICE_ARRAYS)
CLASSIFIER = classifier(("kill", "none"), {"dead": {"0": 2.0}, "quiet": {"0": -1.0, "1": 1.0}}, CLASS_ARRAYS)


def option(rule: str, *features: str) -> Option[str]:
    return Option(rule, (), rule, features)


OPTIONS = [option("named", "near"), option("told-before", "far", "near"), option("never seen", "strange")]


def test_without_vectors_the_named_features_decide_alone() -> None:
    assert CHOOSER.scores(OPTIONS, None, None) == [1.5, 1.0, 0.0]


ONE_TRIGGER = Shared(numbers(1, WIDTH), [0] * len(OPTIONS))
WORDS = Shared(numbers(len(OPTIONS), WIDTH), range(len(OPTIONS)))


def test_a_choice_is_the_sum_of_named_features_and_vectors() -> None:
    whole = CHOOSER.scores(OPTIONS, ONE_TRIGGER, WORDS)
    named = CHOOSER.scores(OPTIONS, None, None)
    of_vectors = CHOOSER.scores([option(o.rule) for o in OPTIONS], ONE_TRIGGER, WORDS)
    assert whole == pytest.approx([a + b for a, b in zip(named, of_vectors, strict=True)], rel=1e-5)
    assert len(set(of_vectors)) == len(OPTIONS)


def test_each_option_is_scored_for_itself() -> None:
    whole = CHOOSER.scores(OPTIONS, ONE_TRIGGER, WORDS)
    backwards = CHOOSER.scores(OPTIONS[::-1], ONE_TRIGGER, Shared(WORDS.rows, WORDS.at[::-1]))
    assert backwards[::-1] == pytest.approx(whole, rel=1e-5)


def test_options_of_several_drafts_are_scored_as_those_of_each_alone() -> None:
    triggers = numbers(2, WIDTH)
    both = CHOOSER.scores(
        [*OPTIONS, *OPTIONS], Shared(triggers, [0, 0, 0, 1, 1, 1]), Shared(WORDS.rows, [*WORDS.at, *WORDS.at])
    )
    alone = [CHOOSER.scores(OPTIONS, Shared(triggers, [draft] * 3), WORDS) for draft in (0, 1)]
    assert both == pytest.approx([*alone[0], *alone[1]], rel=1e-5)
    assert alone[0] != pytest.approx(alone[1], rel=1e-2)


def test_a_class_is_the_sum_of_named_features_and_vector() -> None:
    vector = numbers(1, WIDTH)
    assert CLASSIFIER.scores([["dead", "quiet", "unheard of"]], None) == [{"kill": 1.0, "none": 1.0}]
    plain, told = CLASSIFIER.scores([[], ["dead"]], np.vstack((vector, vector)))
    assert told["kill"] - plain["kill"] == pytest.approx(2.0, abs=1e-5)
    assert told["none"] == pytest.approx(plain["none"])


def test_a_feature_told_twice_counts_once() -> None:
    assert CLASSIFIER.scores([["dead", "dead"]], None) == CLASSIFIER.scores([["dead"]], None)


def packed(folder: Path) -> Path:
    path = folder / "weights.zip"
    described = {
        "choosers": {"actor": {"weights": dict(CHOOSER.weights), "rules": list(CHOOSER.rules)}},
        "classifiers": {"act": {"classes": ["kill", "none"], "weights": {"dead": {"0": 2.0}}}},
        "act_threshold": 0.3,
    }
    arrays = {f"actor/{k}": v for k, v in CHOICE_ARRAYS.items()} | {f"act/{k}": v for k, v in CLASS_ARRAYS.items()}
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)  # type: ignore[arg-type]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("weights.json", json.dumps(described))
        archive.writestr("arrays.npz", buffer.getvalue())
    return path


def assert_same(first: Mapping[str, Any], second: Mapping[str, Any]) -> None:
    assert first.keys() == second.keys()
    for name in first:
        assert np.array_equal(first[name], second[name])


def test_weights_come_back_from_their_file(tmp_path: Path) -> None:
    weights = load_weights(packed(tmp_path))
    assert weights.act_threshold == 0.3
    actor = weights.choosers["actor"]
    assert (actor.weights, actor.rules) == (CHOOSER.weights, CHOOSER.rules)
    assert_same(actor.arrays, CHOICE_ARRAYS)
    assert weights.classifiers["act"].scores([["dead"]], None) == [{"kill": 2.0, "none": 0.0}]


def test_the_order_of_the_file_does_not_matter(tmp_path: Path) -> None:
    load_weights(packed(tmp_path))
    described = {"choosers": {}, "classifiers": {"b": {"classes": ["x"], "weights": {}}}, "act_threshold": 0.5}
    arrays = {"b/outer_b": np.zeros(1), "a/outer_b": np.ones(1)}
    forwards, backwards = weights_of(described, arrays), weights_of(described, dict(reversed(arrays.items())))
    assert_same(forwards.classifiers["b"].arrays, backwards.classifiers["b"].arrays)
    assert set(forwards.classifiers["b"].arrays) == {"outer_b"}


@pytest.fixture(scope="module")
def shipped() -> Weights:
    return load_weights()


def test_the_shipped_weights_hold_a_model_for_every_field(shipped: Weights) -> None:
    fields = {"actor", "target"}
    assert set(shipped.choosers) == fields | {"speaker", "place", "day", "killed", "injured"}
    assert set(shipped.classifiers) == {"act", "stance"}
    assert set(shipped.classifiers["act"].classes) <= {*load_acts(), "none"}
    assert "none" in shipped.classifiers["act"].classes
    assert 0 < shipped.act_threshold < 1


def test_loading_twice_gives_the_same(shipped: Weights) -> None:
    load_weights.cache_clear()
    again = load_weights()
    assert again is not shipped
    assert again.act_threshold == shipped.act_threshold
    for name, chooser in shipped.choosers.items():
        assert again.choosers[name].weights == chooser.weights
        assert_same(again.choosers[name].arrays, chooser.arrays)


def test_no_shipped_feature_names_a_party(shipped: Weights) -> None:
    features = {f for chooser in shipped.choosers.values() for f in chooser.weights}
    features |= {f for classes in shipped.classifiers.values() for f in classes.rows}
    ids = ("sy.gov", "sy.rebels", "ru.gov", "ru.forces", "us.gov", "us.forces", "ye.houthis")
    assert [feature for feature in sorted(features) if any(party in feature for party in ids)] == []
