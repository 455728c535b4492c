"""How a coding is compared with the gold: the rules at the end of the codebook.

A claim here is a plain record in the gold's form: `sentence` (number), `spans` (where the trigger can stand, as pairs
of offsets), `act`, `actor`, `target`, `place`, `day`, `killed`, `injured`, `speakers`, `stance`.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from trucewatch.packs.acts import family

Record = Mapping[str, Any]
RIGHT_FIELDS = ("act_family", "actor", "target", "speaker", "stance")
_ARTICLES = frozenset(("the", "al", "el", "ar", "as", "an", "at", "of", "in", "other"))
_KINDS_OF_PLACE = frozenset(("city", "town", "village", "province", "governorate", "countryside", "district"))
_EMPTY_PLACE_WORDS = _ARTICLES | _KINDS_OF_PLACE | {"neighborhood", "neighbourhood"}


@dataclass(slots=True)
class Tally:
    """Counts over any number of documents; `fields` sums the scores of matched claims."""

    documents: int = 0
    gold: int = 0
    predicted: int = 0
    matched: int = 0
    right: int = 0
    fields: Counter[str] = field(default_factory=Counter)

    def add(self, golds: Sequence[Record], predictions: Sequence[Record]) -> None:
        """Add one document."""
        self.documents += 1
        self.gold += len(golds)
        self.predicted += len(predictions)
        for gold, prediction in match(golds, predictions):
            scores = compare(gold, prediction)
            self.matched += 1
            self.right += is_right(scores)
            self.fields.update(scores)

    def as_dict(self) -> dict[str, Any]:
        """Found and right precision, recall and F1, and each field's share on matched claims."""
        shares = {k: round(v / self.matched, 4) for k, v in self.fields.items()} if self.matched else {}
        return {
            "documents": self.documents,
            "gold": self.gold,
            "predicted": self.predicted,
            "found": _rates(self.matched, self.gold, self.predicted),
            "right": _rates(self.right, self.gold, self.predicted),
            "fields_on_matched": shares,
        }


def _rates(hits: int, gold: int, predicted: int) -> dict[str, float]:
    precision = hits / predicted if predicted else 0.0
    recall = hits / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def compare(gold: Record, prediction: Record) -> dict[str, float]:
    """Every field's score, 0 to 1."""
    return {
        "act": float(gold["act"] == prediction["act"]),
        "act_family": float(family(gold["act"]) == family(prediction["act"])),
        "actor": party_f1(gold["actor"], prediction["actor"]),
        "target": party_f1(gold["target"], prediction["target"]),
        "place": float(same_place(gold["place"], prediction["place"])),
        "day": float(same_day(gold["day"], prediction["day"])),
        "killed": float(same_count(gold["killed"], prediction["killed"])),
        "injured": float(same_count(gold["injured"], prediction["injured"])),
        "speaker": float(_innermost(gold["speakers"]) == _innermost(prediction["speakers"])),
        "speaker_chain": float(list(gold["speakers"]) == list(prediction["speakers"])),
        "stance": float(gold["stance"] == prediction["stance"]),
    }


def is_right(scores: Mapping[str, float]) -> bool:
    """Act family, actor, target, innermost speaker and stance all right."""
    return all(scores[name] == 1 for name in RIGHT_FIELDS)


def match(golds: Sequence[Record], predictions: Sequence[Record]) -> list[tuple[Record, Record]]:
    """Claims of one sentence paired one to one: triggers that overlap first, then family and actor alike."""
    pairs = []
    for i, gold in enumerate(golds):
        for j, prediction in enumerate(predictions):
            if gold["sentence"] != prediction["sentence"]:
                continue
            scores = compare(gold, prediction)
            touching = _overlap(gold, prediction)
            if touching or (scores["act_family"] == 1 and scores["actor"] > 0):
                pairs.append((10 * touching + sum(scores.values()), i, j))
    used_gold: set[int] = set()
    used_prediction: set[int] = set()
    matched = []
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if i not in used_gold and j not in used_prediction:
            used_gold.add(i)
            used_prediction.add(j)
            matched.append((golds[i], predictions[j]))
    return matched


def _overlap(a: Record, b: Record) -> bool:
    return any(s < f and t < e for s, e in a["spans"] for t, f in b["spans"])


def _innermost(chain: Sequence[str]) -> str:
    return chain[-1] if chain else ""


def party_f1(gold: Sequence[str], prediction: Sequence[str]) -> float:
    """Set F1 of party ids; a parent or child id counts half."""
    if not gold and not prediction:
        return 1.0
    if not gold or not prediction:
        return 0.0
    recall = sum(max(_nearness(g, p) for p in prediction) for g in gold) / len(gold)
    precision = sum(max(_nearness(g, p) for g in gold) for p in prediction) / len(prediction)
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def _nearness(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if a.startswith(f"{b}.") or b.startswith(f"{a}."):
        return 0.5
    both_other = a.startswith("other:") and b.startswith("other:")
    return float(both_other and _plain(a) == _plain(b))


def _plain(text: str | None) -> str:
    folded = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    words = "".join(c if c.isalnum() else " " for c in folded).split()
    return " ".join(w for w in words if w not in _EMPTY_PLACE_WORDS)


def same_place(gold: str | None, prediction: str | None) -> bool:
    """Whether two place names are one but for words such as "city" and "province"."""
    a, b = set(_plain(gold).split()), set(_plain(prediction).split())
    return a == b or (bool(a) and bool(b) and (a <= b or b <= a))


def same_day(gold: Record | None, prediction: Record | None) -> bool:
    if not gold or not prediction:
        return not gold and not prediction
    return (gold["start"], gold["end"]) == (prediction["start"], prediction["end"])


def same_count(gold: Record | None, prediction: Record | None) -> bool:
    if not gold or not prediction:
        return not gold and not prediction
    return (gold.get("min"), gold.get("max")) == (prediction.get("min"), prediction.get("max"))
