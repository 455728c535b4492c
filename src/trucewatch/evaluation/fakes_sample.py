"""A hand-checked sample of incidents in the FA-KES reports, and how well grouping finds them.

The sample is our own reading of the reports (FA-KES: Abu Salem et al., CC BY 4.0); it holds ids, no text. One row is
one report that tells of one incident: the line of `articles.jsonl.gz`, its id there, and, where the report's first
words tell of several, words that mark the telling meant. Incidents of a single report stand among them because they
are like others in place and day, and are to stay apart.

Figures are told for the whole sample and for each half of its incidents, because weights may be fitted on the other
half alone (`training/incidents`). A pair of two incidents counts in each half that one of the two belongs to.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import tempfile
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from zlib import crc32

from trucewatch.documents.digests import chains_of
from trucewatch.grouping import LedgerStore
from trucewatch.incidents import Telling
from trucewatch.intake import IntakeOptions
from trucewatch.model import Document
from trucewatch.pipeline import load_packs, read_into
from trucewatch.workspace import Workspace, create_workspace, load_workspace

OPENING = 520
"""Characters of a report in which the telling meant is looked for: headline and lead, with the site's stamps."""
ACTS = ("attack.", "kill", "destroy", "territory.", "displace", "truce.breach")


@dataclass(frozen=True, slots=True)
class Mention:
    """A report that tells of an incident of the sample."""

    incident: str
    line: int
    report: str
    words: tuple[str, ...]
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairScore:
    """Pairs of mentions: those of one incident that were put together, all put together, all of one incident."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def sample() -> tuple[Mention, ...]:
    """The rows of the sample."""
    text = files("trucewatch.evaluation").joinpath("data/fakes_incidents.csv").read_text(encoding="utf-8")
    return tuple(
        Mention(row["incident"], int(row["line"]), row["report"], _several(row["words"]), _several(row["acts"]))
        for row in csv.DictReader(text.splitlines())
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(";")))


def half_of(incident: str) -> int:
    """The half of the sample, 0 or 1, that an incident belongs to; by a hash of its name."""
    return crc32(incident.encode()) % 2


def documents_by_line(articles: Path, documents: Iterable[Document]) -> dict[int, Document]:
    """The stored report of each line; lines of one text share the report that was read first."""
    stored = {int(document.origin.rpartition(":")[2]): document for document in documents}
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    first: dict[tuple[str, str], int] = {}
    found = {}
    for line, record in enumerate(records, start=1):
        at = first.setdefault((record["source"], record["text"]), line)
        if at in stored:
            found[line] = stored[at]
    return found


def meant(mention: Mention, tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings of a report that the mention means; none where the coder read none there."""
    fitting = [
        telling
        for telling in tellings
        if telling.claim.sentence.start < OPENING and telling.claim.act.value.startswith(mention.acts or ACTS)
    ]
    if not mention.words:
        return fitting
    return [telling for telling in fitting if any(word in telling.text for word in mention.words)]


def mention_claims(
    mentions: Sequence[Mention], by_line: Mapping[int, Document], tellings: Iterable[Telling]
) -> list[frozenset[str]]:
    """The claims of each mention."""
    told: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        told[telling.document_id].append(telling)
    return [frozenset(one.claim.id for one in meant(mention, told[by_line[mention.line].id])) for mention in mentions]


def pair_score(
    mentions: Sequence[Mention],
    together: Callable[[int, int], bool],
    by_line: Mapping[int, Document],
    halves: Collection[int] = (0, 1),
) -> PairScore:
    """Over all pairs of mentions of different texts; `together` tells whether two of them were put together."""
    right = found = wanted = 0
    for first, second in combinations(range(len(mentions)), 2):
        if by_line[mentions[first].line].id == by_line[mentions[second].line].id:
            continue
        if not {half_of(mentions[first].incident), half_of(mentions[second].incident)} & set(halves):
            continue
        same = mentions[first].incident == mentions[second].incident
        joined = together(first, second)
        right, found, wanted = right + (same and joined), found + joined, wanted + same
    return PairScore(right, found, wanted)


def grouped_together(claims: Sequence[frozenset[str]], incident_of: Mapping[str, str]) -> Callable[[int, int], bool]:
    """Whether claims of both mentions stand in one incident."""
    homes = [frozenset(incident_of[id] for id in own if id in incident_of) for own in claims]
    return lambda first, second: bool(homes[first] & homes[second])


