from __future__ import annotations

import pytest

from trucewatch.packs import load_conflict

OUTLETS = load_conflict("syria").outlets


@pytest.mark.parametrize(
    ("written", "outlet", "leaning"),
    [
        ("manar", "manar", "ally"),
        ("https://english.almanar.com.lb/12", "manar", "ally"),
        ("SANA", "sana", "state"),
        ("Sputnik News", "sputnik", "russian"),
        ("etilaf", "etilaf", "opposition"),
        ("www.reuters.com", "reuters", "independent"),
        ("The Syrian Observatory for Human Rights", "sohr-site", "independent"),
    ],
)
def test_outlets_are_known_by_name_and_address(written: str, outlet: str, leaning: str) -> None:
    named = OUTLETS.named(written)
    assert named is not None
    assert (named.id, OUTLETS.leaning(written)) == (outlet, leaning)


@pytest.mark.parametrize("written", [None, "", "Village Gazette", "banana"])
def test_an_unknown_outlet_has_no_leaning(written: str | None) -> None:
    assert OUTLETS.named(written) is None
    assert OUTLETS.leaning(written) is None


def test_an_unknown_outlet_is_shown_as_written() -> None:
    assert OUTLETS.name("Village Gazette") == "Village Gazette"
    assert OUTLETS.name("tass") == "TASS"
