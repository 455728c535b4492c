"""The claims network: a whole report in, a vector a word, and heads that choose among what the rules propose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from training.claims.gold import CodedReport
from training.claims.heads import ChoiceModel, ClassModel, choice_json, class_json
from training.claims.lessons import CLASSES, SLOTS, Story, Vocabulary, words_of
from training.network import Encoder, Sizes
from trucewatch.language.pieces import PieceReader
from trucewatch.language.story import feed_of

HEAD_DROPOUT = 0.3


class ClaimsNetwork(nn.Module):
    """The encoder and one head a question."""

    def __init__(
        self, sizes: Sizes, choosers: Mapping[str, ChoiceModel], classifiers: Mapping[str, ClassModel]
    ) -> None:
        super().__init__()
        self.encoder = Encoder(sizes)
        for layer in self.encoder.layers:
            layer.attention.dropout.p = 0.0  # over windows this long it takes a fifth of each step
        self.choosers = nn.ModuleDict(dict(choosers))
        self.classifiers = nn.ModuleDict(dict(classifiers))

    def words(self, stories: Sequence[Story]) -> Tensor:
        """One row a word of all reports, ``[words, width]``, in the order of `Story.row`, story after story."""
        inputs = [one for story in stories for one in story.inputs]
        feed = {name: torch.from_numpy(numbers) for name, numbers in feed_of(inputs).items()}
        found = self.encoder.words(feed["pieces"], feed["shapes"], feed["firsts"])
        return torch.cat([found[row, : len(one.firsts)] for row, one in enumerate(inputs)])


def build(vocabulary: Vocabulary, sizes: Sizes) -> ClaimsNetwork:
    """A network with heads for the vocabulary."""
    features, width = vocabulary.features, sizes.width
    return ClaimsNetwork(
        sizes,
        {n: ChoiceModel(len(features[n]), len(vocabulary.rules[n]), width, HEAD_DROPOUT) for n in SLOTS},
        {n: ClassModel(len(features[n]), len(vocabulary.classes[n]), width, HEAD_DROPOUT) for n in CLASSES},
    )


def load_start(network: ClaimsNetwork, parser: Mapping[str, Tensor], base: Mapping[str, Tensor]) -> None:
    """Begins with what the parser's encoder learned; places beyond its longest sentence are those of the base."""
    encoder = network.encoder
    start = {name: tensor for name, tensor in parser.items() if name in encoder.state_dict()}
    kind = base["embeddings.token_type_embeddings.weight"][0]
    known = start["position.weight"]
    rest = base["embeddings.position_embeddings.weight"][len(known) : encoder.sizes.positions] + kind
    start["position.weight"] = torch.cat([known, rest])
    encoder.load_state_dict(start)


def heads_of(network: ClaimsNetwork, vocabulary: Vocabulary) -> dict[str, Any]:
    """The heads in the form in which the program loads them."""
    features = vocabulary.features
    return {
        "choosers": {n: choice_json(network.choosers[n], features[n], vocabulary.rules[n]) for n in SLOTS},
        "classifiers": {n: class_json(network.classifiers[n], features[n], vocabulary.classes[n]) for n in CLASSES},
    }


@torch.no_grad()
def word_vectors(network: ClaimsNetwork, report: CodedReport, reader: PieceReader) -> tuple[np.ndarray, ...]:
    """What `Reading.word_vectors` holds, by this network."""
    network.eval()
    rows = network.words([Story(words_of(report), reader)]).numpy()
    ends = np.cumsum([len(tree) for tree in report.reading.trees])
    return tuple(np.split(rows, ends[:-1]))
