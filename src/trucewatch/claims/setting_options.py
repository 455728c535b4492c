"""Where and when an act could have been: place names and time words of the sentence and of those around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from trucewatch.claims.draft import Draft, Option, bucket
from trucewatch.claims.lasting import lasting_since
from trucewatch.claims.mentions import Locality
from trucewatch.claims.once import once
from trucewatch.claims.reading import Reading
from trucewatch.model import Day, Place

_FINE = {"country": 0, "governorate": 1, "region": 1, "district": 2, "city": 3, "town": 4, "village": 5, "camp": 5,
         "neighbourhood": 6, "base": 6, "crossing": 6, "border": 3, "river": 2, "road": 5}  # fmt: skip
PLACE_REACH = 3
"""How many sentences back the place of an act can have been named."""
REACH_AHEAD = 2
"""How many sentences ahead its place or day can be told."""


def place_options(reading: Reading, draft: Draft) -> list[Option[Place | None]]:
    """Places named near the act and in its report, and "none"."""
    options: list[Option[Place | None]] = []
    seen: set[str] = set()
    for back in (*range(PLACE_REACH + 1), *range(-1, -REACH_AHEAD - 1, -1)):
        number = draft.sentence - back
        for locality in reading.places[number] if 0 <= number < len(reading.places) else ():
            name = locality.span.of(reading.document.text)
            if (key := name.lower()) not in seen:
                seen.add(key)
                rule = "place.named" if back == 0 else "place.told-before" if back > 0 else "place.told-later"
                features = tuple(_place_features(reading, draft, locality, back))
                words = ((number, locality.head),)
                options.append(Option(_place(reading, locality), (locality.span,), rule, features, words))
    if draft.sentence > PLACE_REACH:
        options += [
            o for o in _headline_places(reading, draft) if o.value is not None and o.value.name.lower() not in seen
        ]
    options.append(Option(None, (), "place.not-told", tuple(_no_place(reading, draft))))
    return options


def _headline_places(reading: Reading, draft: Draft) -> Iterator[Option[Place | None]]:
    for number in (0, 1):
        if number < draft.sentence - PLACE_REACH:
            for locality in reading.places[number]:
                features = tuple(_place_features(reading, draft, locality, 9))
                words = ((number, locality.head),)
                yield Option(_place(reading, locality), (locality.span,), "place.told-before", features, words)


def _place(reading: Reading, locality: Locality) -> Place:
    name = locality.span.of(reading.document.text)
    if len(locality.entry_ids) != 1:
        return Place(name, candidates=locality.entry_ids)
    entry = reading.conflict.gazetteer.entry(locality.entry_ids[0])
    return Place(name, entry.id, entry.admin1, entry.country)


def _kind(reading: Reading, locality: Locality) -> str:
    if not locality.entry_ids:
        return "unknown"
    return reading.conflict.gazetteer.entry(locality.entry_ids[0]).kind


def _place_features(reading: Reading, draft: Draft, locality: Locality, back: int) -> Iterator[str]:
    tree = reading.trees[locality.sentence]
    kind = _kind(reading, locality)
    others = [o for o in reading.places[locality.sentence] if o is not locality]
    finest = max([_FINE.get(_kind(reading, o), 3) for o in others], default=-1)
    mine = _FINE.get(kind, 3)
    yield f"back={back}"
    yield f"back+kind={back}/{kind}"
    yield f"back+family={back}/{draft.family}"
    yield f"kind={kind}"
    yield f"kind+family={kind}/{draft.family}"
    yield f"finer={_compared(mine, finest)}/{_side(back)}"
    yield f"order={reading.places[locality.sentence].index(locality)}/{_side(back)}"
    preposition = tree.preposition(locality.head)
    yield f"prep={preposition}/{_side(back)}"
    yield f"prep+kind={preposition}/{kind}"
    yield f"relation={tree.deprel(locality.head)}/{_side(back)}"
    yield f"relation+prep={tree.deprel(locality.head)}/{preposition}/{_side(back)}"
    head = tree.head(locality.head)
    if head >= 0:
        yield f"governor={tree.lemmas[head]}"
        if tree.lemmas[head] in reading.pack.cues["speech_verbs"]:
            yield "of-speech"
    yield f"rule={locality.rule}"
    if any(m.first <= locality.head <= m.last for m in reading.parties[locality.sentence]):
        yield f"in-party-name/{_side(back)}"
    often = _times_named(reading)[locality.span.of(reading.document.text).lower()]
    yield f"named={bucket(often)}/{_side(back)}"
    if back == 0:
        yield from _place_path(reading, draft, locality)


@once
def _times_named(reading: Reading) -> Counter[str]:
    """How often the report names each place."""
    return Counter(o.span.of(reading.document.text).lower() for group in reading.places for o in group)


def _side(back: int) -> int:
    """1 for what stands before the act's sentence, 0 for the sentence itself, -1 for what follows."""
    return max(-1, min(back, 1))


def _compared(mine: int, finest: int) -> str:
    """Whether a place is named more finely than all others of its sentence."""
    if finest < 0:
        return "alone"
    return "yes" if mine > finest else "same" if mine == finest else "no"


