"""Numbers of people in a sentence: "at least eight", "12 to 14", "dozens", "a woman and her two children"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from trucewatch.claims.tree import Tree
from trucewatch.model import Count, Span
from trucewatch.packs.language_pack import LanguagePack

BOUND_REACH = 4
"""How many words before a number its bound ("at least", "more than") can begin."""

_YEAR = range(1900, 2101)
_RANGE_WORDS = frozenset({"to", "-", "–", "or"})
_SCALES = frozenset({12, 100, 1000, 1000000})
_ARTICLES = frozenset({"a", "an"})
_OF_MANY = frozenset({"family", "people", "number"})
"""Words for people that mean several in the singular."""
_CURRENCIES = frozenset({"$", "€", "£"})
_UNITS = frozenset({
    "km", "kilometre", "kilometer", "mile", "metre", "meter", "foot", "percent", "per", "%", "year", "month",
    "week", "day", "hour", "minute", "am", "pm", "p.m.", "a.m.", "gmt", "utc", "dollar", "euro", "lira", "rial",
    "ton", "tonne", "kg", "litre", "liter", "hectare", "th", "st", "nd", "rd", "mm", "calibre", "caliber",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts: `noun` is the token counted, or the number itself when it stands alone."""

    span: Span
    first: int
    last: int
    noun: int
    count: Count
    rule: str


