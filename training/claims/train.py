"""Learns the weights of the claims room and says how good they are on reports they have not seen.

python -m training.claims.train --gold ../shared/gold                 # learn from train, measure on dev, write
python -m training.claims.train --gold ../shared/gold --cross 5       # five-fold over train and dev, writes nothing
"""

from __future__ import annotations

import argparse
import io
import json
import time
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from training.claims import examples as ex
from training.claims.gold import CodedReport, load
from training.claims.heads import ChoiceExample, Fit, fit_choice, fit_class
from training.claims.names import name_words, without_names
from trucewatch.claims.code_document import code_document
from trucewatch.claims.find_acts import NO_ACT, chance_of_act
from trucewatch.claims.heads import WEIGHTS_FILE, Chooser, Weights, weights_of
from trucewatch.evaluation.gold import as_record
from trucewatch.evaluation.scoring import Tally
from trucewatch.language import load_parser

FOLDS = 4
SLOTS = ("speaker", "place", "day", "killed", "injured")
FIRST = Fit(dropout=0.5)
CHOICES = Fit(dropout=0.5, members=3)
ACTS = Fit(epochs=10, sparse_rate=5e-3)
THRESHOLDS = [n / 100 for n in range(15, 64, 3)]
Model = dict[str, Any]


def main() -> None:
    """Reads the options, learns, measures, writes."""
    options = _options()
    torch.set_num_threads(options.threads)
    parser = load_parser()
    names = ("train", "dev", "seed")
    train, dev, seed = [
        load(options.gold / f"{n}.docs.jsonl", options.gold / f"{n}.claims.jsonl", parser) for n in names
    ]
    say(
        f"{len(train)} train, {len(dev)} dev reports; "
        f"candidates hold {_held(train):.3f} of train claims, {_held(dev):.3f} of dev"
    )
    if options.cross:
        cross_validate(train + dev, options.cross)
        return
    model = without_names(learn(train), name_words(train))
    weights = weights_of(*files_of(model))
    for name, reports in (("dev", dev), ("seed", seed)):
        print_scores(name, score(reports, weights))
    write(model, options.out)
    say(f"wrote {options.out.name}, {options.out.stat().st_size // 1000} kB")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--out", type=Path, default=WEIGHTS_FILE)
    parser.add_argument(
        "--cross", type=int, default=0, help="cross-validate in so many folds instead of writing weights"
    )
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def say(line: str) -> None:
    print(f"[{time.strftime('%H:%M:%S')}] {line}", flush=True)


def _held(reports: Sequence[CodedReport]) -> float:
    return sum(len(r.of_candidate) for r in reports) / max(1, sum(len(r.golds) for r in reports))


def learn(reports: Sequence[CodedReport]) -> Model:
    """All models from these reports alone."""
    model: Model = {"choosers": {}, "classifiers": {}}
    model["classifiers"]["stance"] = fit_class(ex.stance_examples(reports), ACTS)
    for slot in SLOTS:
        model["choosers"][slot] = _fit(ex.slot_examples(reports, slot), slot)
    for slot in ("actor", "target"):
        model["choosers"][slot] = _fit(ex.participant_examples(reports, slot), slot)
        model["choosers"][f"{slot}-in-report"] = _fit(_out_of_fold(reports, slot), f"{slot}-in-report")
    model["classifiers"]["act"] = fit_class(ex.act_examples(reports), replace(ACTS, members=3))
    model["act_threshold"] = _threshold(reports)
    say(f"act threshold {model['act_threshold']}")
    return model


def files_of(model: Model) -> tuple[Model, dict[str, np.ndarray]]:
    """The described part and the arrays, as `trucewatch.claims.heads.weights_of` takes them."""
    described: Model = {"act_threshold": model["act_threshold"], "choosers": {}, "classifiers": {}}
    arrays = {}
    for kind in ("choosers", "classifiers"):
        for name, part in model[kind].items():
            described[kind][name] = {key: value for key, value in part.items() if key != "arrays"}
            arrays |= {f"{name}/{key}": value for key, value in part["arrays"].items()}
    return described, arrays


def write(model: Model, path: Path) -> None:
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


