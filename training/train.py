"""Trains the network; stops on a clock, continues from its last checkpoint.

python -m training.train --data ../shared/data --out training/.cache/run
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch.nn import functional

from training.base import fetch_base, prune_tokenizer
from training.entities import read_re3d
from training.examples import (
    IGNORED,
    Batch,
    Example,
    Inventory,
    batches,
    collate,
    fits,
    from_names,
    from_treebank,
    piece_count,
    roughen,
)
from training.network import FAR_BELOW, Network, Sizes, load_base
from training.treebank import free_to_learn_from, read_treebanks
from trucewatch.language.pieces import PieceReader

SEED = 20161219
WARM_UP = 150
ENCODER_RATE, HEAD_RATE = 2.5e-4, 1e-3
PIECES_A_BATCH = 1200
CHECKPOINT_SECONDS = 240


def main() -> None:
    """Reads the options and trains."""
    options = _options()
    torch.manual_seed(SEED)
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    base = fetch_base(options.cache)
    kept = prune_tokenizer(base / "tokenizer.json", options.out / "tokenizer.json")
    reader = PieceReader(options.out / "tokenizer.json")
    train, dev, inventory = read_examples(options.data, reader)
    (options.out / "inventory.json").write_text(json.dumps(inventory.__dict__, indent=1) + "\n", encoding="utf-8")
    sizes = Sizes(len(kept), len(inventory.upos), len(inventory.xpos), len(inventory.relations), len(inventory.names))
    network = Network(sizes)
    load_base(network, load_file(base / "model.safetensors"), kept)
    network.piece.weight.requires_grad_(False)
    network.position.weight.requires_grad_(False)
    Training(options, network, inventory, reader, train, dev).run()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("training/.cache/run"))
    parser.add_argument("--cache", type=Path, default=Path("training/.cache"))
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=80, help="the learning rate reaches zero after this time")
    parser.add_argument("--epochs", type=float, default=8, help="... or after this many epochs, whichever comes first")
    return parser.parse_args()


def read_examples(data: Path, reader: PieceReader) -> tuple[list[Example], list[Example], Inventory]:
    banks = read_treebanks(data, "train")
    sentences = [sentence for bank in banks.values() for sentence in bank if free_to_learn_from(sentence)]
    inventory = Inventory.of(sentences)
    train = [from_treebank(sentence, inventory) for sentence in sentences]
    # Few and the only ones from the war: seen twice an epoch.
    train += 2 * [from_names(words, labels, inventory) for words, labels in read_re3d(data, "train")]
    held_out = read_treebanks(data, "dev")["ewt"]
    known = (set(inventory.upos), set(inventory.xpos), set(inventory.relations))
    held_out = [
        sentence
        for sentence in held_out
        if all(
            token.upos in known[0] and token.xpos in known[1] and token.deprel in known[2] for token in sentence.tokens
        )
    ]
    dev = [from_treebank(sentence, inventory) for sentence in held_out]
    return (
        [example for example in train if fits(example, reader)],
        [example for example in dev if fits(example, reader)],
        inventory,
    )


class Training:
    """The loop, its clock and its checkpoints."""

    def __init__(
        self,
        options: argparse.Namespace,
        network: Network,
        inventory: Inventory,
        reader: PieceReader,
        train: list[Example],
        dev: list[Example],
    ) -> None:
        self.options, self.network, self.inventory, self.reader = options, network, inventory, reader
        self.train, self.dev = train, dev
        self.possessive = inventory.xpos.index("POS")
        self.sizes = [piece_count(example.words, reader) + 2 for example in train]
        encoder = [*network.layers.parameters(), *network.input_norm.parameters(), *network.shape.parameters()]
        chosen = {id(parameter) for parameter in encoder}
        heads = [
            parameter for parameter in network.parameters() if id(parameter) not in chosen and parameter.requires_grad
        ]
        self.optimizer = torch.optim.AdamW(
            [
                {"params": encoder, "lr": ENCODER_RATE, "top": ENCODER_RATE},
                {"params": heads, "lr": HEAD_RATE, "top": HEAD_RATE},
            ],
            betas=(0.9, 0.98),
            weight_decay=0.01,
            foreach=True,
        )
        self.parameters = [*encoder, *heads]
        self.step, self.epoch, self.seconds = 0, 0, 0.0
        self.log = (options.out / "train.log").open("a", encoding="utf-8")

    def run(self) -> None:
        """Trains until the clock or the epochs run out, then evaluates on the development set."""
        self._resume()
        self._say(f"{len(self.train)} examples, {sum(self.sizes)} pieces, {len(self.inventory.relations)} relations")
        last_saved = self.seconds
        while self._progress(0) < 1:
            dice = random.Random(SEED + self.step)
            groups = batches(self.train, self.sizes, PIECES_A_BATCH, dice)
            loss_sum, started = 0.0, time.monotonic()
            for number, group in enumerate(groups):
                before = time.monotonic()
                self._set_rate(self._progress(number / len(groups)))
                roughened = [roughen(self.train[index], self.possessive, dice) for index in group]
                loss_sum += self._learn(collate(roughened, self.reader))
                self.step += 1
                self.seconds += time.monotonic() - before
                done = self._progress(number / len(groups))
                if self.step % 20 == 0:
                    mean = loss_sum / (number + 1)
                    self._say(f"step {self.step} loss {mean:.4f} progress {done:.3f} seconds {self.seconds:.0f}")
                if self.seconds - last_saved > CHECKPOINT_SECONDS:
                    self._save()
                    last_saved = self.seconds
                if done >= 1:
                    break
            self.epoch += 1
            self._say(f"epoch {self.epoch} took {time.monotonic() - started:.0f} s; dev {self._dev()}")
        self._save()
        (self.options.out / "finished").touch()

    def _progress(self, part_of_epoch: float) -> float:
        by_epoch = (self.epoch + part_of_epoch) / self.options.epochs
        return max(by_epoch, self.seconds / 60 / self.options.minutes)

    def _set_rate(self, progress: float) -> None:
        factor = min((self.step + 1) / WARM_UP, max(0.0, 1 - progress))
        for group in self.optimizer.param_groups:
            group["lr"] = group["top"] * factor

    def _learn(self, batch: Batch) -> float:
        self.network.train()
        loss = parser_loss(self.network, batch)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.parameters, 2.0)
        self.optimizer.step()
        return float(loss.detach())

    def _dev(self) -> str:
        """Scores of single choices, before any tree is enforced: for the log, not for the card."""
        self.network.eval()
        right = {"upos": 0, "heads": 0, "both": 0}
        words = 0
        with torch.no_grad():
            for group in batches(self.dev, [len(example.words) for example in self.dev], 800, random.Random(0)):
                batch = collate([self.dev[index] for index in group], self.reader)
                upos, _, _, arcs, of, to = self.network.scores(
                    self.network.words(batch.pieces, batch.shapes, batch.firsts)
                )
                chosen = (arcs + batch.absent[:, None, :] * FAR_BELOW).argmax(-1)
                there = batch.heads != IGNORED
                rows, places = there.nonzero(as_tuple=True)
                relations = self.network.relate(of[rows, places], to[rows, chosen[rows, places]]).argmax(-1)
                head_right = chosen[there] == batch.heads[there]
                right["upos"] += int((upos.argmax(-1)[there] == batch.upos[there]).sum())
                right["heads"] += int(head_right.sum())
                right["both"] += int((head_right & (relations == batch.relations[there])).sum())
                words += int(there.sum())
        return " ".join(f"{key} {100 * count / words:.2f}" for key, count in right.items())

    def _save(self) -> None:
        state = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "sizes": self.network.sizes.as_dict(),
            "step": self.step,
            "epoch": self.epoch,
            "seconds": self.seconds,
            "random": torch.get_rng_state(),
        }
        partial = self.options.out / "checkpoint.part"
        torch.save(state, partial)
        partial.replace(self.options.out / "checkpoint.pt")

    def _resume(self) -> None:
        path = self.options.out / "checkpoint.pt"
        if path.exists():
            state = torch.load(path, weights_only=True)
            self.network.load_state_dict(state["network"])
            self.optimizer.load_state_dict(state["optimizer"])
            torch.set_rng_state(state["random"])
            self.step, self.epoch, self.seconds = state["step"], state["epoch"], state["seconds"]
            self._say(f"continues at step {self.step}, epoch {self.epoch}")

    def _say(self, line: str) -> None:
        print(line, file=self.log, flush=True)
        print(line, flush=True)


def parser_loss(network: Network, batch: Batch) -> torch.Tensor:
    """Arc and relation in full, tags at 0.3, names in full; parts that nobody annotated weigh nothing."""
    upos, xpos, names, arcs, of, to = network.scores(network.words(batch.pieces, batch.shapes, batch.firsts))
    arcs = arcs + batch.absent[:, None, :] * FAR_BELOW
    loss = arcs.sum() * 0
    there = batch.heads != IGNORED
    if there.any():
        rows, places = there.nonzero(as_tuple=True)
        relations = network.relate(of[rows, places], to[rows, batch.heads[there]])
        loss = loss + functional.cross_entropy(arcs[there], batch.heads[there])
        loss = loss + functional.cross_entropy(relations, batch.relations[there])
        loss = loss + 0.3 * functional.cross_entropy(upos[there], batch.upos[there])
        loss = loss + 0.3 * functional.cross_entropy(xpos[there], batch.xpos[there])
    named = batch.names != IGNORED
    if named.any():
        loss = loss + functional.cross_entropy(names[named], batch.names[named])
    return loss


if __name__ == "__main__":
    main()