def _place_path(reading: Reading, draft: Draft, locality: Locality) -> Iterator[str]:
    tree = reading.trees[draft.sentence]
    path = tree.path(draft.token, locality.head)
    side = "after" if locality.head > draft.token else "before"
    yield f"path={path}"
    yield f"path+family={path}/{draft.family}"
    yield f"path+kind={path}/{_kind(reading, locality)}"
    yield f"distance={side}/{bucket(abs(locality.head - draft.token))}"
    nearer = [
        o for o in reading.places[draft.sentence]
        if o is not locality and abs(o.head - draft.token) < abs(locality.head - draft.token)
    ]  # fmt: skip
    yield f"nearer={side}/{bucket(len(nearer))}"
    acts_between = [
        c for c in reading.candidates[draft.sentence]
        if min(draft.token, locality.head) < c.token < max(draft.token, locality.head)
    ]  # fmt: skip
    yield f"acts-between={side}/{bucket(len(acts_between))}"


def _no_place(reading: Reading, draft: Draft) -> Iterator[str]:
    yield "none"
    yield f"none+act={draft.act}"
    yield f"none+family={draft.family}/{min(len(reading.places[draft.sentence]), 2)}"
    yield f"none+here={min(len(reading.places[draft.sentence]), 2)}"


def day_options(reading: Reading, draft: Draft) -> list[Option[Day | None]]:
    """Time words of the sentence, of the ones before and after, those of the opening, and "not told"."""
    options: list[Option[Day | None]] = []
    seen: set[Day] = set()
    reach = [draft.sentence - back for back in range(4) if draft.sentence - back >= 0]
    ahead = range(draft.sentence + 1, min(draft.sentence + REACH_AHEAD + 1, len(reading.trees)))
    for number in [*reach, *(n for n in (0, 1) if n < draft.sentence - 3), *ahead]:
        for words in reading.times[number]:
            day = lasting_since(reading, draft, words) if number == draft.sentence else words.day
            if day in seen and number != draft.sentence:
                continue
            seen.add(day)
            features = tuple(_day_features(reading, draft, number, words.span.start, words.rule, day))
            place = (number, _token_at(reading, number, words.span.start))
            options.append(Option(day, (words.span,), words.rule, features, (place,)))
    options.append(Option(None, (), "day.not-told", tuple(_no_day(reading, draft))))
    return options


def _token_at(reading: Reading, number: int, start: int) -> int:
    tokens = reading.trees[number].tokens
    return next((i for i, token in enumerate(tokens) if token.end > start), len(tokens) - 1)


def _day_features(reading: Reading, draft: Draft, number: int, start: int, rule: str, day: Day) -> Iterator[str]:
    back = draft.sentence - number
    yield f"back={min(back, 4)}"
    yield f"back+rule={min(back, 4)}/{rule}"
    yield f"back+family={min(back, 4)}/{draft.family}"
    yield f"rule={rule}"
    yield f"precision={day.precision}/{min(back, 2)}"
    yield f"title={number == 0}/{min(back, 2)}"
    tree = reading.trees[number]
    at = _token_at(reading, number, start)
    head = tree.head(at)
    if head >= 0:
        speech = tree.lemmas[head] in reading.pack.cues["speech_verbs"]
        yield f"of-speech={speech}/{min(back, 2)}"
        yield f"of-speech+back={speech}/{rule}"
    act_near = any(c.token == head for c in reading.candidates[number])
    yield f"of-act={act_near}/{min(back, 2)}"
    yield f"others-here={bucket(len(reading.times[draft.sentence]))}/{min(back, 2)}"
    if back == 0:
        path = tree.path(draft.token, at)
        side = "after" if at > draft.token else "before"
        yield f"path={path}"
        yield f"path+rule={path}/{rule}"
        yield f"distance={side}/{bucket(abs(at - draft.token))}"
        nearer = [
            w
            for w in reading.times[number]
            if abs(w.span.start - tree.tokens[draft.token].start) < abs(start - tree.tokens[draft.token].start)
        ]
        yield f"nearer={side}/{bucket(len(nearer))}"
        between = [c for c in reading.candidates[number] if min(draft.token, at) < c.token < max(draft.token, at)]
        yield f"acts-between={side}/{bucket(len(between))}"
    else:
        tense = reading.trees[draft.sentence].tokens[draft.token].xpos
        yield f"back+tense={min(back, 4)}/{tense}"


def _no_day(reading: Reading, draft: Draft) -> Iterator[str]:
    tree = reading.trees[draft.sentence]
    here = min(len(reading.times[draft.sentence]), 2)
    yield "none"
    yield f"none+here={here}"
    yield f"none+family={draft.family}/{here}"
    yield f"none+act={draft.act}/{here}"
    yield f"none+tense={tree.tokens[draft.token].xpos}/{here}"
    yield f"none+sentence={bucket(draft.sentence)}/{here}"
    yield f"none+lemma={tree.lemmas[draft.token]}/{here}"
    yield f"none+number={bool(reading.quantities[draft.sentence])}/{here}"
