"""What the encoder of reports learns before it sees a claim: who did what to whom, and whether it happened.

    python -m training.claims.roles --data ../shared/data --run training/.cache/claims

Reads PropBank's roles and the factuality votes of UDS, both on the English Web Treebank (CC BY-SA 4.0), and writes
`roles.pt`, from which `training.claims.train` begins. Some coded reports tell a few thousand times who is actor and
who is target; the roles tell it fifty thousand times more, in other words and on other matters.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.base import fetch_base
from training.claims.lessons import Story
from training.claims.network import load_start
from training.network import Encoder, Sizes
from trucewatch.language.pieces import PieceReader
from trucewatch.language.story import feed_of

ROLES = ("none", "other", "ARG0", "ARG1", "ARG2", "ARG3", "ARG4", "ARGM-LOC", "ARGM-TMP", "ARGM-NEG", "ARGM-MOD")
RATE, HEAD_RATE, WARM_UP = 1.5e-4, 1e-3, 0.05
WORDS_A_TEXT, TEXTS_A_BATCH = 330, 3
MARKS_DROPPED = 0.5
"""In how many texts commas and quotation marks are left out, as scraped copy has lost most of them."""
MARKS = frozenset(",\"'`") | {"``", "''", "“", "”"}
FACTUALITY_SHARE = 0.3
SEED = 20160227


@dataclass(frozen=True)
class Told:
    """A sentence: its words, for each predicate the number of each word's role, and by word how sure it happened."""

    words: list[str]
    roles: dict[int, list[int]]
    happened: dict[int, float]

    def without_marks(self) -> Told:
        """The same without commas and quotation marks."""
        kept = [at for at, word in enumerate(self.words) if word not in MARKS]
        if not kept:
            return self
        new = {old: at for at, old in enumerate(kept)}
        return Told(
            [self.words[at] for at in kept],
            {new[p]: [roles[at] for at in kept] for p, roles in self.roles.items() if p in new},
            {new[at]: value for at, value in self.happened.items() if at in new},
        )


def read_told(data: Path, part: str) -> list[Told]:
    """The sentences of a part (train, dev), in the treebank's order."""
    happened: dict[str, dict[int, float]] = {}
    for row in _rows(data / "uds_factuality" / f"{part}.jsonl.gz"):
        happened.setdefault(row["sent_id"], {})[int(row["token_id"]) - 1] = row["value"] / 3
    return [
        Told(
            row["tokens"],
            {pred["index"]: _roles(len(row["tokens"]), pred) for pred in row["preds"]},
            {at: v for at, v in happened.get(row["sent_id"], {}).items() if at < len(row["tokens"])},
        )
        for row in _rows(data / "propbank_ewt" / f"{part}.jsonl.gz")
        if row["tokens"]
    ]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _roles(words: int, pred: dict[str, Any]) -> list[int]:
    roles = [0] * words
    for arg in pred["args"]:
        name = arg["role"].removeprefix("C-").removeprefix("R-")
        number = ROLES.index(name) if name in ROLES else ROLES.index("other")
        roles[arg["start"] : arg["end"]] = [number] * (min(arg["end"], words) - arg["start"])
    return roles


class RoleNetwork(nn.Module):
    """The encoder, and for each pair of predicate and word of one sentence a score a role."""

    def __init__(self, sizes: Sizes, hidden: int = 160) -> None:
        super().__init__()
        self.encoder = Encoder(sizes)
        self.of_predicate = nn.Linear(sizes.width, hidden)
        self.of_word = nn.Linear(sizes.width, hidden)
        self.role = nn.Linear(hidden, len(ROLES))
        self.happened = nn.Linear(sizes.width, 1)

    def losses(self, texts: Sequence[Sequence[Told]], stories: Sequence[Story]) -> tuple[Tensor, Tensor, float]:
        """Mean loss of roles and of factuality, and the share of words in a role whose role is found."""
        inputs = [one for story in stories for one in story.inputs]
        feed = {name: torch.from_numpy(numbers) for name, numbers in feed_of(inputs).items()}
        found = self.encoder.words(feed["pieces"], feed["shapes"], feed["firsts"])
        rows = torch.cat([found[row, : len(one.firsts)] for row, one in enumerate(inputs)])
        predicates, words, roles, votes = [], [], [], []
        at = 0
        for told in (sentence for text in texts for sentence in text):
            for predicate, named in told.roles.items():
                predicates += [at + predicate] * len(named)
                words += range(at, at + len(named))
                roles += named
            votes += [(at + word, value) for word, value in told.happened.items()]
            at += len(told.words)
        gold = torch.tensor(roles)
        pairs = self.of_predicate(rows)[torch.tensor(predicates)] + self.of_word(rows)[torch.tensor(words)]
        scores = self.role(functional.dropout(functional.gelu(pairs), 0.2, self.training))
        right = float((scores.argmax(1) == gold)[gold > 0].float().mean())
        said = rows.sum() * 0
        if votes:
            values = torch.tensor([value for _, value in votes])
            said = functional.smooth_l1_loss(self.happened(rows[torch.tensor([w for w, _ in votes])])[:, 0], values)
        return functional.cross_entropy(scores, gold), said, right


