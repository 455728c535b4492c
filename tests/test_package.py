"""What `import trucewatch` offers."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Any

import pytest

import trucewatch

HEAVY = ("numpy", "onnxruntime", "tokenizers", "trafilatura", "yaml", "rich", "typer", "starlette", "sqlite3")


def test_importing_the_package_loads_nothing_heavy() -> None:
    program = f"import sys, trucewatch; print(sorted(set(sys.modules) & set({HEAVY!r})))"
    result = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert result.stdout.strip() == "[]"


def test_code_hands_on_all_that_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr("trucewatch.coding.code_text", lambda text, **about: told.append((text, about)) or ())
    about = {"published": date(2016, 5, 20), "conflict": "yemen", "outlet": "Wire", "title": "Shells"}
    assert trucewatch.code("Shells fell.", **about) == ()
    assert told == [("Shells fell.", about)]


def test_the_rest_may_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[dict[str, Any]] = []
    monkeypatch.setattr("trucewatch.coding.code_text", lambda _, **about: told.append(about) or ())
    trucewatch.code("Shells fell.")
    assert told == [{"published": None, "conflict": "syria", "outlet": None, "title": None}]


def test_from_text_to_claims() -> None:
    text = "Government warplanes bombed a market in Idlib on Monday, activists said. At least eight people were killed."
    claims = trucewatch.code(text, published=date(2016, 5, 31), conflict="syria")
    assert "attack.air" in [claim.act.value for claim in claims]
    for claim in claims:
        assert claim.trigger.of(text).strip()
