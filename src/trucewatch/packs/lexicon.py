"""What the words of a pack mean for finding parties: names, sides that words are composed of, and nouns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

ALIAS_KINDS = ("name", "office", "wording", "state", "capital", "common", "object")
"""How a phrase names a party.

`name` a name of its own; `office` an office, or the person who holds it; `wording` what a report calls somebody
("regime", "terrorists"); `state` and `capital` a country or seat of government, which may be meant as the place;
`common` a phrase of common nouns ("opposition fighters"); `object` things that stand for the people in them
("hospital", "market"). Mentions have two kinds more: `adjective`, a side named by a word that belongs to another noun
("Russian" in "Russian airstrikes"), and `holder` ("rebel-held").
"""

ROLES = ("gov", "forces", "police")

AS_WRITTEN = "other:"
"""In a table of aliases: the list of parties has no id for this name, so that the id is `other:<name as written>`."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A phrase that names one party, or one of several. `since` and `until` are inclusive; None is open.

    `leanings` limits it to outlets of these leanings; empty means any outlet. `layer` 0 is the world, 1 the conflict.
    """

    ids: tuple[str, ...]
    kind: str
    since: date | None = None
    until: date | None = None
    leanings: tuple[str, ...] = ()
    layer: int = 0

    def holds(self, day: date | None, leaning: str | None) -> bool:
        """Whether the phrase has this meaning on that day (None: any day) in an outlet of that leaning."""
        if self.leanings and leaning not in self.leanings:
            return False
        return self.holds_on(day)

    def holds_on(self, day: date | None) -> bool:
        """Whether the phrase has this meaning on that day (None: any day) in some outlet."""
        return day is None or ((self.since is None or self.since <= day) and (self.until is None or day <= self.until))

    @property
    def weight(self) -> tuple[bool, int]:
        """Of two meanings of the same words, the one for this leaning and from the conflict's own table counts."""
        return bool(self.leanings), self.layer


@dataclass(frozen=True, slots=True)
class Side:
    """A word that, before a noun, says whose it is: "Syrian", "regime", "Turkey's". `ids` maps a role to a party.

    `alone` is the party that the word stands for when the noun after it is no known one ("Russian airstrikes").
    `has_members`: "fighters", "militants" and the like after it are its own.
    """

    ids: Mapping[str, str]
    alone: str
    only_possessive: bool = False
    has_members: bool = False
    layer: int = 0

    def party(self, role: str) -> str:
        """Whose a noun of that role is; a person without a role of their own is of the government."""
        if role == "person" and role not in self.ids:
            role = "gov"
        return self.ids.get(role, self.alone)


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that a side or a party's name goes with.

    `role`: gov, forces, police; person (keeps the role of the words before it); member (of a named party or of a side
    of the conflict, not of a state: no "Syrian militants"); staff (of a named party only); modifier (never last).
    """

    role: str


@dataclass(frozen=True, slots=True)
class NoParty:
    """Words that look like a party and name none."""


Meaning = Alias | Side | Noun | NoParty
