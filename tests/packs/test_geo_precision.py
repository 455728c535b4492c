from __future__ import annotations

import pytest

from trucewatch.packs import load_conflict
from trucewatch.packs.geo_precision import acled_precision, ucdp_precision
from trucewatch.packs.relative_places import find_relative

SYRIA = load_conflict("syria").gazetteer


@pytest.mark.parametrize(
    ("text", "acled", "ucdp"),
    [
        ("in Ariha", 1, 1),
        ("near Ariha", 2, 2),
        ("5 km north of Ariha", 2, 2),
        ("between Ariha and Saraqib", 2, 5),
        ("in Idlib province", 3, 4),
        ("on the M5", 2, 5),
        ("at Bab al-Hawa", 1, 1),
        ("in northern Syria", 3, 5),
        ("in eastern Ghouta", 2, 5),
        ("across Syria", 3, 6),
    ],
)
def test_both_scales(text: str, acled: int, ucdp: int) -> None:
    mentions = SYRIA.find(text)
    entry = SYRIA.entry(mentions[0].entry_ids[0])
    relative = next(iter(find_relative(text, mentions)), None)
    assert (acled_precision(entry, relative), ucdp_precision(entry, relative)) == (acled, ucdp)
