"""Learns the encoder and all heads together, report by report."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.claims.heads import choice_loss
from training.claims.lessons import CLASSES, SLOTS, Case, Choice, Lesson, Story
from training.claims.network import ClaimsNetwork

SEED = 20160227
WEIGHT = {
    "act": 1.0, "stance": 0.7, "actor": 1.0, "target": 1.0, "speaker": 1.0,
    "place": 0.5, "day": 0.4, "killed": 0.4, "injured": 0.2,
}  # fmt: skip
"""What each head's loss weighs: most what makes a claim right."""
ENCODER_RATE, HEAD_RATE, NAMED_RATE = 2e-4, 1e-3, 4e-3
PIECES_A_BATCH = 1100
WARM_UP = 0.06
NAMED_DROPPED = 0.25
"""How often the named features of a whole batch are left out, so that the encoder does not lean on them."""
NAMES_HIDDEN, WORDS_HIDDEN = 0.12, 0.02
"""How often a piece of a name, or any piece, is hidden from the encoder: who acts is told by the grammar, not by the
name, and few reports should not be learned by heart."""
LAYERS_KEPT = 0
"""The lowest layers stay as the parser's training left them."""


class Learning:
    """The loop: batches of reports, all heads at once, a rate that falls to zero."""

    def __init__(
        self,
        network: ClaimsNetwork,
        lessons: Sequence[Lesson],
        epochs: int,
        say: Callable[[str], None],
        hidden: int,
        checkpoint: Path,
    ) -> None:
        """`hidden` is the piece that stands for a hidden name."""
        self.network, self.lessons, self.epochs, self.say = network, lessons, epochs, say
        self.hidden, self.checkpoint = hidden, checkpoint
        encoder = network.encoder
        kept = (encoder.piece, encoder.position, encoder.shape, encoder.input_norm, *encoder.layers[:LAYERS_KEPT])
        for parameter in (p for module in kept for p in module.parameters()):
            parameter.requires_grad_(False)
        named = [p for n, p in network.named_parameters() if ".sparse." in n]
        inner = [p for p in encoder.parameters() if p.requires_grad]
        taken = {id(p) for p in (*named, *inner)}
        heads = [p for p in network.parameters() if id(p) not in taken and p.requires_grad]
        self.optimiser = torch.optim.AdamW(
            [
                {"params": inner, "top": ENCODER_RATE, "weight_decay": 0.01},
                {"params": heads, "top": HEAD_RATE, "weight_decay": 0.03},
                {"params": named, "top": NAMED_RATE, "weight_decay": 0.05},
            ],
            lr=0.0, betas=(0.9, 0.98), foreach=True,
        )  # fmt: skip
        self.parameters = [p for group in self.optimiser.param_groups for p in group["params"]]
        self.epoch = 0

    def run(self) -> None:
        """All epochs, from the checkpoint where there is one."""
        self._resume()
        while self.epoch < self.epochs:
            dice = random.Random(SEED + self.epoch)
            torch.manual_seed(SEED + self.epoch)
            groups = _batches(self.lessons, dice)
            started, sums = time.monotonic(), dict.fromkeys(WEIGHT, 0.0)
            for number, group in enumerate(groups):
                self._set_rate((self.epoch + number / len(groups)) / self.epochs)
                for name, value in self._learn(group, dice).items():
                    sums[name] += value
            self.epoch += 1
            means = " ".join(f"{name} {value / len(groups):.3f}" for name, value in sums.items())
            self.say(f"epoch {self.epoch} {time.monotonic() - started:.0f} s: {means}")
            self._save()

    def _set_rate(self, progress: float) -> None:
        factor = min(progress / WARM_UP, 1.0) * (1 - progress) if progress > 0 else 0.01
        for group in self.optimiser.param_groups:
            group["lr"] = group["top"] * factor

    def _learn(self, group: list[Lesson], dice: random.Random) -> dict[str, float]:
        self.network.train()
        words = self.network.words([self._hide(lesson, dice) for lesson in group])
        losses = losses_of(self.network, group, words, dice.random() >= NAMED_DROPPED)
        loss = sum((WEIGHT[name] * value for name, value in losses.items()), start=words.sum() * 0)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.parameters, 2.0)
        self.optimiser.step()
        return {name: float(value.detach()) for name, value in losses.items()}

    def _hide(self, lesson: Lesson, dice: random.Random) -> Story:
        """The story with some names masked; each piece by a throw of its own."""
        story = copy(lesson.story)
        inputs = []
        for one, names in zip(lesson.story.inputs, lesson.names, strict=True):
            pieces = list(one.pieces)
            for at in names:
                if dice.random() < NAMES_HIDDEN:
                    pieces[at] = self.hidden
            for at in one.firsts:
                if dice.random() < WORDS_HIDDEN:
                    pieces[at] = self.hidden
            inputs.append(replace(one, pieces=pieces))
        story.inputs = inputs
        return story

    def _save(self) -> None:
        state = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "epoch": self.epoch,
        }
        partial = self.checkpoint.with_suffix(".part")
        torch.save(state, partial)
        partial.replace(self.checkpoint)

    def _resume(self) -> None:
        if self.checkpoint.exists():
            state = torch.load(self.checkpoint, weights_only=True)
            self.network.load_state_dict(state["network"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.epoch = state["epoch"]
            self.say(f"goes on after epoch {self.epoch}")


def losses_of(network: ClaimsNetwork, group: Sequence[Lesson], words: Tensor, named: bool) -> dict[str, Tensor]:
    """Loss by head; heads that the group asks nothing are left out."""
    starts, at = [], 0
    for lesson in group:
        starts.append(at)
        at += len(lesson.story.row)
    losses = {}
    for name in CLASSES:
        cases = [(s, one, c) for s, one in zip(starts, group, strict=True) for c in one.cases[name]]
        if cases:
            losses[name] = _class_loss(network.classifiers[name], cases, words, named)
    for name in SLOTS:
        choices = [(s, one, c) for s, one in zip(starts, group, strict=True) for c in one.choices[name]]
        if choices:
            losses[name] = _choice_loss(network.choosers[name], choices, words, named)
    return losses


def _class_loss(model: nn.Module, cases: Sequence[tuple[int, Lesson, Case]], words: Tensor, named: bool) -> Tensor:
    rows = torch.tensor([start + lesson.story.row[case.place] for start, lesson, case in cases])
    bags, offsets = _flat([case.bag if named else [] for _, _, case in cases])
    scores = model(bags, offsets, words[rows])
    return functional.cross_entropy(scores, torch.tensor([case.label for _, _, case in cases]))


def _choice_loss(model: nn.Module, choices: Sequence[tuple[int, Lesson, Choice]], words: Tensor, named: bool) -> Tensor:
    triggers = torch.tensor([start + lesson.story.row[choice.trigger] for start, lesson, choice in choices])
    bags, offsets = _flat([bag if named else [] for _, _, choice in choices for bag in choice.bags])
    places, borders = _flat(
        [[start + lesson.story.row[w] for w in option] for start, lesson, choice in choices for option in choice.words]
    )
    options = functional.embedding_bag(places, words, borders, mode="mean")
    owner = torch.tensor([i for i, (_, _, choice) in enumerate(choices) for _ in choice.rules])
    rules = torch.tensor([rule for _, _, choice in choices for rule in choice.rules])
    right = torch.tensor([flag for _, _, choice in choices for flag in choice.right])
    weights = torch.tensor([choice.weight for _, _, choice in choices])
    return choice_loss(model(bags, offsets, words[triggers], options, rules, owner), owner, right, weights)


def _flat(bags: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    offsets, flat = [], []
    for bag in bags:
        offsets.append(len(flat))
        flat.extend(bag)
    return torch.tensor(flat, dtype=torch.long), torch.tensor(offsets, dtype=torch.long)


def _batches(lessons: Sequence[Lesson], dice: random.Random) -> list[list[Lesson]]:
    """Reports of like window lengths together, in random order."""
    order = sorted(lessons, key=lambda lesson: max(len(i.pieces) for i in lesson.story.inputs) + dice.uniform(-40, 40))
    groups: list[list[Lesson]] = []
    filled = PIECES_A_BATCH + 1
    for lesson in order:
        if filled + lesson.story.size > PIECES_A_BATCH:
            groups.append([])
            filled = 0
        groups[-1].append(lesson)
        filled += lesson.story.size
    dice.shuffle(groups)
    return groups
