"""Which reports can tell of a conflict at all: by the words of its packs, before anything is parsed.

A mixed news file is mostly about other things, and parsing is what reading it costs. Only whole reports are passed
over: who an act was done by often stands in a sentence that tells of none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from trucewatch.language.interface import ParseRequest
from trucewatch.language.lemmas import Lemmatizer
from trucewatch.language.parser import sentences_of
from trucewatch.language.words import word_spans
from trucewatch.packs.acts import family
from trucewatch.packs.conflict import Conflict
from trucewatch.packs.folding import fold
from trucewatch.packs.language_pack import LanguagePack, TriggerPattern
from trucewatch.packs.lexicon import Alias, Meaning, Noun, Side
from trucewatch.packs.name_index import NameIndex

_SHORT = 3
"""Sentences up to which a report need not say where it plays; reading it costs little."""

_OF_WAR = frozenset({"attack", "kill", "territory", "truce"})
_UNDER_ARMS = frozenset({"forces", "member"})
_TELLS_OF_WAR = 1 / 8
"""Share of sentences with an act of war beside somebody under arms, from which a report is read whatever it names."""

_ANY_WORD = "~"


class Triage:
    """Chooses the reports to parse for one conflict. Stateless after construction, safe to share between threads.

    A report is read when a word of it can tell of an act, and it is short, or names something of the conflict (a party
    or side that its pack gives a name of its own, a place of its country), or tells of a war anyway.
    """

    def __init__(self, conflict: Conflict, pack: LanguagePack, lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self._country = conflict.country
        self._gazetteer = conflict.gazetteer
        self._own = NameIndex([(name, True) for name, meaning in conflict.parties.names if self._is_own(name, meaning)])
        self._under_arms = NameIndex(
            [
                (name, True)
                for name, meaning in conflict.parties.names
                if isinstance(meaning, Noun) and meaning.role in _UNDER_ARMS
            ]
        )
        self._patterns: dict[str, list[TriggerPattern]] = defaultdict(list)
        for pattern in pack.triggers:
            self._patterns[pattern.words[0]].append(pattern)

    def _is_own(self, name: str, meaning: Meaning) -> bool:
        if not isinstance(meaning, (Alias, Side)) or not any(map(str.isupper, name)):
            return False
        ids = meaning.ids if isinstance(meaning, Alias) else meaning.ids.values()
        return meaning.layer > 0 or any(party.split(".")[0] == self._country for party in ids)

    def is_worth_parsing(self, request: ParseRequest, title: str = "") -> bool:
        """Whether the report can give a claim; `title` is what its source calls it, beside the text."""
        spans = list(sentences_of(request))
        sentences = [request.text[start:end] for start, end in spans]
        if not any(True for sentence in sentences for _ in self.acts(sentence)):
            return False
        if len(sentences) <= _SHORT or any(map(self.names_the_conflict, (title, *sentences))):
            return True
        return sum(map(self.tells_of_war, sentences)) >= _TELLS_OF_WAR * len(sentences)

    def names_the_conflict(self, text: str) -> bool:
        """Whether a text names something that the conflict's pack gives a name."""
        if self._own.hits(fold(text)):
            return True
        entries = (self._gazetteer.entry(place) for found in self._gazetteer.find(text) for place in found.entry_ids)
        return any(entry.country == self._country for entry in entries)

    def tells_of_war(self, sentence: str) -> bool:
        """Whether a sentence has words for an act of war and for somebody who bears arms."""
        return bool(self._under_arms.hits(fold(sentence))) and any(family(act) in _OF_WAR for act in self.acts(sentence))

    def acts(self, sentence: str) -> Iterator[str]:
        """Acts that the sentence can tell of, however it is parsed: all that a parse could propose, and more."""
        words = self._lemmas(sentence)
        everywhere = frozenset().union(*words)
        for word in everywhere:
            for pattern in self._patterns.get(word, ()):
                if all(part == _ANY_WORD or part in everywhere for part in pattern.words[1:]):
                    yield pattern.act

    def _lemmas(self, sentence: str) -> Sequence[frozenset[str]]:
        spans = word_spans(sentence, 0, len(sentence))
        return [self._lemmatizer.possible(sentence[start:end]) for start, end in spans]
