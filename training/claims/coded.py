"""Reports that the project coded itself, beside the gold: public ones by reference, and its own writing.

`coded/fakes.jsonl` holds no words of the reports but triggers and names: one line a report, ``{"doc", "sentences",
"claims"}``, where `sentences` are the borders of its sentences in the words of FA-KES, each space once, and a claim is
as in the gold, without `doc` and without what is `USUAL`. `coded/own.jsonl` holds reports that we wrote, sentences and
all, with `outlet`, `published`, `title` and `conflict`. `coded/second.jsonl` codes the gold's training reports and
those of `coded/fakes.jsonl` a second time: ``{"doc", "claims"}``, sentences as the first coding splits them. How they
were coded, and how far to trust that: `coded/README.md`.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from training.claims.gold import CodedReport, lay, rows_of
from trucewatch.language import Parser

FOLDER = Path(__file__).parent / "coded"
Row = dict[str, Any]
USUAL: Row = {
    "target": [], "place": None, "day": None, "killed": None, "injured": None, "speakers": [], "stance": "asserted",
}  # fmt: skip
"""What a claim says where its line leaves a field out."""


def load_coded(articles: Path, parser: Parser) -> list[CodedReport]:
    """All of them, laid on what the program reads. `articles` is FA-KES, ``fakes/articles.jsonl.gz``."""
    sets = (list(_public(FOLDER / "fakes.jsonl", articles)), rows_of(FOLDER / "own.jsonl"))
    return [report for rows in sets for report in lay(rows, _claims_of(rows), parser)]


def load_second(docs: Path, articles: Path, parser: Parser) -> list[CodedReport]:
    """The second coding of the gold's reports, `docs`, and of the other reports of FA-KES, `articles`."""
    texts = {row["doc"]: row for row in (*_public(FOLDER / "fakes.jsonl", articles), *rows_of(docs))}
    rows = [{**texts[row["doc"]], "claims": row["claims"]} for row in rows_of(FOLDER / "second.jsonl")]
    return lay(rows, _claims_of(rows), parser)


def _claims_of(rows: list[Row]) -> list[Row]:
    return [{**USUAL, **claim, "doc": row["doc"]} for row in rows for claim in row["claims"]]


def _public(coded: Path, articles: Path) -> Iterator[Row]:
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        texts = {f"fakes-{row['doc_id']}": row for row in map(json.loads, lines)}
    for row in rows_of(coded):
        article = texts[row["doc"]]
        words = " ".join(article["text"].split())
        yield {
            **row,
            "outlet": article["source"],
            "title": article["title"],
            "published": datetime.strptime(article["date"], "%m/%d/%Y").date().isoformat(),
            "sentences": [words[start:end] for start, end in row["sentences"]],
        }
