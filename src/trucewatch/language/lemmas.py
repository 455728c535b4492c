"""Base forms of words: a table of what the rules would miss, and the rules."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path

_VOWELS = "aeiou"
_KEPT_DOUBLE = ("ll", "ss", "zz", "ff")
_E_STEMS = ("v", "c", "u", "iz", "dl", "bl", "tl", "pl", "gl", "ang", "dg", "rg", "eg", "ag", "ns", "rs", "ys")
_INFLECTED = ("NNS", "VBZ", "VBD", "VBG", "JJR", "JJS")
"""Penn tags that between them try every ending."""

_OPEN_TAGS = frozenset(("NOUN", "VERB", "AUX", "ADJ", "ADV"))


class Lemmatizer:
    """Base form of a word, given its tags.

    ``table`` maps ``"form upos xpos"`` to a lemma; ``known`` holds base forms by part of speech and decides between
    the candidates of a rule ("hoped" is ``hope``, "hopped" is ``hop``).
    """

    def __init__(self, table: Mapping[str, str], known: Mapping[str, frozenset[str]]) -> None:
        self._table = table
        self._known = known
        self._by_rule = lru_cache(maxsize=32768)(self._by_rule_afresh)
        self._possible = lru_cache(maxsize=32768)(self._possible_afresh)

    @staticmethod
    def from_file(path: Path) -> Lemmatizer:
        """Reads the gzipped JSON that ``training/lemmas.py`` writes."""
        with gzip.open(path, "rt", encoding="utf-8") as file:
            content = json.load(file)
        return Lemmatizer(content["table"], {upos: frozenset(words) for upos, words in content["known"].items()})

    def lemma(self, form: str, upos: str, xpos: str) -> str:
        """Never empty for a non-empty ``form``."""
        form = form.replace("’", "'").replace("\u00ad", "") or form
        key = form if upos == "PROPN" else form.lower()
        return self._table.get(f"{key} {upos} {xpos}") or self._by_rule(form, upos, xpos)

    def possible(self, form: str) -> frozenset[str]:
        """Every lemma that `form` can have under any tags, and the form itself, all in lower case."""
        return self._possible(form)

    def _possible_afresh(self, form: str) -> frozenset[str]:
        form = form.replace("’", "'").replace("\u00ad", "") or form
        low = form.lower()
        found = {low, _singular_name(low), low.removesuffix("s") or low, *self._listed.get(low, ())}
        found.update(base for xpos in _INFLECTED for base in _candidates(low, xpos))
        return frozenset(found)

    @cached_property
    def _listed(self) -> dict[str, set[str]]:
        """Lemmas of the table by form, whatever the tags."""
        lemmas: dict[str, set[str]] = {}
        for key, lemma in self._table.items():
            lemmas.setdefault(key.split(" ")[0].lower(), set()).add(lemma.lower())
        return lemmas

    def _by_rule_afresh(self, form: str, upos: str, xpos: str) -> str:
        if upos == "PROPN":
            return _singular_name(form) if xpos == "NNPS" else form
        low = form.lower()
        if upos not in _OPEN_TAGS or not low.isalpha():
            return low
        candidates = list(_candidates(low, xpos))
        known = self._known.get("VERB" if upos == "AUX" else upos, frozenset())
        return next((candidate for candidate in candidates if candidate in known), candidates[0])


def _singular_name(form: str) -> str:
    return form[:-1] if len(form) > 3 and form.endswith("s") and not form.endswith(("ss", "us", "is")) else form


def _candidates(form: str, xpos: str) -> Iterator[str]:
    """Possible base forms, the likeliest first; at least one."""
    if xpos in ("NNS", "VBZ"):
        yield from _without_s(form)
    elif xpos in ("VBD", "VBN") and form.endswith("ed") and len(form) > 4:
        yield from _without_ending(form[:-2], form)
    elif xpos == "VBG" and form.endswith("ing") and len(form) > 5:
        yield from _without_ending(form[:-3], form)
    elif xpos in ("JJR", "RBR") and form.endswith("er") and len(form) > 4:
        yield from _without_ending(form[:-2], form)
    elif xpos in ("JJS", "RBS") and form.endswith("est") and len(form) > 5:
        yield from _without_ending(form[:-3], form)
    yield form


def _without_s(form: str) -> Iterator[str]:
    if form.endswith("ies") and len(form) > 4:
        yield form[:-3] + "y"
        yield form[:-1]
    elif form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        yield form[:-2]
        yield form[:-1]
    elif form.endswith("s") and not form.endswith("ss") and len(form) > 2:
        yield form[:-1]
        yield form[:-2]


def _without_ending(stem: str, form: str) -> Iterator[str]:
    """Bases for a stem that lost "ed", "ing", "er" or "est": bare, with "e", with one consonant less, with "y"."""
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    options = [stem, stem + "e"]
    if stem.endswith("i") and not form.endswith("ing"):
        options.insert(0, stem[:-1] + "y")
    elif doubled and not stem.endswith(_KEPT_DOUBLE):
        options.insert(0, stem[:-1])
    elif doubled:
        options.append(stem[:-1])
    elif _wants_e(stem):
        options.reverse()
    yield from options


def _wants_e(stem: str) -> bool:
    """Guess for verbs that are not in the list: "evacuat" wants an e, "retreat" and "shell" do not."""
    if stem.endswith(_E_STEMS):
        return True
    if stem.endswith("at"):
        return len(stem) > 3 and stem[-3] not in "aeo"
    one_syllable = sum(letter in _VOWELS for letter in stem) == 1
    return one_syllable and len(stem) > 2 and stem[-1] not in "aeiouwxy" and stem[-2] in _VOWELS
