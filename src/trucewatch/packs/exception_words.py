"""The words by which a party claims an exception for its own act, from `packs/languages/<lang>/exceptions.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from trucewatch.packs.strict import Complaints, read_yaml

LANGUAGES = Path(__file__).parent / "languages"


@dataclass(frozen=True, slots=True)
class ExceptionWords:
    """The phrases of one kind of exception, with sentences that do and do not claim it."""

    kind: str
    pattern: re.Pattern[str]
    says: tuple[str, ...]
    does_not_say: tuple[str, ...]


@cache
def load_exception_words(name: str = "en", root: Path = LANGUAGES) -> dict[str, ExceptionWords]:
    """The phrases by kind of exception. Raises `PackError`."""
    complaints = Complaints()
    found: dict[str, ExceptionWords] = {}
    for kind, node in read_yaml(root / name / "exceptions.yaml", complaints).pairs().items():
        keys = node.mapping(required=("words", "says", "does_not_say"))
        phrases = sorted(keys["words"].texts(), key=len, reverse=True)
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)
        found[kind] = ExceptionWords(kind, pattern, keys["says"].texts(), keys["does_not_say"].texts())
    complaints.raise_if_any()
    return found


def claims_exception(sentence: str, kind: str) -> bool:
    """Whether a sentence holds words that claim this kind of exception; False for a kind that has no words."""
    words = load_exception_words().get(kind)
    return words is not None and words.pattern.search(" ".join(sentence.split())) is not None
