"""How parties and places fare on sets that others coded. Third-party data is only measured, never copied.

    python benchmarks/outside.py acled DATA/acled/dev.jsonl.gz --limit 400
    python benchmarks/outside.py ucdp DATA/ucdp_ged/syria_dev.jsonl.gz --conflict syria
    python benchmarks/outside.py places DATA/geo/gwn.jsonl.gz --limit 100
    python benchmarks/outside.py airwars DATA/airwars_gaza/dev.jsonl.gz --limit 150

Each prints its figures with what they are a share of. `--limit` takes that many rows, spread evenly over the file.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from trucewatch.claims.mentions import localities
from trucewatch.claims.named_places import names_of_others, with_told_places
from trucewatch.claims.reading import read
from trucewatch.claims.which_place import settled
from trucewatch.coding import Coded, code_batch, parse_request
from trucewatch.documents import read_document
from trucewatch.language import load_parser
from trucewatch.model import Claim, Place, RawReport, Stance
from trucewatch.packs import Conflict, Gazetteer, PlaceEntry, conflict_names, load_conflict
from trucewatch.packs.conflict import PACKS, conflict_folder, load_world, read_tables
from trucewatch.packs.folding import fold_name, spelling_key
from trucewatch.packs.gazetteer import haversine_km
from trucewatch.packs.places import Places

Row = Mapping[str, Any]
BATCH = 16
ISO = {
    "Ukraine": "ukraine", "Yemen": "yemen", "Syria": "syria", "Lebanon": "lebanon", "Azerbaijan": "nagorno-karabakh",
    "Armenia": "nagorno-karabakh", "Palestine": "gaza", "Israel": "gaza", "Ethiopia": "tigray", "Sudan": "sudan",
}  # fmt: skip
"""The bundled conflicts' countries as ACLED writes them."""


