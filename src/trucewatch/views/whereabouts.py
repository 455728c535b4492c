"""How closely a claim tells its place, and which places an unresolved name could be; never finer than a settlement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trucewatch.model import Claim, Document, Place, Span
from trucewatch.packs import Conflict, PlaceEntry
from trucewatch.packs.geo_precision import acled_precision, ucdp_precision
from trucewatch.packs.public_places import SEVERAL, public_places
from trucewatch.packs.relative_places import RelativePlace, find_relative, spot

WITHHELD_UCDP, WITHHELD_ACLED = 4, 3
"""Precisions of what is shown by its governorate alone."""
BESIDE = 2
"""The precision, on both scales, of what is told as near a settlement."""
LEAST_KM = 1
MANY = 5
"""How many candidates are named."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`text` says how closely the place is told, in words of the report where it is told by another.

    `radius_km` is how far from there it may be; `ucdp` and `acled` are precisions on their scales; None where nothing
    was resolved. `candidates` are places that the name could mean, of which none was taken.
    """

    text: str
    radius_km: int | None = None
    ucdp: int | None = None
    acled: int | None = None
    candidates: tuple[str, ...] = ()


def whereabouts(conflict: Conflict, claim: Claim, document: Document) -> Whereabouts | None:
    """None where no place is told, or nothing is known of its name."""
    place = claim.place.value
    if place is None:
        return None
    if place.place_id is None:
        return _candidates(conflict, place)
    if not conflict.gazetteer.known(place.place_id):
        return None
    entry, shown = conflict.gazetteer.entry(place.place_id), public_places(conflict.gazetteer)
    if shown.is_finer(entry.id):
        return _withheld(conflict, place, entry)
    words, relative = _told_by(conflict, claim.place.spans, document)
    if relative is None:
        return _precise(shown.name(place), entry.precision_km, ucdp_precision(entry), acled_precision(entry))
    point = spot(conflict.gazetteer, relative)
    radius = point.radius_km if point else None
    return _precise(f"“{words}”", radius, ucdp_precision(entry, relative), acled_precision(entry, relative))


def whereabouts_of_all(
    conflict: Conflict, claims: Iterable[Claim], documents: Mapping[str, Document]
) -> tuple[Whereabouts, ...]:
    """Those of several claims, each once, in the order given."""
    found = (whereabouts(conflict, claim, documents[claim.document_id]) for claim in claims)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _precise(words: str, radius: float | None, ucdp: int, acled: int) -> Whereabouts:
    km = None if radius is None else max(LEAST_KM, round(radius))
    within = f", within about {km:,} km" if km else ""
    return Whereabouts(f"{words}{within}; precision {ucdp} by UCDP's scale, {acled} by ACLED's", km, ucdp, acled)


def _withheld(conflict: Conflict, place: Place, entry: PlaceEntry) -> Whereabouts:
    """What is finer than a settlement: as closely as the place that is shown instead."""
    places = public_places(conflict.gazetteer)
    shown, words = places.entry(entry.id), f"{places.text(place)}, shown no closer than that"
    if shown is None or shown.kind == "governorate":
        return _precise(words, None, WITHHELD_UCDP, WITHHELD_ACLED)
    if places.is_beside(entry.id):
        return _precise(words, shown.precision_km, BESIDE, BESIDE)
    return _precise(words, shown.precision_km, ucdp_precision(shown), acled_precision(shown))


def _told_by(conflict: Conflict, spans: tuple[Span, ...], document: Document) -> tuple[str, RelativePlace | None]:
    """The phrase that tells a place by this one ("15 km south of Palmyra"), where the report has one.

    It is never finer than a settlement: how far off it may be takes in how far the settlement reaches. A part of one is
    finer.
    """
    if not spans:
        return "", None
    passage = next((p.span for p in document.passages if spans[0] in p.span), spans[0])
    text = passage.of(document.text)
    start, end = spans[0].start - passage.start, spans[0].end - passage.start
    finer = public_places(conflict.gazetteer).is_finer
    for relative in find_relative(text, conflict.gazetteer.find(text)):
        if relative.rule == "part":
            continue
        named = any(mention.start < end and start < mention.end for mention in relative.mentions)
        if named and not any(finer(id) for mention in relative.mentions for id in mention.entry_ids):
            return text[relative.start : relative.end], relative
    return "", None


def _candidates(conflict: Conflict, place: Place) -> Whereabouts | None:
    shown, known = public_places(conflict.gazetteer), conflict.gazetteer
    if place.candidates:
        entries = [known.entry(one) for one in place.candidates if known.known(one)]
        told, why = shown.name(place).removesuffix(f" ({SEVERAL})"), "the name fits several places; none was taken"
    else:
        entries = list(known.guess(place.name))
        told, why = shown.name(place), "not under this spelling; names spelt alike, none of them taken"
    listed_once = tuple(dict.fromkeys(_candidate(conflict, entry) for entry in entries))
    return Whereabouts(f"{told}: {why}", candidates=listed_once[:MANY]) if listed_once else None


def _candidate(conflict: Conflict, entry: PlaceEntry) -> str:
    shown = public_places(conflict.gazetteer)
    words = shown.named(entry.name, entry.id, region=True)
    return words if shown.is_finer(entry.id) else f"{words} ({entry.kind})"
