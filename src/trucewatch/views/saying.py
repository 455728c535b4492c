"""Who says a claim: how that was read, and from which words of which sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.model import Claim, Document
from trucewatch.packs import Conflict
from trucewatch.views.labels import party_name, speakers_text, table
from trucewatch.views.readings import Stretch, stretches, words_at
from trucewatch.views.wording import each_once


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim's speaker, how he was read in a clause, and the words: none where he is assumed.

    `known_as` says of words that are no name of his ("Ankara", a person's name) what the packs list them as.
    `unnamed` says so where a pronoun is all that the report gives of him, else "".
    """

    speaker: str
    how: str
    stretches: tuple[Stretch, ...]
    known_as: tuple[str, ...]
    unnamed: str

    @property
    def text(self) -> str:
        """The whole on one line."""
        words = "; ".join(one.text for one in self.stretches)
        told = f"{self.speaker}, {self.how}{': ' if words else ''}{words}"
        return "; ".join((told, *self.known_as, *filter(None, (self.unnamed,))))


def saying(conflict: Conflict, claim: Claim, document: Document) -> Saying:
    """Who tells a claim, as read."""
    found, words = claim.speakers, table("saying")
    read = stretches(words_at(document, found.spans, claim.sentence))
    pronouns = set(words["pronouns"])
    pronoun_alone = all(not one.sentence for one in read) and any(
        word.lower() in pronouns for one in read for word in one.words
    )
    return Saying(
        speaker=speakers_text(conflict, found.value, document.outlet),
        how=str(words["rules"].get(found.rule, words["read"])) if read else str(words["assumed"]),
        stretches=read,
        known_as=each_once(
            note for one in read for word in one.words for note in _known_as(conflict, claim, document, word)
        ),
        unnamed=str(words["unnamed"]) if pronoun_alone else "",
    )


def _known_as(conflict: Conflict, claim: Claim, document: Document, word: str) -> Iterator[str]:
    """What the packs list a word as that stands for one of the claim's speakers without naming him."""
    listed, kinds = table("saying")["listed"], table("parties")
    for mention in conflict.parties.find(word, day=document.published, outlet=document.outlet):
        for party in claim.speakers.value:
            if mention.kind in listed and party in mention.ids and party not in kinds:
                yield str(listed[mention.kind]).format(word=word, party=party_name(conflict, party))