class Tally:
    """Named shares: how many of how many."""

    def __init__(self) -> None:
        self._right: Counter[str] = Counter()
        self._all: Counter[str] = Counter()

    def add(self, name: str, right: bool) -> None:
        self._all[name] += 1
        self._right[name] += right

    def print(self) -> None:
        for name, total in self._all.items():
            print(f"{name:58} {self._right[name] / total:.3f}  ({self._right[name]} of {total})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", choices=sorted(MEASURES))
    parser.add_argument("data", type=Path)
    parser.add_argument("--conflict", default="syria")
    parser.add_argument("--limit", type=int, default=0)
    options = parser.parse_args()
    with gzip.open(options.data, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    tally = Tally()
    MEASURES[options.set](rows, options.limit, options.conflict, tally)
    tally.print()


def _spread(rows: list[Row], limit: int) -> list[Row]:
    return rows[:: max(1, len(rows) // limit)][:limit] if limit else rows


def _coded(texts: Iterable[tuple[str, date | None]], conflict: Conflict) -> Iterator[tuple[Claim, ...]]:
    """The claims of each text, in order; none for one that could not be read."""
    raws = [
        RawReport(text.encode(), "text", "text", datetime(2026, 1, 1, tzinfo=UTC), published_given=day)
        for text, day in texts
    ]
    for at in range(0, len(raws), BATCH):
        for outcome in code_batch(raws[at : at + BATCH], conflict, triage=False).outcomes:
            yield outcome.claims if isinstance(outcome, Coded) else ()


def acled(rows: list[Row], limit: int, _: str, tally: Tally) -> None:
    """Place, day and kind of actor of coder-written notes. A country's places are built from its other rows."""
    by_country: dict[str, list[Row]] = {}
    for row in _spread(rows, limit):
        by_country.setdefault(row["country"], []).append(row)
    for country, wanted in by_country.items():
        everywhere = [row for row in rows if row["country"] == country]
        for fold in (0, 1):
            here = [row for row in wanted if int(re.sub(r"\D", "", row["event_id_cnty"])) % 2 == fold]
            others = [row for row in everywhere if int(re.sub(r"\D", "", row["event_id_cnty"])) % 2 != fold]
            conflict = _country(country, others)
            notes = [(row["notes"], date.fromisoformat(row["event_date"])) for row in here]
            for row, claims in zip(here, _coded(notes, conflict), strict=True):
                _acled_row(row, claims, conflict, tally)


def _country(country: str, rows: list[Row]) -> Conflict:
    """The bundled pack of a country, or the world's tables, with the places of those rows."""
    pack = ISO.get(country)
    tables = read_tables(conflict_folder(pack or "ukraine"))
    if pack is None:
        world = load_world()
        tables = replace(
            tables, parties=world.parties, names=world.names, outlets=world.outlets, places=[],
            world_places=world.places, no_place=(),
        )  # fmt: skip
    return replace(tables, imported=_places_of(rows)).conflict(Path(country))


def _places_of(rows: list[Row]) -> Places:
    found: dict[str, tuple[PlaceEntry, tuple[str, ...]]] = {}
    for row in rows:
        for field, kind in (("location", "town"), ("admin1", "governorate")):
            name = row[field]
            if name:
                entry_id = f"row.{fold_name(name)}"
                position = (float(row["latitude"]), float(row["longitude"])) if field == "location" else (None, None)
                found.setdefault(entry_id, (PlaceEntry(entry_id, name, kind, None, "xx", *position, 5.0), ()))
    return list(found.values())


def _acled_row(row: Row, claims: tuple[Claim, ...], conflict: Conflict, tally: Tally) -> None:
    told = [claim for claim in claims if claim.stance.value is not Stance.DENIED]
    places = [claim.place.value for claim in told if claim.place.value is not None]
    name = row["location"].partition(" - ")[0]
    named = f" {fold_name(name)} " in f" {re.sub(r'[^a-z0-9 ]', ' ', fold_name(row['notes']))} "
    if named and row["geo_precision"] in ("1", "2"):
        right = any(_same_place(place, name, row, conflict) for place in places)
        tally.add("acled: place of the event among the places of claims", right)
    if row["time_precision"] == "1":
        days = {(day.start, day.end) for claim in told if (day := claim.day.value) is not None}
        wanted = date.fromisoformat(row["event_date"])
        tally.add("acled: exact day among the days of claims", (wanted, wanted) in days)
    if row["country"] in ISO and row["inter1"] in ("1", "2", "3", "8") and told and _NAMED.search(row["notes"]):
        kinds = {kind for claim in told for party in claim.actor.value for kind in _inter(party, conflict)}
        if "unidentified" in row["actor1"].lower():
            kinds |= {"2", "3"} if {"unknown", "fighters"} & {p for c in told for p in c.actor.value} else set()
        tally.add("acled: kind of the first actor, bundled conflicts", row["inter1"] in kinds)


_NAMED = re.compile(r"forces|military|army|police|troops|soldier|coalition|houthi|regime|faction|militant|fighter|gunm")
"""Notes that name somebody who bears arms; in others, of explosions heard, ACLED's coders added whose they were."""


def _same_place(place: Place, name: str, row: Row, conflict: Conflict) -> bool:
    """By its name, by its name's spelling, or by lying within 10 km of the row's point."""
    if fold_name(place.name) == fold_name(name) or spelling_key(place.name) == spelling_key(name):
        return True
    ids = [place.place_id] if place.place_id else place.candidates
    known = [conflict.gazetteer.entry(entry) for entry in ids if conflict.gazetteer.known(entry)]
    return any(_km(entry, float(row["latitude"]), float(row["longitude"])) <= 10 for entry in known)


_AS_ACLED = {
    "ye.houthis": {"1"}, "ye.houthis.gov": {"1"}, "ye.coalition": {"8"}, "az.artsakh": {"1", "8"},
    "az.artsakh.forces": {"1", "8"}, "sy.rebels.tr-backed": {"2", "3"}, "coalition": {"8"},
}  # fmt: skip
"""Parties that ACLED codes otherwise than their kind in the packs would have it: who governs Sanaa is a state there."""


def _inter(party: str, conflict: Conflict) -> set[str]:
    """ACLED's codes of actors that a party may stand for: 1 state forces, 2 rebels, 3 militias, 8 from outside."""
    if party in _AS_ACLED:
        return _AS_ACLED[party]
    if not conflict.parties.known(party):
        return {"2", "3"} if party.startswith("other:") else set()
    kind, here = conflict.parties.party(party).kind, party.startswith(f"{conflict.country}.")
    if party.endswith((".gov", ".forces", ".police")) or ".gov." in party or kind == "state":
        return {"1"} if here else {"8", "1"}
    return {"2", "3"} if kind in ("armed force", "political body") else {"8"} if kind == "international body" else set()


_REBEL = r"rebel|opposition|factions|fsa|free syrian|islamist|insurgent|nusra|tahrir|jaish|ahrar"
_SIDES = {
    "Government of Syria": (r"regime|syrian army|government forces|assad|syrian air|syrian troops", ("sy.gov",)),
    "IS": (r"\bis\b|isis|isil|daesh|islamic state", ("is",)),
    "SDF": (r"sdf|syria democratic|syrian democratic|ypg|kurd", ("sy.sdf", "tr.pkk")),
    "Syrian insurgents": (_REBEL, ("sy.rebels", "sy.opposition", "sy.nusra")),
    "Government of Ukraine": (r"ukrainian (?:troops|army|forces|soldiers|military)|kiev", ("ua.",)),
    "DPR": (r"dpr|donetsk people|rebel|separatist", ("ua.separatists",)),
    "LPR": (r"lpr|luhansk people|lugansk people|rebel|separatist", ("ua.separatists",)),
    "Government of Turkey": (r"turk", ("tr.",)),
}
"""For the sides of the dyads, words that name them in a headline, and how the ids of their parties begin."""


_PLACE_WORD = re.compile(r"\s+(city|town|village|neighbou?rhood|suburb|district|area|camp)$")


def ucdp(rows: list[Row], limit: int, name: str, tally: Tally) -> None:
    """Sides and places of headlines. A headline is the report's; the event may be one of several that it sums up."""
    conflict = load_conflict(name)
    for row in _spread(rows, limit):
        article = row["articles"][0] if row["articles"] else {"headline": "", "office": None}
        headline = article["headline"]
        sides = [_SIDES.get(row[side]) for side in ("side_a", "side_b")]
        if all(side is not None and re.search(side[0], headline.lower()) for side in sides):
            ids = {
                party for mention in conflict.parties.find(headline, outlet=article["office"]) for party in mention.ids
            }
            found = [any(party.startswith(begin) for party in ids for begin in side[1]) for side in sides if side]
            tally.add(f"ucdp {name}: both sides' parties found", all(found))
        where = re.sub(
            r"\s+(city|town|village|neighbou?rhood|suburb|district|area|camp)$", "", row["where_coordinates"]
        )
        if str(row["where_prec"]) in ("1", "2") and _names(headline, where):
            entries = [conflict.gazetteer.entry(i) for m in conflict.gazetteer.find(headline) for i in m.entry_ids]
            near = [_km(entry, float(row["latitude"]), float(row["longitude"])) <= 25 for entry in entries]
            tally.add(f"ucdp {name}: place within 25 km", any(near))


def _names(headline: str, where: str) -> bool:
    """Whether a headline holds a name that is spelt like the place's, whatever this program's gazetteer knows."""
    words = re.findall(r"[\w'’-]+", headline)
    key = spelling_key(where)
    spans = (words[at : at + length] for length in (1, 2, 3, 4) for at in range(len(words) - length + 1))
    return len(key) > 2 and any(spelling_key(" ".join(span)) == key for span in spans)


def _km(entry: PlaceEntry, lat: float, lon: float) -> float:
    return haversine_km(lat, lon, entry.lat, entry.lon) if entry.lat is not None and entry.lon is not None else 1e9


_LITERAL = frozenset({None, "Literal", "Mixed", "Coercion", "Metonymic", "Embedded_Literal", "Literal_Modifier"})
"""GeoWebNews' toponyms that stand for the place or its people (GeoVirus gives no types, all are such)."""
_OF_ANOTHER = frozenset({"Non_Literal_Modifier", "Embedded_Non_Lit", "Homonym", "Demonym", "Language"})
_NAMES = _LITERAL | {"Non_Literal_Modifier"}
_NO_NAMES = _OF_ANOTHER - {"Non_Literal_Modifier"}
"""Uses in which no place is named: in a name of something else ("Washington Post"), of people, of a language."""
_LARGE_ADJECTIVES = (
    "African", "American", "Arab", "Asian", "Central American", "English", "European", "Korean", "Kurdish",
    "Latin American", "North American", "Scottish", "South American", "Welsh", "Western",
)  # fmt: skip


def places(rows: list[Row], limit: int, _: str, tally: Tally) -> None:
    """Names of places in news: found by the world's tables, all bundled packs and the parser; and where they are.

    Counted once for each name in a text, without "the" and words in small letters around it. GeoWebNews marks more than
    names of places, so three counts:
    "as marked": toponyms that it has as literal are wanted, adjectives ("Turkish forces") too, and all else is wrong;
    "literal names": the same without adjectives, and names in other uses ("Toronto police") neither right nor wrong;
    "all names": those of "Toronto police" are wanted too; names in names of others are neither right nor wrong.
    """
    gazetteer = _all_places()
    conflict = replace(read_tables(conflict_folder("ukraine")).conflict(Path("world")), gazetteer=gazetteer)
    adjectives = _adjectives()
    counts: dict[str, Counter[str]] = {}
    for row in _spread(rows, limit):
        types: dict[str, set[str | None]] = {}
        for toponym in row["toponyms"]:
            if toponym.get("offset_ok", True):
                types.setdefault(_bare(toponym["text"]), set()).add(toponym.get("type"))
        nouns = {name: kinds for name, kinds in types.items() if name not in adjectives or gazetteer.lookup(name)}
        localities = _localities(row["text"], conflict)
        found = {_bare(name) for name, _ in localities}
        literal = {name for name, kinds in nouns.items() if kinds & _LITERAL}
        named = {name for name, kinds in nouns.items() if kinds & _NAMES}
        aside = types.keys() - nouns.keys() | {name for name, kinds in nouns.items() if kinds & _NO_NAMES}
        modifiers = {name for name, kinds in nouns.items() if kinds & _OF_ANOTHER}
        _count(counts, "as marked", found, {name for name, kinds in types.items() if kinds & _LITERAL}, set())
        _count(counts, "literal names", found, literal, aside | modifiers)
        _count(counts, "all names", found, named, aside)
        _where(row, gazetteer, dict(localities), tally)
    for name, count in counts.items():
        precision, recall = count["right"] / max(1, count["found"]), count["right"] / max(1, count["wanted"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"places, {name}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} of {count['wanted']}")
    print(f"{len(gazetteer)} places installed")


def _all_places() -> Gazetteer:
    """The world's places with those of all bundled packs under them."""
    packs = {
        entry.id: (entry, names)
        for pack in conflict_names()
        for entry, names in read_tables(conflict_folder(pack)).places
    }
    world = {entry.id: (entry, names) for entry, names in load_world().places}
    return Gazetteer.layered([list(world.values()), list(packs.values())])


def _adjectives() -> frozenset[str]:
    """Words for people and things of states and of parts of the world."""
    with (PACKS / "world" / "states.csv").open(encoding="utf-8", newline="") as stream:
        of_states = [word for row in csv.DictReader(stream) for word in row["demonyms"].split(";") if word]
    return frozenset(fold_name(word) for word in (*of_states, *_LARGE_ADJECTIVES))


def _bare(name: str) -> str:
    """A name without small letters around it: "Syria" of "the northern Syria", "Idlib" of "Idlib province"."""
    words = name.split()
    named = [at for at, word in enumerate(words) if not word.islower()] or [0, len(words) - 1]
    return fold_name(" ".join(words[named[0] : named[-1] + 1])).removeprefix("the ")


def _localities(text: str, conflict: Conflict) -> list[tuple[str, tuple[str, ...]]]:
    """Names of places and the entries that the report means by them; datelines too, which the coder sets apart."""
    document = read_document(RawReport(text.encode(), "text", "text", datetime(2026, 1, 1, tzinfo=UTC)))
    reading = read(document, load_parser().parse_many([parse_request(document)])[0], conflict)
    others = names_of_others(reading.trees)
    found = []
    for number, tree in enumerate(reading.trees):
        at, parties = tree.span.start, list(reading.parties[number])
        held = [
            replace(mention, start=mention.start + at, end=mention.end + at)
            for mention in conflict.gazetteer.find(tree.span.of(document.text))
        ]
        known = localities(number, tree, held, parties)
        found.append(with_told_places(number, tree, known, parties, reading.pack, others))
    places = (place for group in settled(found, reading.trees, conflict.gazetteer) for place in group)
    return [(place.span.of(document.text), place.entry_ids) for place in places]


def _count(counts: dict[str, Counter[str]], name: str, found: set[str], wanted: set[str], aside: set[str]) -> None:
    count = counts.setdefault(name, Counter())
    count["right"] += len(found & wanted)
    count["found"] += len(found - (aside - wanted))
    count["wanted"] += len(wanted)


def _where(row: Row, gazetteer: Gazetteer, meant: Mapping[str, tuple[str, ...]], tally: Tally) -> None:
    """Of the names that stand for a place: whether the gazetteer has them, and how near is what is meant by them.

    That is the first entry that the program leaves for the name in this text; where it found no such name, the first
    that the gazetteer has for it. A name that the program takes for another place than those held is wrong.
    """
    named = {
        toponym["text"]: toponym
        for toponym in row["toponyms"]
        if toponym.get("offset_ok", True) and toponym.get("type") in _LITERAL
    }
    for name, toponym in named.items():
        entries = gazetteer.lookup(name)
        tally.add("places: names that the gazetteer holds", bool(entries))
        if not entries:
            continue
        left = meant.get(name, tuple(entry.id for entry in entries))
        first = gazetteer.entry(left[0]) if left else None
        if toponym["lat"] is not None:
            away = _km(first, float(toponym["lat"]), float(toponym["lon"])) if first else 1e9
            near = away <= max(161.0, (first.precision_km or 0) if first else 0)
            tally.add("places: of those held, within 161 km", near)
        if toponym["country"] and (first is None or first.country != "xx"):
            right = first and first.country in {entry.country for entry in gazetteer.lookup(toponym["country"])}
            tally.add("places: of those held, country", bool(right))


def airwars(rows: list[Row], limit: int, _: str, tally: Tally) -> None:
    """The dead of incident narratives: the widest count of the claims against the range that the archive gives."""
    chosen = _spread([row for row in rows if row["narrative"]], limit)
    texts = [(row["narrative"], None) for row in chosen]
    for row, claims in zip(chosen, _coded(texts, load_conflict("gaza")), strict=True):
        counts = [count for claim in claims if (count := claim.killed.value) is not None and count.min is not None]
        if row["killed_min"] is None:
            tally.add("airwars: no number given, none made up", not [c for c in counts if c.min])
            continue
        best = max(counts, key=lambda count: count.min or 0, default=None)
        tally.add("airwars: minimum killed exact (largest told)", best is not None and best.min == row["killed_min"])
        tally.add("airwars: minimum killed exact (any told)", any(c.min == row["killed_min"] for c in counts))
        low, high = row["killed_min"], row["killed_max"] or row["killed_min"]
        overlap = any((c.min or 0) <= high and (c.max or c.min or 0) >= low for c in counts)
        tally.add("airwars: some range told overlaps", overlap)


MEASURES: dict[str, Callable[[list[Row], int, str, Tally], None]] = {
    "acled": acled,
    "airwars": airwars,
    "places": places,
    "ucdp": ucdp,
}

if __name__ == "__main__":
    main()
