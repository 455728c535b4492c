"""Learns what the claims room knows and says how good it is on reports it has not seen.

python -m training.claims.train --gold ../shared/gold                 # learn from train, measure on dev, write
python -m training.claims.train --gold ../shared/gold --cross 5       # five-fold over train and dev, writes nothing

Needs the parser's run (`training.train`), where the encoder of reports begins, and what `training.claims.roles` made of
it, unless `--without-roles`.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file

from training.base import fetch_base
from training.claims.coded import load_coded, load_second
from training.claims.export import Model, files_of, write_encoder, write_heads
from training.claims.gold import CodedReport, load
from training.claims.learning import Learning
from training.claims.lessons import Lesson, Vocabulary, items_of, lesson_of, told_twice, vocabulary_of
from training.claims.names import without_names
from training.claims.network import ClaimsNetwork, build, heads_of, load_start, word_vectors
from training.network import Sizes
from trucewatch.claims.code_document import code_reading
from trucewatch.claims.heads import WEIGHTS_FILE, Weights, weights_of
from trucewatch.evaluation.gold import as_record
from trucewatch.evaluation.scoring import Tally
from trucewatch.language import load_parser
from trucewatch.language.loading import MODEL_FOLDER
from trucewatch.language.pieces import PieceReader

TUNING_SHARE = 19
"""Every so many-th training report is kept aside, to set the threshold of acts."""
THRESHOLDS = [n / 100 for n in range(20, 62, 3)]


@dataclass(frozen=True)
class Learned:
    """What a run learned: a network, the names of its numbers, and the threshold of acts."""

    network: ClaimsNetwork
    vocabulary: Vocabulary
    threshold: float

    def model(self) -> Model:
        """The heads, as they are written."""
        return {**heads_of(self.network, self.vocabulary), "act_threshold": self.threshold}


def main() -> None:
    """Reads the options, learns, measures, writes."""
    options = _options()
    torch.set_num_threads(options.threads)
    options.run.mkdir(parents=True, exist_ok=True)
    parser = load_parser()
    train, dev, seed = [
        load(options.gold / f"{n}.docs.jsonl", options.gold / f"{n}.claims.jsonl", parser)
        for n in ("train", "dev", "seed")
    ]
    say(
        f"{len(train)} train, {len(dev)} dev reports; "
        f"candidates hold {_held(train):.3f} of train claims, {_held(dev):.3f} of dev"
    )
    articles = options.data / "fakes" / "articles.jsonl.gz"
    ours = load_coded(articles, parser) if options.ours else []
    ours += load_second(options.gold / "train.docs.jsonl", articles, parser) if options.ours else []
    say(f"{len(ours)} reports of our own coding, {sum(len(r.golds) for r in ours)} claims")
    if options.cross:
        cross_validate(train + dev, ours, options)
        return
    learned = learn(train, ours, options, options.run / "checkpoint.pt")
    for name, reports in (("dev", dev), ("seed", seed)):
        print_scores(name, score(with_vectors(reports, learned.network, options), weights(learned)))
    write_encoder(learned.network.encoder, options.model / "story.onnx", options.run)
    write_heads(learned.model(), options.out)
    for path in (options.model / "story.onnx", options.out):
        say(f"wrote {path.name}, {path.stat().st_size // 1000} kB")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="where the texts of `coded/` are")
    parser.add_argument("--without-roles", dest="roles", action="store_false", help="begin with the parser's encoder")
    parser.add_argument("--without-ours", dest="ours", action="store_false", help="learn from the gold alone")
    parser.add_argument("--out", type=Path, default=WEIGHTS_FILE)
    parser.add_argument("--model", type=Path, default=MODEL_FOLDER, help="where story.onnx goes")
    parser.add_argument("--parser-run", type=Path, default=Path("training/.cache/run"))
    parser.add_argument("--cache", type=Path, default=Path("training/.cache"))
    parser.add_argument("--run", type=Path, default=Path("training/.cache/claims"))
    parser.add_argument("--epochs", type=int, default=5, help="reports kept aside are read no better after more")
    parser.add_argument(
        "--cross", type=int, default=0, help="cross-validate in so many folds instead of writing weights"
    )
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def say(line: str) -> None:
    print(f"[{time.strftime('%H:%M:%S')}] {line}", flush=True)


def _held(reports: Sequence[CodedReport]) -> float:
    return sum(len(r.of_candidate) for r in reports) / max(1, sum(len(r.golds) for r in reports))


def learn(
    gold: Sequence[CodedReport], ours: Sequence[CodedReport], options: argparse.Namespace, checkpoint: Path
) -> Learned:
    """Everything from these reports alone; goes on from `checkpoint` where there is one."""
    tuning = [report for at, report in enumerate(gold) if at % TUNING_SHARE == 0]
    held = {report.name for report in tuning}
    first = [*(report for at, report in enumerate(gold) if at % TUNING_SHARE), *ours]
    reports = [report for report in first if report.name not in held]
    reader = _reader(options)
    items = [items_of(report) for report in reports]
    vocabulary = vocabulary_of(items, without_names(reports))
    lessons = _lessons(reports, items, vocabulary, reader)
    state = torch.load(options.parser_run / "checkpoint.pt", weights_only=True)
    network = build(vocabulary, Sizes(**{**state["sizes"], "positions": 512}))
    load_start(network, state["network"], load_file(fetch_base(options.cache) / "model.safetensors"))
    if options.roles:
        network.encoder.load_state_dict(torch.load(options.run / "roles.pt", weights_only=True))
    Learning(network, lessons, options.epochs, say, reader.unknown, checkpoint).run()
    learned = Learned(network, vocabulary, THRESHOLDS[0])
    threshold = _threshold(with_vectors(tuning, network, options), weights(learned))
    say(f"act threshold {threshold}")
    return replace(learned, threshold=threshold)


def _lessons(
    reports: Sequence[CodedReport], items: Sequence[dict[str, Any]], vocabulary: Vocabulary, reader: PieceReader
) -> list[Lesson]:
    """One lesson a report; two codings of one report make one lesson."""
    by_name: dict[str, Lesson] = {}
    for report, asked in zip(reports, items, strict=True):
        lesson = lesson_of(report, asked, vocabulary, reader)
        known = by_name.get(report.name)
        by_name[report.name] = lesson if known is None else told_twice(known, lesson)
    return list(by_name.values())


def _reader(options: argparse.Namespace) -> PieceReader:
    return PieceReader(options.parser_run / "tokenizer.json")


def weights(learned: Learned) -> Weights:
    """What was learned, as the program loads it."""
    return weights_of(*files_of(learned.model()))


def with_vectors(
    reports: Sequence[CodedReport], network: ClaimsNetwork, options: argparse.Namespace
) -> list[CodedReport]:
    """The reports with the word vectors of this network."""
    reader = _reader(options)
    return [replace(r, reading=replace(r.reading, word_vectors=word_vectors(network, r, reader))) for r in reports]


def _threshold(reports: Sequence[CodedReport], known: Weights) -> float:
    """The chance from which a candidate counts that is best for found and right claims together."""
    tallies = {t: score(reports, replace(known, act_threshold=t)).as_dict() for t in THRESHOLDS}
    return max(THRESHOLDS, key=lambda t: tallies[t]["found"]["f1"] + tallies[t]["right"]["f1"])


def score(reports: Sequence[CodedReport], known: Weights) -> Tally:
    """The coder's score on reports it did not learn from."""
    tally = Tally()
    for report in reports:
        tally.add(*records_of(report, code_reading(report.reading, known)))
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


def cross_validate(reports: Sequence[CodedReport], ours: Sequence[CodedReport], options: argparse.Namespace) -> None:
    """Scores every report with what was learned from the other folds; every n-th report goes to one fold."""
    total = Tally()
    for fold in range(options.cross):
        rest = [r for at, r in enumerate(reports) if at % options.cross != fold]
        held = [r for at, r in enumerate(reports) if at % options.cross == fold]
        unseen = {report.name for report in held}
        allowed = [report for report in ours if report.name not in unseen]
        learned = learn(rest, allowed, options, options.run / f"fold-{fold}-of-{options.cross}.pt")
        part = score(with_vectors(held, learned.network, options), weights(learned))
        print_scores(f"fold {fold}", part)
        for name in ("documents", "gold", "predicted", "matched", "right"):
            setattr(total, name, getattr(total, name) + getattr(part, name))
        total.fields.update(part.fields)
    print_scores(f"{options.cross}-fold over train and dev", total)


if __name__ == "__main__":
    main()
