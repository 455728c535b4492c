"""The worked sentences of a pack (`sentences.yaml`): what its parties and places are to be found as, run as tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from trucewatch.packs.complaints import Complaint, Complaints
from trucewatch.packs.conflict import Conflict
from trucewatch.packs.digest import SENTENCES
from trucewatch.packs.strict import Node, read_yaml

Findings = dict[str, tuple[str, ...]]
"""A phrase as it stands in the sentence, and the ids that it is found as."""


@dataclass(frozen=True, slots=True)
class WorkedSentence:
    """A sentence, the day and outlet that it is read with, and all parties and places that it is to name."""

    says: str
    day: date | None
    outlet: str | None
    parties: Findings
    places: Findings
    node: Node


def read_sentences(folder: Path, complaints: Complaints) -> list[WorkedSentence]:
    """The pack's sentences, none where it has no such file."""
    path = folder / SENTENCES
    if not path.is_file():
        return []
    top = read_yaml(path, complaints).mapping(required=("sentences",))
    return [_sentence(item) for item in top["sentences"].items()]


def _sentence(node: Node) -> WorkedSentence:
    keys = node.mapping(required=("says", "parties", "places"), optional=("day", "outlet"))
    return WorkedSentence(
        says=keys["says"].text(),
        day=keys["day"].day() if "day" in keys else None,
        outlet=keys["outlet"].text() if "outlet" in keys else None,
        parties=_findings(keys["parties"]),
        places=_findings(keys["places"]),
        node=node,
    )


def _findings(node: Node) -> Findings:
    """A mapping of phrases to an id, or to several told apart by semicolons."""
    return {phrase: tuple(part.strip() for part in ids.text().split(";")) for phrase, ids in node.pairs().items()}


def wrong_in(conflict: Conflict, sentences: Iterable[WorkedSentence]) -> list[Complaint]:
    """Where a sentence is not read as its writer says; one complaint for each phrase."""
    return [complaint for sentence in sentences for complaint in _wrong(conflict, sentence)]


def _wrong(conflict: Conflict, sentence: WorkedSentence) -> Iterator[Complaint]:
    parties, places = found_in(conflict, sentence)
    for key, wanted, found in (("parties", sentence.parties, parties), ("places", sentence.places, places)):
        for phrase in dict.fromkeys((*wanted, *found)):
            message = _difference(phrase, wanted, found)
            if message:
                node = sentence.node
                yield Complaint(str(node.file), node.line, f"{node.key}.{key}", message)


def found_in(conflict: Conflict, sentence: WorkedSentence) -> tuple[Findings, Findings]:
    """The parties and places that the pack finds in a sentence, by the words of each mention."""
    text = sentence.says
    parties: Findings = {}
    for mention in conflict.parties.find(text, day=sentence.day, outlet=sentence.outlet):
        parties[text[mention.start : mention.end]] = mention.ids
    return parties, {mention.text: mention.entry_ids for mention in conflict.gazetteer.find(text)}


def _difference(phrase: str, wanted: Mapping[str, tuple[str, ...]], found: Mapping[str, tuple[str, ...]]) -> str:
    if phrase not in found:
        return f"{phrase!r} is not found; it is to be {';'.join(wanted[phrase])}"
    if phrase not in wanted:
        return f"{phrase!r} is found as {';'.join(found[phrase])}, of which the sentence says nothing"
    if set(found[phrase]) != set(wanted[phrase]):
        return f"{phrase!r} is found as {';'.join(found[phrase])}, not as {';'.join(wanted[phrase])}"
    return ""
