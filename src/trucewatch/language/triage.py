"""What of a report can tell of a conflict at all: by the words of its packs, before anything is parsed.

A mixed news file is mostly about other things, and parsing is what reading it costs. A report about the conflict is
read in full: who an act was done by often stands in a sentence that tells of none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from trucewatch.language.interface import ParseRequest
from trucewatch.language.lemmas import Lemmatizer
from trucewatch.language.parser import sentences_of
from trucewatch.language.words import word_spans
from trucewatch.packs.acts import family
from trucewatch.packs.conflict import Conflict
from trucewatch.packs.folding import Folded, fold, fold_name
from trucewatch.packs.language_pack import LanguagePack, TriggerPattern
from trucewatch.packs.lexicon import Alias, Meaning, Noun, Side
from trucewatch.packs.name_index import NameIndex

_SHORT = 3
"""Sentences up to which a report need not say where it plays; reading it costs little."""

_ABOUT_IT = 1 / 8
"""Share of sentences that name something of the conflict, below which a report is about something else. Of 1,257
reports on the Syrian war none has less than twice as many."""
_NEAR = 3
"""Of a report about something else, as many sentences are read on each side of one that names the conflict."""

_OF_WAR = frozenset({"attack", "kill", "territory", "truce"})
_UNDER_ARMS = frozenset({"forces", "member"})
_TELLS_OF_WAR = 1 / 6
_LEAST_OF_WAR = 3
"""Share and number of sentences with an act of war beside somebody under arms, from which a report is read in full,
whatever it names."""

_ANY_WORD = "~"


class Triage:
    """Chooses what to parse for one conflict. Stateless after construction, safe to share between threads.

    A report in which no word can tell of an act is passed over. Of the others are read: the short ones; those about
    the conflict or about any war; and of the rest what stands near a name of the conflict: a party or side that its
    pack gives a name of its own, or a place of its country.
    """

    def __init__(self, conflict: Conflict, pack: LanguagePack, lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self._country = conflict.country
        self._gazetteer = conflict.gazetteer
        nouns = [(name, meaning) for name, meaning in conflict.parties.names if isinstance(meaning, Noun)]
        self._bodies = NameIndex([(name, noun.role in _UNDER_ARMS) for name, noun in nouns])
        common = {fold_name(name) for name, _ in nouns}  # an "Interior Ministry" can be anybody's
        named = [name for name, meaning in conflict.parties.names if self._is_own(name, meaning)]
        self._own = NameIndex([(name, True) for name in named if fold_name(name) not in common])
        self._patterns: dict[str, list[TriggerPattern]] = defaultdict(list)
        for pattern in pack.triggers:
            self._patterns[pattern.words[0]].append(pattern)

    def _is_own(self, name: str, meaning: Meaning) -> bool:
        if not isinstance(meaning, (Alias, Side)) or not any(map(str.isupper, name)):
            return False
        ids = meaning.ids if isinstance(meaning, Alias) else meaning.ids.values()
        return meaning.layer > 0 or any(party.split(".")[0] == self._country for party in ids)

    def chosen(self, request: ParseRequest, title: str = "") -> ParseRequest | None:
        """The request, the part of it that is worth parsing, or None where nothing is. `title` is what the report's
        source calls it, beside the text."""
        spans = list(sentences_of(request))
        sentences = [request.text[start:end] for start, end in spans]
        if not any(True for sentence in sentences for _ in self.acts(sentence)):
            return None
        naming = [at for at, sentence in enumerate(sentences) if self.names_the_conflict(sentence)]
        about_it = len(naming) >= _ABOUT_IT * len(spans) or self.names_the_conflict(title)
        if len(spans) <= _SHORT or about_it or self._is_of_war(sentences):
            return request
        near = sorted({at for name in naming for at in range(name - _NEAR, name + _NEAR + 1)} & set(range(len(spans))))
        return replace(request, segments=tuple(spans[at] for at in near), presplit=True) if near else None

    def _is_of_war(self, sentences: Sequence[str]) -> bool:
        return sum(map(self.tells_of_war, sentences)) >= max(_LEAST_OF_WAR, _TELLS_OF_WAR * len(sentences))

    def names_the_conflict(self, text: str) -> bool:
        """Whether a text names something that the conflict's pack gives a name."""
        if self._own.hits(_folded(text)):
            return True
        found = self._gazetteer.find(_readable(text))
        entries = (self._gazetteer.entry(place) for mention in found for place in mention.entry_ids)
        return any(entry.country == self._country for entry in entries)

    def tells_of_war(self, sentence: str) -> bool:
        """Whether a sentence has words for an act of war and for somebody who bears arms."""
        bodies = self._bodies.hits(_folded(sentence))
        begins = {end: min(hit.start for hit in bodies if hit.end == end) for end in {hit.end for hit in bodies}}
        armed = any(hit.meaning and hit.start == begins[hit.end] for hit in bodies)  # a police officer is no officer
        return armed and any(family(act) in _OF_WAR for act in self.acts(sentence))

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


def _folded(text: str) -> Folded:
    return fold(_readable(text))


def _readable(text: str) -> str:
    """The text without halves of characters, which an automaton refuses."""
    return text.encode("utf-8", "replace").decode("utf-8")
