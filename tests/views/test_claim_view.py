from __future__ import annotations

from tests.views import builders
from trucewatch.ledger import Ledger
from trucewatch.packs import Conflict
from trucewatch.views.claim_view import explain_claim


def test_a_claim_stands_in_its_passage(ledger: Ledger, conflict: Conflict) -> None:
    claim = explain_claim(ledger, conflict, builders.FLIGHT.id)
    sentence = "".join(segment.text for segment in claim.sentence)
    assert sentence == "Residents fled towards Atma camp, the monitor added."
    assert claim.before + sentence + claim.after in builders.WIRE.text
    assert claim.before == "Dozens were wounded. "
    assert claim.report.published_text == "21 May 2016"
    assert claim.program == "trucewatch 0.1.0, packs packs-1, parser parser-1"
