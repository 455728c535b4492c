"""A claim's fields, each with its value, the rule that read it and the words it was read from."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.documents.sentence_ends import sentence_starts
from trucewatch.model import CLAIM_FIELDS, Claim, Document, Found, Span
from trucewatch.packs import Conflict
from trucewatch.views.labels import (
    UNTOLD_PARTIES,
    act_name,
    field_name,
    parties_text,
    place_text,
    speakers_text,
    stance_name,
)
from trucewatch.views.wording import count_text, day_name, each_once

LEARNED = "act.learned("
"""What the rule of an act begins with that no list of words gave."""
READ, ASSUMED, UNTOLD = "read", "assumed", "not told"


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a report and the characters of its text at which they stand.

    `sentence` is the one that they stand in where that is another than the claim's own, else "".
    """

    text: str
    start: int
    end: int
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stand in one sentence of a report: `sentence` is "" for the claim's own."""

    words: tuple[str, ...]
    sentence: str

    @property
    def text(self) -> str:
        """On one line: “army”, “said” in this sentence."""
        quoted = ", ".join(f"“{word}”" for word in self.words)
        return f"{quoted} in another sentence of the report, “{self.sentence}”" if self.sentence else f"{quoted} here"


@dataclass(frozen=True, slots=True)
class FieldReading:
    """`basis` is "read" (from `words`), "assumed" (a value that no words gave) or "not told" (no value)."""

    field: str
    name: str
    value: str
    rule: str
    words: tuple[Words, ...]
    basis: str

    @property
    def by_a_model(self) -> bool:
        """Whether a learned model chose the value from the words and from the report around them."""
        return self.rule.startswith(LEARNED)

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Its words sentence by sentence."""
        return stretches(self.words)


def stretches(words: tuple[Words, ...]) -> tuple[Stretch, ...]:
    """Words sentence by sentence, the claim's own first, each once."""
    sentences = sorted(each_once(one.sentence for one in words), key=bool)
    return tuple(Stretch(each_once(one.text for one in words if one.sentence == its), its) for its in sentences)


def words_at(document: Document, spans: tuple[Span, ...], own: Span) -> tuple[Words, ...]:
    """The words of spans; `own` is the sentence beside which they are shown."""
    return tuple(
        Words(
            span.of(document.text),
            span.start,
            span.end,
            "" if span.overlaps(own) else sentence_around(document, span, own),
        )
        for span in spans
    )


def sentence_around(document: Document, span: Span, other: Span) -> str:
    """The sentence of its passage in which a span stands, as far as full stops and the `other` sentence tell."""
    passage = next((one.span for one in document.passages if span in one.span), span)
    text = passage.of(document.text)
    starts = [0, *sentence_starts(text), len(text)]
    begin = max(at for at in starts if passage.start + at <= span.start)
    end = min(at for at in starts if passage.start + at >= span.end)
    if span.start >= other.end:
        begin = max(begin, other.end - passage.start)
    else:
        end = min(end, max(other.start - passage.start, span.end - passage.start))
    return " ".join(text[begin:end].split())


def field_reading(conflict: Conflict, claim: Claim, field: str, document: Document) -> FieldReading:
    """One field of a claim; `field` is one of `CLAIM_FIELDS`."""
    found: Found[object] = getattr(claim, field)
    return FieldReading(
        field=field,
        name=field_name(field),
        value=value_text(conflict, claim, field, document.outlet),
        rule=found.rule,
        words=words_at(document, found.spans, claim.sentence),
        basis=_basis(field, found),
    )


def field_readings(conflict: Conflict, claim: Claim, document: Document) -> tuple[FieldReading, ...]:
    """All fields of a claim in the order of the codebook."""
    return tuple(field_reading(conflict, claim, field, document) for field in CLAIM_FIELDS)


def value_text(conflict: Conflict, claim: Claim, field: str, outlet: str) -> str:
    """A field's value in words."""
    match field:
        case "act":
            return act_name(claim.act.value)
        case "actor" | "target":
            return parties_text(conflict, getattr(claim, field).value)
        case "place":
            return place_text(conflict, claim.place.value)
        case "day":
            return day_name(claim.day.value)
        case "killed" | "injured":
            return count_text(getattr(claim, field).value)
        case "speakers":
            return speakers_text(conflict, claim.speakers.value, outlet)
        case "stance":
            return stance_name(claim.stance.value)
    raise ValueError(f"a claim has no field {field!r}")


def _basis(field: str, found: Found[object]) -> str:
    if found.spans:
        return READ
    untold = found.value is None or (field in ("actor", "target") and found.value in UNTOLD_PARTIES)
    return UNTOLD if untold else ASSUMED
