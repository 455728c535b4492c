"""Learned sentence borders: where the rules of `sentences.py` are overruled, and where not.

The rules know full stops. Signatures, lists, headings run into a text and copy without full stops they do not know.
A logistic regression on a few features of the words around a gap, the rules' own verdict among them, overrules them
where it is sure enough.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_CLOSERS = "\"'”’)]»›}"
_QUOTES = "\"'”’»›"
_OPENERS = "\"'“‘([«‹{"
_ENDS = ".!?…:;,-–—)"
_LENGTHS = (1, 2, 4, 8, 16, 32)


@dataclass(frozen=True, slots=True)
class Gap:
    """White space inside a paragraph: the runs before and after it, the run after that, how many runs of the sentence
    stand before it, and whether the rules end the sentence there."""

    before: str
    after: str
    then: str
    length: int
    ruled: bool

    def may_end(self) -> bool:
        """False where only the rules may set a border: between a plain word and a word in lower case or a number, and
        behind a quotation that does not end as a sentence does, for whoever spoke it stands behind it."""
        if self.ruled:
            return True
        bare = self.before.rstrip(_CLOSERS)
        if bare[-1:].isalnum() and self.before[-1] in _QUOTES:
            return False
        return not (self.before[-1].isalnum() and (self.after[0].islower() or self.after[0].isdigit()))


@dataclass(frozen=True, slots=True)
class Borders:
    """The weights. A border is added where its log-odds are at least `add`, taken away where at most `drop`."""

    weights: Mapping[str, float]
    add: float
    drop: float

    @staticmethod
    def from_file(path: Path) -> Borders:
        """Reads the JSON that `training/borders.py` writes."""
        content = json.loads(path.read_text(encoding="utf-8"))
        return Borders(content["weights"], content["add"], content["drop"])

    def ends(self, gap: Gap) -> bool:
        """Whether a sentence ends at the gap."""
        if not gap.may_end():
            return False
        odds = self.log_odds(features(gap))
        return odds > self.drop if gap.ruled else odds >= self.add

    def log_odds(self, found: Iterable[str]) -> float:
        return math.fsum(self.weights.get(name, 0.0) for name in found)


def features(gap: Gap) -> Iterator[str]:
    """What speaks for and against a border."""
    end, begin = _end_of(gap.before), _begin_of(gap.after)
    yield "any"
    yield f"{gap.ruled:d} {end}"
    yield f"{gap.ruled:d} {begin}"
    yield f"{gap.ruled:d} {end} {begin}"
    yield f"{end} {begin} {_length(gap.length)}"
    yield f"{end} {_shape(gap.before)}"
    yield f"{begin} {_begin_of(gap.then) if gap.then else 'last'} {end}"
    yield f"before={gap.before.lower().strip(_OPENERS + _CLOSERS)}"
    yield f"{end} after={gap.after.lower().strip(_OPENERS + _CLOSERS + ',.')}"


def _end_of(word: str) -> str:
    bare = word.rstrip(_CLOSERS)
    closed = ")" if word != bare else ""
    if not bare:
        return "closers"
    if bare[-1] in _ENDS:
        return bare[-1] + closed + ("+" if len(bare) > 1 and bare[-2] in _ENDS else "")
    return _kind(bare[-1]) + closed


def _begin_of(word: str) -> str:
    bare = word.lstrip(_OPENERS)
    opened = "(" if word != bare else ""
    if not bare:
        return "openers"
    if bare[0].isupper():
        return opened + ("CAPITALS" if len(bare) > 1 and bare.isupper() else "Capital")
    return opened + _kind(bare[0])


def _kind(character: str) -> str:
    if character.isalpha():
        return "letter"
    return "digit" if character.isdigit() else "mark"


def _shape(word: str) -> str:
    bare = word.strip(_OPENERS + _CLOSERS + _ENDS)
    if not bare:
        return "marks"
    letters = "capitals" if bare.isupper() else "capital" if bare[0].isupper() else _kind(bare[0])
    return f"{letters} {min(len(bare), 4)}{' dotted' if '.' in bare else ''}"


def _length(runs: int) -> int:
    return sum(runs >= least for least in _LENGTHS)
