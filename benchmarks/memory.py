"""Resident memory of the parser alone, in a process of its own.

    python benchmarks/memory.py                              # the sample reports that ship with the program
    python benchmarks/memory.py ../shared/data/fakes/articles.jsonl.gz --limit 250

Prints what the process held before and after loading, and at most while it parsed 16 reports at a time. With `--limit`
it fails above so many MB.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import trucewatch
from trucewatch.language import ParseRequest, load_parser

SAMPLES = Path(trucewatch.__file__).parent / "samples"
REPORTS, AT_ONCE = 160, 16


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("reports", nargs="?", type=Path, help="gzipped JSON Lines with a text each")
    options.add_argument("--limit", type=float, help="MB")
    chosen = options.parse_args()
    texts = list(_texts(chosen.reports))[:REPORTS]
    bare, begun = _resident(), time.perf_counter()
    parser = load_parser()
    loaded, seconds = _resident(), time.perf_counter() - begun
    sentences = 0
    for at in range(0, len(texts), AT_ONCE):
        sentences += sum(map(len, parser.parse_many([ParseRequest(text) for text in texts[at : at + AT_ONCE]])))
    most = _resident()
    print(f"{bare:.0f} MB before loading, {loaded:.0f} MB after ({seconds:.2f} s), at most {most:.0f} MB while parsing")
    print(f"{len(texts)} reports, {sentences} sentences, {AT_ONCE} reports at once")
    if chosen.limit and most > chosen.limit:
        sys.exit(f"more than {chosen.limit:g} MB")


def _texts(path: Path | None) -> Iterator[str]:
    if path is None:
        yield from (one.read_text(encoding="utf-8") for one in sorted(SAMPLES.rglob("*.txt")))
        return
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


def _resident() -> float:
    """MB resident at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    main()