class QuantityReader:
    """Finds numbers of one language. Stateless after construction, safe to share."""

    def __init__(self, pack: LanguagePack) -> None:
        self._numbers = pack.numbers
        self._vague: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in sorted(map(tuple, map(str.split, pack.counts["vague"])), key=lambda words: (-len(words), words)):
            self._vague[phrase[0]].append(phrase)
        self._months = frozenset(pack.months)
        self._at_least = [tuple(phrase.split()) for phrase in pack.counts["at_least"]]
        self._at_most = [tuple(phrase.split()) for phrase in pack.counts["at_most"]]
        self._people = pack.cues["victims.people"] | pack.cues["victims.fighters"]
        self._harming = pack.counts["killed.verbs"] | pack.counts["injured.verbs"]

    def find(self, tree: Tree) -> list[Quantity]:
        """Numbers of a sentence in text order; years, dates, distances and ages left out; then their sums."""
        words = [token.text.lower() for token in tree.tokens]
        found: list[Quantity] = []
        at = 0
        while at < len(words):
            quantity = self._read(tree, words, at)
            if quantity is None:
                at += 1
            else:
                found.append(quantity)
                at = quantity.last + 1
        found += self._hurt_alone(tree, found)
        return found + self._sums(tree, found)

    def _hurt_alone(self, tree: Tree, found: list[Quantity]) -> list[Quantity]:
        """One who is hurt without a number: "killing its pilot", "civilian killed", "executed the commander"."""
        taken = {at for quantity in found for at in (quantity.noun, *range(quantity.first, quantity.last + 1))}
        alone = []
        for at, token in enumerate(tree.tokens):
            above = tree.head(at)
            one = token.xpos == "NN" and tree.lemmas[at] in self._people - _OF_MANY
            if above < 0 or at in taken or not one or tree.lemmas[above] not in self._harming:
                continue
            hurt = tree.deprel(at) in ("nsubj:pass", "obj") or (tree.deprel(at) == "nsubj" and _is_passive(tree, above))
            if hurt and not tree.children(at, "nummod"):
                alone.append(Quantity(tree.token_span(at), at, at, at, Count(1, 1), "count.alone"))
        return alone

    def _read(self, tree: Tree, words: list[str], at: int) -> Quantity | None:
        number, last = self._number(words, at)
        if number is None:
            return self._vague_or_single(tree, words, at)
        between = at > 0 and words[at - 1] == "between"
        high, last = self._upper(words, number, last, between=between)
        first, low_bound, high_bound = self._bounds(words, at, last)
        if low_bound and (more := self._and_up_to(words, number, last)) is not None:
            (high, last), low_bound = more, False
        noun = self._counted(tree, at, last)
        if self._no_count_of_people(tree, words, at, last, noun, number):
            return None
        count = Count(None if high_bound else number, None if low_bound else high)
        span = Span(tree.tokens[first].start, tree.tokens[last].end)
        return Quantity(span, first, last, noun, count, "count.number")

    def _number(self, words: list[str], at: int) -> tuple[int | None, int]:
        """A number in digits or words that begins at `at`, and its last word."""
        if words[at] in _ARTICLES and at + 1 < len(words) and self._is_scale(words[at + 1]):
            return self._from(words, at + 1)  # "a dozen", "a hundred and ten"
        if self._is_scale(words[at]) or (self._value(words[at]) is None):
            return None, at  # "hundred" alone ends "several hundred" or "2.5 hundred"
        return self._from(words, at)

    def _from(self, words: list[str], at: int) -> tuple[int, int]:
        whole, part, last = 0, self._value(words[at]) or 0, at
        while (following := self._following(words, last, whole + part)) is not None:
            number, last = following
            if number in (1000, 1000000):
                whole, part = whole + part * number, 0
            elif number in _SCALES:
                part *= number
            else:
                part += number
        return whole + part, last

    def _following(self, words: list[str], last: int, total: int) -> tuple[int, int] | None:
        """The next word of a number of several words, its value and where it stands."""
        joined = last + 2 < len(words) and (words[last + 1] == "-" or (words[last + 1] == "and" and total % 100 == 0))
        at = last + 2 if joined else last + 1
        if at >= len(words) or words[at] not in self._numbers:
            return None
        number = self._numbers[words[at]]
        if self._is_scale(words[at]):
            return (number, at) if at == last + 1 and total else None
        fits = total % 100 == 0 and total > 0 if number >= 10 else total % 10 == 0 and total >= 20
        return (number, at) if fits else None

    def _is_scale(self, word: str) -> bool:
        return word != "twelve" and self._numbers.get(word) in _SCALES

    def _value(self, word: str) -> int | None:
        if word in self._numbers:
            return self._numbers[word]
        digits = word.replace(",", "")
        return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else None

    def _upper(self, words: list[str], number: int, last: int, *, between: bool) -> tuple[int, int]:
        """The upper end of "eight to ten", "between eight and ten"; the number itself where there is no range."""
        if last + 2 < len(words) and (words[last + 1] in _RANGE_WORDS or (between and words[last + 1] == "and")):
            upper, end = self._number(words, last + 2)
            if upper is not None and number < upper <= 3 * number + 10:
                return upper, end
        return number, last

    def _and_up_to(self, words: list[str], number: int, last: int) -> tuple[int, int] | None:
        """The upper end of "at least eight and up to ten", and its last word."""
        at = last + 2 if words[last + 1 : last + 2] in (["and"], ["but"]) else last + 1
        for phrase in self._at_most:
            start = at + len(phrase)
            if tuple(words[at:start]) == phrase and start < len(words):
                upper, end = self._number(words, start)
                if upper is not None and upper > number:
                    return upper, end
        return None

    def _bounds(self, words: list[str], at: int, last: int) -> tuple[int, bool, bool]:
        """First word of the bound, and whether it bounds from below or from above."""
        for phrases, below in ((self._at_least, True), (self._at_most, False)):
            for phrase in phrases:
                start = at - len(phrase)
                if start >= 0 and tuple(words[start:at]) == phrase:
                    return start, below, not below
        if tuple(words[last + 1 : last + 3]) in (("or", "more"), ("and", "more")):
            return at, True, False
        return at, False, False

    def _counted(self, tree: Tree, at: int, last: int) -> int:
        """The noun that the number modifies; "8 people", "eight of the dead", "a family of five"."""
        top = tree.head_of(range(at, last + 1))
        head = tree.head(top)
        if head < 0:
            return self._of(tree, top, last)
        if tree.deprel(top).startswith(("nummod", "compound", "amod", "det")):
            return head
        if tree.lemmas[head] == "family" and tree.preposition(top) == "of":
            return head
        return self._of(tree, top, last)

    def _of(self, tree: Tree, top: int, last: int) -> int:
        of = [child for child in tree.children(top, "nmod") if tree.preposition(child) == "of"]
        if not of:
            return top
        return self._of(tree, of[0], last) if of[0] <= last else of[0]  # the rest of "tens of thousands"

    def _no_count_of_people(self, tree: Tree, words: list[str], at: int, last: int, noun: int, number: int) -> bool:
        following = words[last + 1] if last + 1 < len(words) else ""
        before = words[at - 1] if at else ""
        lemma = tree.lemmas[noun]
        if following in _UNITS or lemma in _UNITS or following.endswith("-year-old") or following == "-":
            return True
        if before == "aged" or before in _CURRENCIES or self._in_date(tree, at, last, number) or _is_label(tree, at):
            return True
        if before == "(" and following == ")":
            return True  # an age beside a name: "Sami Example (34)"
        if before == "," and following == "," and at > 1 and tree.tokens[at - 2].upos == "PROPN":
            return True  # an age: "the mayor, Sami Example, 34, said"
        return number in _YEAR and words[at].isdigit() and lemma not in self._people

    def _in_date(self, tree: Tree, at: int, last: int, number: int) -> bool:
        """Whether the number is a day of a month: "May 12", "12 May"."""
        beside = [tree.tokens[i].text for i in (at - 1, last + 1) if 0 <= i < len(tree)]
        months = [text for text in beside if text[0].isupper() and text.lower().rstrip(".") in self._months]
        return number <= 31 and bool(months)

    def _vague_or_single(self, tree: Tree, words: list[str], at: int) -> Quantity | None:
        token = tree.tokens[at]
        if (last := self._vague_until(words, at)) is not None:
            noun = self._counted(tree, at, last)
            span = Span(token.start, tree.tokens[last].end)
            return Quantity(span, at, last, noun, Count(None, None, " ".join(words[at : last + 1])), "count.vague")
        if words[at] in ("a", "an", "another") and tree.head(at) >= 0 and tree.lemmas[tree.head(at)] in self._people:
            noun = tree.head(at)
            if tree.lemmas[noun] not in _OF_MANY and tree.tokens[noun].xpos != "NNS" and noun > at:
                span = Span(token.start, tree.tokens[noun].end)
                return Quantity(span, at, noun, noun, Count(1, 1), "count.single")
        return None

    def _vague_until(self, words: list[str], at: int) -> int | None:
        """The last word of "dozens", "tens of thousands", "several hundred" where such words begin."""
        begun = self._vague.get(words[at], ())
        phrase = next((phrase for phrase in begun if tuple(words[at : at + len(phrase)]) == phrase), None)
        if phrase is None or (phrase == ("number",) and words[at - 1 : at] != ["a"]):
            return None
        last = at + len(phrase) - 1
        if last + 1 < len(words) and self._is_scale(words[last + 1]):
            return last + 1
        bounds_a_number = phrase == ("many",) and words[at - 1 : at] == ["as"]
        before_a_number = last + 1 < len(words) and self._value(words[last + 1]) is not None
        return None if bounds_a_number or before_a_number else last  # "as many as 12", "some 1,200"

    def _sums(self, tree: Tree, found: list[Quantity]) -> list[Quantity]:
        """The total of coordinated people: "a woman and her two children" is three."""
        by_noun = {q.noun: q for q in found if q.count.word is None and tree.lemmas[q.noun] in self._people}
        totals = []
        for noun, quantity in by_noun.items():
            conjuncts = tree.children(noun, "conj")
            others = [by_noun[c] for c in conjuncts if c in by_noun]
            others += [one for c in conjuncts if c not in by_noun and (one := self._relative(tree, c)) is not None]
            if others:
                parts = [quantity, *others]
                totals.append(_total(tree, parts))
        return totals

    def _relative(self, tree: Tree, at: int) -> Quantity | None:
        """Somebody's one relative in a list of people: "a woman and her infant"."""
        owned = any(tree.deprel(child) == "nmod:poss" and tree.tokens[child].upos == "PRON" for child in tree.below[at])
        if not owned or tree.lemmas[at] not in self._people - _OF_MANY or tree.tokens[at].xpos != "NN":
            return None
        return Quantity(tree.token_span(at), at, at, at, Count(1, 1), "count.single")


def _is_passive(tree: Tree, verb: int) -> bool:
    """A participle that stands as a headline's passive: "Civilian killed in Hama"."""
    participle = tree.tokens[verb].xpos in ("VBN", "VBD")
    return participle and not tree.children(verb, "obj") and not tree.children(verb, "aux")


def _is_label(tree: Tree, at: int) -> bool:
    """Whether the number names the noun before it: "Resolution 12", "Highway 4"."""
    return at > 0 and tree.head(at) == at - 1 and tree.tokens[at - 1].upos in ("NOUN", "PROPN")


def _total(tree: Tree, parts: list[Quantity]) -> Quantity:
    lows = [part.count.min for part in parts]
    highs = [part.count.max for part in parts]
    low = None if None in lows else sum(n for n in lows if n is not None)
    high = None if None in highs else sum(n for n in highs if n is not None)
    first, last = parts[0].first, max(max(part.last, part.noun) for part in parts)
    span = Span(tree.tokens[first].start, tree.tokens[last].end)
    return Quantity(span, first, last, parts[0].noun, Count(low, high), "count.sum")