def _plain_key(telling: Telling) -> str:
    claim = telling.claim
    place, day = claim.place.value, claim.day.value
    if place is None or day is None:
        return claim.id
    return f"{claim.act.value} {place.place_id or place.name} {day.start} {day.end}"


def macro_recall(
    mentions: Sequence[Mention], together: Callable[[int, int], bool], by_line: Mapping[int, Document]
) -> float:
    """The mean over incidents of several texts of the share of their pairs put together: no incident counts most."""
    rows: dict[str, list[int]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        rows[mention.incident].append(at)
    shares = []
    for members in rows.values():
        pairs = [
            together(first, second)
            for first, second in combinations(members, 2)
            if by_line[mentions[first].line].id != by_line[mentions[second].line].id
        ]
        shares.extend([sum(pairs) / len(pairs)] if pairs else [])
    return sum(shares) / len(shares)


@contextmanager
def reading(articles: Path, folder: Path | None) -> Iterator[Workspace]:
    """A workspace that has read the articles and grouped what they tell by the program as it is now.

    Without a folder everything is read afresh into a temporary one. A folder that does not exist yet is made a
    workspace and kept; what one has read already is not read again.
    """
    with tempfile.TemporaryDirectory() as temporary:
        at = folder or Path(temporary) / "fakes"
        workspace = load_workspace(at) if at.exists() else create_workspace(at, "syria", ())
        packs = load_packs(workspace.conflict, workspace.truces)
        with workspace.open_ledger() as ledger:
            read_into(ledger, [articles], IntakeOptions(now=datetime.now(UTC)), packs)
        yield workspace


def arguments(description: str | None) -> argparse.ArgumentParser:
    """What both commands on the sample take."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="articles.jsonl.gz of FA-KES")
    parser.add_argument("--workspace", type=Path, help="read into this folder, or take what it has read; else afresh")
    return parser


def main() -> None:
    """`python -m trucewatch.evaluation.fakes_sample ARTICLES [--workspace FOLDER]`."""
    options = arguments(main.__doc__).parse_args()
    with reading(options.articles, options.workspace) as workspace:
        print(*measured(workspace, options.articles), sep="\n")


def measured(workspace: Workspace, articles: Path) -> Iterator[str]:
    """The figures of a workspace that has read the articles."""
    with workspace.open_ledger(read_only=True) as ledger:
        ids = [claim.id for reading in ledger.readings() for claim in reading.claims]
        tellings = list(LedgerStore(ledger, workspace.load_conflict()).tellings(ids).values())
        by_line = documents_by_line(articles, ledger.documents())
        mentions = [mention for mention in sample() if mention.line in by_line]
        claims = mention_claims(mentions, by_line, tellings)
        homes = {id: entry.incident.id for entry in ledger.incidents() for id in entry.incident.claim_ids}
        plain = {telling.claim.id: _plain_key(telling) for telling in tellings}
        copies = ledger.copy_groups(list({document.id for document in by_line.values()}))
    yield f"{len(mentions)} tellings of {len({mention.incident for mention in mentions})} incidents"
    for name, incident_of in (("grouped", homes), ("same act, place and day", plain)):
        together = grouped_together(claims, incident_of)
        by_incident = macro_recall(mentions, together, by_line)
        yield f"{_told(name, pair_score(mentions, together, by_line))}  by incident {by_incident:.3f}"
        for half in (0, 1):
            yield _told(f"  half {half}", pair_score(mentions, together, by_line, [half]))
    yield from copies_told(by_line, copies)


def _told(name: str, score: PairScore) -> str:
    return (
        f"{name:26} precision {score.precision:.3f} ({score.right} of {score.found})  "
        f"recall {score.recall:.3f} (of {score.wanted})"
    )


def copies_told(by_line: Mapping[int, Document], copies: Mapping[str, int]) -> Iterator[str]:
    """How many of the reports repeat another: those of the same words, and all that are found to be copies."""
    first: dict[tuple[str, ...], str] = {}
    same = [
        (first.setdefault(chains_of(document.text).words, document.id), document.id)
        for _, document in sorted(by_line.items())
    ]
    repeated = len(same) - len(first)
    missed = sum(copies[one] != copies[other] for one, other in same)
    yield f"{repeated} reports have the words of an earlier one; {repeated - missed} of them are found to be copies"
    texts = len({document.id for document in by_line.values()})
    yield (
        f"{len(by_line)} reports: {len(by_line) - texts} are known texts of the same outlet, "
        f"{texts - len(set(copies.values()))} more are copies of another text; {len(set(copies.values()))} texts remain"
    )


if __name__ == "__main__":
    main()
