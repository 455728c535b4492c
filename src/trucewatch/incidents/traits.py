"""What grouping looks at in a telling, worked out once for each."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

from trucewatch.documents.digests import WORD_RUN, chains_of, runs
from trucewatch.incidents.acts import SPEECH
from trucewatch.incidents.telling import Telling
from trucewatch.model import Count, Day, Place, Stance

PUBLICATION_LAG = timedelta(days=3)
"""A report that tells no day of an act is taken to tell of the days just before it; a weak sign, never a value."""

_NOBODY = frozenset({"unknown", "officials", "media"})
_WORD = re.compile(r"[^\W_]{4,}")
_RUN = re.compile(r"[^\W_]+")
_PLACE_KINDS = frozenset({"al", "the", "city", "town", "village", "of"})
_COMMON = frozenset(
    """about after also been before being both could during from have into more most near over said says since some
    such than that their them then there these they this those three told under until very were what when where which
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday observatory human rights britain based islamic state united states
    while will with would according reported killed injured wounded people Syria Syrian Yemen Yemeni""".lower().split()
)


@dataclass(frozen=True)
class Traits:
    """A telling made ready for comparison. Unknown parties are left out: an empty set says that nobody is named.

    `window` is the range of days in which the act may lie: the day told, or else the days before publication.
    `done` is False for what is told as planned or conditional. What is made of the words is worked out when it is first
    asked for: most tellings that are compared differ in place or time, and their words are never looked at.
    """

    telling: Telling
    act: str
    speech: bool
    actors: frozenset[str]
    targets: frozenset[str]
    place: Place | None
    place_name: str
    day: Day | None
    window: tuple[date, date] | None
    killed: Count | None
    done: bool

    @property
    def document_id(self) -> str:
        return self.telling.document_id

    @cached_property
    def words(self) -> frozenset[str]:
        return content_words(self.telling.text)

    @cached_property
    def title_words(self) -> frozenset[str]:
        return content_words(self.telling.title)

    @cached_property
    def names(self) -> frozenset[str]:
        """Names and numbers of sentence and headline."""
        return _names(f"{self.telling.title}\n{self.telling.text}", self.place)

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """The sentence's stretches of four words."""
        return runs(chains_of(self.telling.text).words, WORD_RUN)

    @cached_property
    def spoken(self) -> str:
        """The words of sentence and headline as `folded` leaves them, between spaces, to look place names up in."""
        return f" {folded(self.telling.title)} {folded(self.telling.text)} "


def traits_of(telling: Telling) -> Traits:
    claim = telling.claim
    place = claim.place.value
    return Traits(
        telling=telling,
        act=claim.act.value,
        speech=claim.act.value in SPEECH,
        actors=frozenset(claim.actor.value) - _NOBODY,
        targets=frozenset(claim.target.value) - _NOBODY,
        place=place,
        place_name=folded_name(place.name) if place else "",
        day=claim.day.value,
        window=_window(telling),
        killed=claim.killed.value,
        done=claim.stance.value not in {Stance.PLANNED, Stance.CONDITIONAL},
    )


def _names(text: str, place: Place | None) -> frozenset[str]:
    """Names and numbers of a text that say more than who is fighting where; the place is compared by itself."""
    chain = frozenset(chains_of(text).names)
    return chain - _COMMON - frozenset(content_words(place.name) if place else ())


def _window(telling: Telling) -> tuple[date, date] | None:
    day = telling.claim.day.value
    if day is not None:
        return day.start, day.end
    if telling.published is None:
        return None
    return telling.published - PUBLICATION_LAG, telling.published


def content_words(text: str) -> frozenset[str]:
    """Lower-case words of four letters or more that are not in every report of a war."""
    return frozenset(_WORD.findall(text.lower())) - _COMMON


def folded(name: str) -> str:
    """A place name without case, accents, hyphens and article: "Al-Bāb" and "al Bab" give "bab"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    words = _RUN.findall(plain.replace("'", "").replace("’", ""))
    kept = [word for word in words if word not in _PLACE_KINDS]
    return " ".join(kept or words)


@lru_cache(maxsize=8192)
def folded_name(name: str) -> str:
    """The same of a place's own name, which is asked for with every pair that is compared."""
    return folded(name)
