"""Which of the places of one name a report means: by the area named with it, then by the land that it tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from trucewatch.claims.mentions import Locality
from trucewatch.claims.tree import Tree
from trucewatch.model import Span
from trucewatch.packs.gazetteer import Gazetteer, PlaceEntry

_STATES = ("governorate", "region")
_AREAS = ("country", *_STATES)
_SIZES = {"country": 0, "governorate": 1, "region": 1, "city": 1}
_NO_LAND = "xx"
"""The country that the tables give to seas and parts of the world."""
_OVER_THE_BORDER_KM = 50.0
"""Reports give towns at a governorate's border to the one next to it, and its radius is a rough one."""

Sentences = Sequence[Sequence[Locality]]


def settled(places: Sentences, trees: Sequence[Tree], gazetteer: Gazetteer) -> tuple[tuple[Locality, ...], ...]:
    """The places of a report, each sentence's in text order, with the entries that their names cannot mean left out.

    "Paris, Texas" is no place of France, whether the gazetteer has it or not, and is meant by "Paris" elsewhere in the
    report too. Of namesakes in several countries the larger is meant (a country before a city, a city before a town),
    unless the report is about the lesser one's land and names nothing else of the larger one's; of two that are alike,
    that of the country of which more is named. Namesakes of one country stay, to be shown.
    """
    within = [list(_by_area(group, trees, gazetteer)) for group in places]
    if not any(len(place.entry_ids) > 1 for group in within for place in group):
        return tuple(tuple(group) for group in within)
    said = _said(places, within, trees)
    told = {place.entry_ids[0] for group in within for place in group if len(place.entry_ids) == 1}
    lands = Counter(gazetteer.entry(one).country for one in told if gazetteer.entry(one).country != _NO_LAND)
    return tuple(tuple(_by_report(p, trees, said, told, lands, gazetteer) for p in group) for group in within)


def _by_area(group: Sequence[Locality], trees: Sequence[Tree], gazetteer: Gazetteer) -> Iterator[Locality]:
    """A sentence's places, those before a comma and an area held to lie in that area."""
    for at, place in enumerate(group):
        area = _area_after(group, at, trees[place.sentence], gazetteer)
        yield place if area is None else replace(place, entry_ids=tuple(_inside(place, area, gazetteer)))


def _area_after(group: Sequence[Locality], at: int, tree: Tree, gazetteer: Gazetteer) -> PlaceEntry | None:
    """The state or country that is named to say where a place lies: "Paris, Texas", "Tripoli (Lebanon)"."""
    place, beside = group[at], group[at + 1] if at + 1 < len(group) else None
    if beside is None or len(beside.entry_ids) != 1 or not place.entry_ids:
        return None
    area = gazetteer.entry(beside.entry_ids[0])
    if area.kind not in _AREAS or area.country == _NO_LAND or area.id in place.entry_ids:
        return None
    between = [token.text for token in tree.tokens if place.span.end <= token.start < beside.span.start]
    tells = tree.head(beside.head) in tree.tokens_in(place.span) and tree.deprel(beside.head) != "conj"
    return area if tells and between in ([","], ["("]) and not _goes_on(tree, beside.span) else None


def _goes_on(tree: Tree, span: Span) -> bool:
    """Whether a list goes on after a name: in "Paris, Germany and Spain" nothing says where Paris is."""
    after = tree.tokens_in(span)[-1] + 1
    return after < len(tree) and tree.lemmas[after] in ("and", "or", "&")


def _inside(place: Locality, area: PlaceEntry, gazetteer: Gazetteer) -> list[str]:
    """The entries in an area; where there are none, those of its country that may reach over its border."""
    inside = [entry_id for entry_id in place.entry_ids if gazetteer.contains(area.id, entry_id)]
    return inside or [entry_id for entry_id in place.entry_ids if _beside(entry_id, area, gazetteer)]


def _beside(entry_id: str, area: PlaceEntry, gazetteer: Gazetteer) -> bool:
    entry = gazetteer.entry(entry_id)
    away = gazetteer.distance_km(entry_id, area.id)
    near = away is None or area.precision_km is None or away <= area.precision_km + _OVER_THE_BORDER_KM
    return near and entry.kind != "country" and entry.country == area.country


def _said(places: Sentences, within: Sentences, trees: Sequence[Tree]) -> dict[str, tuple[str, ...]]:
    """What names mean for which the report says where the place lies."""
    pairs = (
        (old, new) for before, after in zip(places, within, strict=True) for old, new in zip(before, after, strict=True)
    )
    return {_name(new, trees): new.entry_ids for old, new in pairs if new.entry_ids and new.entry_ids != old.entry_ids}


def _name(place: Locality, trees: Sequence[Tree]) -> str:
    tree = trees[place.sentence]
    return " ".join(tree.tokens[at].text.lower() for at in tree.tokens_in(place.span))


def _by_report(
    place: Locality,
    trees: Sequence[Tree],
    said: Mapping[str, tuple[str, ...]],
    told: Set[str],
    lands: Mapping[str, int],
    gazetteer: Gazetteer,
) -> Locality:
    if len(place.entry_ids) < 2:
        return place
    if meant := said.get(_name(place, trees)):
        return replace(place, entry_ids=meant)
    entries = [gazetteer.entry(entry_id) for entry_id in place.entry_ids]
    if len({entry.country for entry in entries}) > 1:
        entries = _of_one_land(entries, told, lands, gazetteer)
    near = [entry for entry in entries if told & set(gazetteer.around(entry.id))]
    return replace(place, entry_ids=tuple(entry.id for entry in near or entries))


def _of_one_land(
    entries: Sequence[PlaceEntry], told: Set[str], lands: Mapping[str, int], gazetteer: Gazetteer
) -> list[PlaceEntry]:
    largest = min(map(_size, entries))
    large = [entry for entry in entries if _size(entry) == largest]
    small = [entry for entry in entries if _size(entry) > largest and _is_about(entry, told, lands, gazetteer)]
    if small and not any(lands.get(entry.country) for entry in large):
        return small
    most = max(lands.get(entry.country, 0) for entry in large)
    return [entry for entry in large if lands.get(entry.country, 0) == most]


def _is_about(entry: PlaceEntry, told: Set[str], lands: Mapping[str, int], gazetteer: Gazetteer) -> bool:
    """Whether a report is mainly about a place's country and names its state, or, for a state, others of them."""
    elsewhere = sum(count for land, count in lands.items() if land != entry.country)
    mainly = lands.get(entry.country, 0) > max(1, elsewhere)
    if entry.kind not in _STATES:
        return mainly and bool(told & set(gazetteer.around(entry.id)))
    named = (gazetteer.entry(one) for one in told)
    return mainly and any(one.country == entry.country and one.kind in _STATES for one in named)


def _size(entry: PlaceEntry) -> int:
    return _SIZES.get(entry.kind, len(_SIZES))
