"""What packs cost: loading one from its tables and from its compiled form, and finding places among 200,000 names.

    python benchmarks/packs.py                # the pack of Syria, the sample reports
    python benchmarks/packs.py --names 50000

Times are processor time of this process, the best of several runs. Milliseconds depend on the machine; the ratios
are the figures to compare: compiled form against tables, and the search of a text among all names against the pack's.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import trucewatch
from trucewatch.packs.compiled import load_compiled, store_compiled
from trucewatch.packs.conflict import conflict_folder, load_world, read_tables
from trucewatch.packs.gazetteer import Gazetteer, PlaceEntry
from trucewatch.packs.places import Places

SAMPLES = Path(trucewatch.__file__).parent / "samples"
RUNS = 9
_STARTS = ("Kafr", "Tel", "Ain", "Bir", "Deir", "Khirbet", "Umm", "Abu", "Nahr", "Beit", "Novo", "Stara", "Wad", "Adi")
_PARTS = ("ra", "shi", "mu", "del", "tor", "ban", "qes", "lif", "zan", "hem", "dor", "kul", "vet", "yas", "gim", "pol")


def main() -> None:
    options = _options()
    folder = conflict_folder(options.conflict).resolve()
    with tempfile.TemporaryDirectory() as cache:
        os.environ["TRUCEWATCH_CACHE"] = cache
        _loading(folder)
        _searching(folder, options.names)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--conflict", default="syria", help="the pack")
    parser.add_argument("--names", type=int, default=200_000, help="place names to add to it")
    return parser.parse_args()


def _loading(folder: Path) -> None:
    def from_tables() -> object:
        load_world.cache_clear()
        return read_tables(folder).conflict(folder)

    tables = _best(from_tables)
    store_compiled(read_tables(folder).conflict(folder))
    compiled = _best(lambda: load_compiled(folder))
    print(f"load from tables        {1000 * tables:8.1f} ms")
    print(f"load from compiled form {1000 * compiled:8.1f} ms   ratio {tables / compiled:.1f}")


def _searching(folder: Path, names: int) -> None:
    tables = read_tables(folder)
    own = Gazetteer.layered([tables.places])
    begun = time.process_time()
    large = Gazetteer.layered([tables.places, _made_up(names)])
    print(f"build {len(large)} places      {time.process_time() - begun:8.2f} s")
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(SAMPLES.rglob("*.*"))[:60]]
    for gazetteer in (own, large):
        for text in texts:
            gazetteer.find(text)
    few = _best(lambda: [own.find(text) for text in texts])
    many = _best(lambda: [large.find(text) for text in texts])
    size = sum(map(len, texts))
    print(f"find among {len(own):7} places {1e6 * few / size:8.3f} µs a character")
    print(f"find among {len(large):7} places {1e6 * many / size:8.3f} µs a character   ratio {many / few:.2f}")


def _made_up(number: int) -> Places:
    """That many invented names, the same each time."""
    chance = random.Random(1)
    words = ["".join(parts).capitalize() for parts in product(_PARTS, repeat=4)]
    chance.shuffle(words)
    found: list[tuple[PlaceEntry, tuple[str, ...]]] = []
    for at in range(number):
        name = f"{_STARTS[at % len(_STARTS)]} {words[at % len(words)]}" if at >= len(words) else words[at]
        lat, lon = chance.uniform(32, 37), chance.uniform(36, 42)
        found.append((PlaceEntry(f"x.{at}", name, "village", None, "sy", lat, lon, 2.0), ()))
    return found


def _best(work: Callable[[], Any]) -> float:
    times = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


if __name__ == "__main__":
    main()