def _fit(choices: Sequence[ChoiceExample], name: str) -> Model:
    reachable = sum(any(choice.right) for choice in choices) / max(1, len(choices))
    model = fit_choice(choices, CHOICES)
    say(f"{name}: {len(choices)} choices, right one among the options {reachable:.3f}")
    return model


def chooser_of(model: Model) -> Chooser:
    arrays = {key: value.astype(np.float32) for key, value in model["arrays"].items()}
    return Chooser(model["weights"], {rule: at for at, rule in enumerate(model["rules"])}, arrays, model["members"])


def folds(reports: Sequence[CodedReport], number: int) -> list[tuple[list[CodedReport], list[CodedReport]]]:
    """(rest, held-out) pairs; every n-th report of the file goes to one fold."""
    return [
        ([r for i, r in enumerate(reports) if i % number != k], [r for i, r in enumerate(reports) if i % number == k])
        for k in range(number)
    ]


def _out_of_fold(reports: Sequence[CodedReport], slot: str) -> list[ChoiceExample]:
    """Second-pass examples whose first pass was learned without their own report."""
    choices: list[ChoiceExample] = []
    for rest, held in folds(reports, FOLDS):
        first = chooser_of(fit_choice(ex.participant_examples(rest, slot), FIRST))
        choices += ex.second_pass_examples(held, slot, first)
    return choices


def _threshold(reports: Sequence[CodedReport]) -> float:
    """The chance from which a candidate counts that gives the best F1 on held-out folds."""
    hits = dict.fromkeys(THRESHOLDS, 0)
    told = dict.fromkeys(THRESHOLDS, 0)
    total = 0
    for rest, held in folds(reports, 3):
        part = fit_class(ex.act_examples(rest), ACTS)
        classifier = weights_of(
            *files_of({"act_threshold": 0, "choosers": {}, "classifiers": {"act": part}})
        ).classifiers["act"]
        for example in ex.act_examples(held):
            chance = chance_of_act(classifier.scores(example.features, example.vector))
            total += example.label != NO_ACT
            for threshold in THRESHOLDS:
                told[threshold] += chance >= threshold
                hits[threshold] += chance >= threshold and example.label != NO_ACT
    return max(THRESHOLDS, key=lambda t: 2 * hits[t] / (told[t] + total))


def score(reports: Sequence[CodedReport], weights: Weights) -> Tally:
    """The coder's score on reports it did not learn from."""
    tally = Tally()
    for report in reports:
        reading = report.reading
        coded = code_document(reading.document, [t.sentence for t in reading.trees], reading.conflict, weights)
        tally.add(*records_of(report, coded))
    return tally


def records_of(report: CodedReport, coded: Sequence[Any]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Gold and coded claims of a report as the scorer takes them."""
    document = report.reading.document
    sentences = [p.span for p in document.passages]
    golds = []
    for gold in report.golds:
        sentence = sentences[gold["sentence"]]
        spans, found = [], document.text.find(gold["trigger"], sentence.start, sentence.end)
        while found >= 0:
            spans.append((found, found + len(gold["trigger"])))
            found = document.text.find(gold["trigger"], found + 1, sentence.end)
        golds.append({**gold, "spans": spans})
    placed = []
    for record in (as_record("", document, claim) for claim in coded):
        number = max(i for i, span in enumerate(sentences) if span.start <= record["start"])
        placed.append({**record, "sentence": number, "spans": [(record["start"], record["end"])]})
    return golds, placed


def print_scores(name: str, tally: Tally) -> None:
    figures = tally.as_dict()
    say(f"{name}: found {figures['found']} right {figures['right']}")
    say("  " + "  ".join(f"{k} {v:.3f}" for k, v in figures["fields_on_matched"].items()))


def cross_validate(reports: Sequence[CodedReport], number: int) -> None:
    """Scores every report with weights learned from the others' folds."""
    total = Tally()
    for rest, held in folds(reports, number):
        part = score(held, weights_of(*files_of(without_names(learn(rest), name_words(rest)))))
        for name in ("documents", "gold", "predicted", "matched", "right"):
            setattr(total, name, getattr(total, name) + getattr(part, name))
        total.fields.update(part.fields)
    print_scores(f"{number}-fold over train and dev", total)


if __name__ == "__main__":
    main()