def texts_of(sentences: Sequence[Told], dice: random.Random) -> list[list[Told]]:
    """Runs of sentences about as long as a window holds, beginning anywhere."""
    texts: list[list[Told]] = [[]]
    size = dice.randrange(WORDS_A_TEXT)
    for told in sentences:
        if size + len(told.words) > WORDS_A_TEXT and texts[-1]:
            texts.append([])
            size = 0
        texts[-1].append(told)
        size += len(told.words)
    dropped = [dice.random() < MARKS_DROPPED for _ in texts]
    return [[t.without_marks() for t in text] if drop else text for text, drop in zip(texts, dropped, strict=True)]


def batches_of(texts: list[list[Told]], dice: random.Random) -> list[list[list[Told]]]:
    dice.shuffle(texts)
    return [texts[at : at + TEXTS_A_BATCH] for at in range(0, len(texts), TEXTS_A_BATCH)]


def main() -> None:
    """Learns the roles, measures them on the held part, writes the encoder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--parser-run", type=Path, default=Path("training/.cache/run"))
    parser.add_argument("--cache", type=Path, default=Path("training/.cache"))
    parser.add_argument("--run", type=Path, default=Path("training/.cache/claims"))
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.run.mkdir(parents=True, exist_ok=True)
    state = torch.load(options.parser_run / "checkpoint.pt", weights_only=True)
    torch.manual_seed(SEED)
    network = RoleNetwork(Sizes(**{**state["sizes"], "positions": 512}))
    load_start(network, state["network"], load_file(fetch_base(options.cache) / "model.safetensors"))
    learn(network, options, PieceReader(options.parser_run / "tokenizer.json"))
    torch.save(network.encoder.state_dict(), options.run / "roles.pt")


def learn(network: RoleNetwork, options: argparse.Namespace, reader: PieceReader) -> None:
    """All epochs, a rate that falls to zero; says how much is found after each."""
    train, dev = read_told(options.data, "train"), read_told(options.data, "dev")
    inner = list(network.encoder.parameters())
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": inner, "top": RATE}, {"params": heads, "top": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), weight_decay=0.01, foreach=True)
    for epoch in range(options.epochs):
        dice, started = random.Random(SEED + epoch), time.monotonic()
        batches = batches_of(texts_of(train, dice), dice)
        network.train()
        for number, batch in enumerate(batches):
            done = (epoch + number / len(batches)) / options.epochs
            for group in optimiser.param_groups:
                group["lr"] = group["top"] * min(done / WARM_UP, 1.0) * (1 - done)
            roles, happened, _ = network.losses(batch, _stories(batch, reader))
            optimiser.zero_grad(set_to_none=True)
            (roles + FACTUALITY_SHARE * happened).backward()
            torch.nn.utils.clip_grad_norm_([*inner, *heads], 2.0)
            optimiser.step()
        print(f"epoch {epoch + 1} {time.monotonic() - started:.0f} s: dev {measure(network, dev, reader)}", flush=True)


@torch.no_grad()
def measure(network: RoleNetwork, sentences: Sequence[Told], reader: PieceReader) -> str:
    """Losses and the share of words in a role whose role is found, on sentences not learned from."""
    network.eval()
    dice = random.Random(SEED)
    results = [network.losses(b, _stories(b, reader)) for b in batches_of(texts_of(sentences, dice), dice)]
    roles, happened, right = (sum(float(r[n]) for r in results) / len(results) for n in range(3))
    return f"roles {roles:.3f} factuality {happened:.3f} words in a role found {right:.3f}"


def _stories(batch: Sequence[Sequence[Told]], reader: PieceReader) -> list[Story]:
    return [Story([told.words for told in text], reader) for text in batch]


if __name__ == "__main__":
    main()
