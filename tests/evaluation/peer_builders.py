"""Reports for tests of the peers' codes: parsed and searched by the packs, their claims made by hand."""

from __future__ import annotations

from tests.claims.builders import raw
from tests.views.builders import a_claim
from tests.views.builders import read as told
from trucewatch.claims.reading import Reading, read
from trucewatch.coding import parse_request
from trucewatch.documents import read_document
from trucewatch.evaluation.peer_codes import peers_conflict
from trucewatch.language import load_parser
from trucewatch.model import Claim, Found, Stance


def reading_of(text: str) -> Reading:
    """A report as the coder sees it under the peers' tables."""
    document = read_document(raw(text))
    return read(document, load_parser().parse_many([parse_request(document)])[0], peers_conflict())


def claim_in(
    reading: Reading,
    act: str,
    trigger: str,
    actor: str | None = None,
    target: str | None = None,
    speaker: str | None = None,
    stance: tuple[Stance, str] | None = None,
) -> Claim:
    """A claim of the report whose sides, speaker and stance were read from the first such words of it."""
    document = reading.document
    fields: dict[str, Found[object]] = {
        name: told(document, ("read",), words)
        for name, words in (("actor", actor), ("target", target), ("speakers", speaker))
        if words
    }
    if stance:
        fields["stance"] = told(document, stance[0], stance[1], "stance.cues")
    return a_claim(document, act, trigger, **fields)
