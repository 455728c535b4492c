"""What triage spares on a mixed news file: one report in ten about the conflict, nine about other things.

    python -m benchmarks.mixed_news --data ../shared/data            # about three minutes
    python -m benchmarks.mixed_news --gold ../shared/gold            # does it lose a claim on coded reports?

The mix is drawn anew each time, with a fixed seed, from FA-KES reports (Syria) and from LGL (local news), GeoWebNews
and PolNeAR (politics), some of which tell of wars too; nothing of them is in the project. The web logs of EWT are left
out: many are about the wars in Iraq and Afghanistan. Each batch is coded with and without triage in turn, in one
process and one thread, and each way's processor seconds are counted; their ratio is the figure. Claims told with and
without must be the same for the reports about the conflict.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from trucewatch.coding import Coded, code_batch, code_text
from trucewatch.language import ParseRequest, load_triage
from trucewatch.model import RawReport
from trucewatch.packs import load_conflict

SEED = 20161219
CONFLICT = "syria"
BATCH = 16
READ = datetime(2026, 11, 1, tzinfo=UTC)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--gold", type=Path, help="only count the coded reports that triage would pass over")
    options.add_argument("--reports", type=int, default=200)
    chosen = options.parse_args()
    if chosen.gold:
        print(*lost_on_gold(chosen.gold), sep="\n")
    else:
        print(*measure(list(mix(chosen.data, chosen.reports))), sep="\n")


def mix(data: Path, count: int) -> list[tuple[bool, RawReport]]:
    """Reports in random order, each with whether it is about the conflict."""
    dice = random.Random(SEED)
    about = dice.sample(_texts(data / "fakes" / "articles.jsonl.gz"), count // 10)
    others = [
        *_texts(data / "geo" / "lgl.jsonl.gz"),
        *_texts(data / "geo" / "gwn.jsonl.gz"),
        *_texts(data / "polnear" / "dev.jsonl.gz"),
    ]
    rest = dice.sample(others, count - len(about))
    marked = [(True, text) for text in about] + [(False, text) for text in rest]
    dice.shuffle(marked)
    return [
        (mark, RawReport(content=text.encode("utf-8", "replace"), media="text", origin=f"mix:{row}", retrieved=READ))
        for row, (mark, text) in enumerate(marked)
    ]


def _texts(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def measure(mixed: list[tuple[bool, RawReport]]) -> Iterator[str]:
    """Both ways through the same batches in turn."""
    conflict = load_conflict(CONFLICT)
    code_text("The first report costs what is loaded on first use, an official said on Monday.", conflict=CONFLICT)
    load_triage(conflict)
    seconds: Counter[bool] = Counter()
    claims: Counter[tuple[bool, bool]] = Counter()
    differing = 0
    for at in range(0, len(mixed), BATCH):
        batch = mixed[at : at + BATCH]
        found = {}
        for triage in (True, False):
            begun = time.process_time()
            outcomes = code_batch([raw for _, raw in batch], conflict, triage=triage).outcomes
            seconds[triage] += time.process_time() - begun
            found[triage] = [outcome.claims if isinstance(outcome, Coded) else () for outcome in outcomes]
            for (about, _), told in zip(batch, found[triage], strict=True):
                claims[triage, about] += len(told)
        pairs = zip(batch, found[True], found[False], strict=True)
        differing += sum(about and chosen != every for (about, _), chosen, every in pairs)
    about_it = sum(about for about, _ in mixed)
    words: Counter[bool] = Counter()
    for about, raw in mixed:
        words[about] += len(raw.content.split())
    yield f"{len(mixed)} reports, {about_it} about the conflict ({words[True] / words.total():.0%} of the words)"
    for triage, name in ((False, "without triage"), (True, "with triage")):
        told = f"{claims[triage, True]} claims of reports about the conflict, {claims[triage, False]} of others"
        yield f"{name:15} {seconds[triage]:7.1f} s   {told}"
    yield f"ratio           {seconds[False] / seconds[True]:7.2f}"
    yield f"reports about the conflict whose claims differ: {differing}"


def lost_on_gold(gold: Path) -> Iterator[str]:
    """For each part, how many coded reports are passed over, and how many of their claims with them."""
    triage = load_triage(load_conflict(CONFLICT))
    for part in ("train", "dev", "seed"):
        coded: Counter[str] = Counter()
        with (gold / f"{part}.claims.jsonl").open(encoding="utf-8") as lines:
            coded.update(json.loads(line)["doc"] for line in lines)
        with (gold / f"{part}.docs.jsonl").open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        asked = [(row["doc"], ParseRequest(" ".join(row["sentences"]))) for row in rows]
        cut = [name for name, request in asked if triage.chosen(request) is not request]
        lost = sum(coded[name] for name in cut)
        yield f"{part}: {len(cut)} of {len(rows)} reports not read in full, with {lost} of {coded.total()} claims"


if __name__ == "__main__":
    main()
