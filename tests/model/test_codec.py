"""Nouns to JSON and back."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.model import (
    Assessment,
    Claim,
    Count,
    Day,
    Decision,
    Document,
    Found,
    Incident,
    Place,
    RawReport,
    Run,
    Span,
    Stance,
    Truce,
    Unread,
)
from trucewatch.model.codec import from_json, to_json

STORED = (Assessment, Claim, Decision, Document, Incident, Run, Truce, Unread)
"""The nouns that are kept or handed out as JSON."""

st.register_type_strategy(
    Span, st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(min(ends), max(ends)))
)
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


def found(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Found[Any]]:
    return st.builds(Found, values, st.text(max_size=5), st.lists(st.from_type(Span), max_size=2).map(tuple))


PARTIES = found(st.lists(st.text(max_size=5), max_size=2).map(tuple))
COUNT = found(st.none() | st.from_type(Count))
st.register_type_strategy(
    Claim,
    st.builds(
        Claim,
        act=found(st.text(max_size=5)),
        actor=PARTIES,
        target=PARTIES,
        place=found(st.none() | st.from_type(Place)),
        day=found(st.none() | st.from_type(Day)),
        killed=COUNT,
        injured=COUNT,
        speakers=PARTIES,
        stance=found(st.sampled_from(Stance)),
    ),
)


@pytest.mark.parametrize("kind", STORED)
@settings(max_examples=30)
@given(data=st.data())
def test_every_noun_comes_back_as_it_was(kind: type, data: st.DataObject) -> None:
    noun = data.draw(st.from_type(kind))
    assert from_json(kind, json.loads(json.dumps(to_json(noun)))) == noun


def a_claim(**changes: Any) -> dict[str, Any]:
    nothing = {"value": None, "rule": "none", "spans": []}
    fields = dict.fromkeys(("place", "day", "killed", "injured"), nothing)
    parties = {key: {"value": ["is"], "rule": "r", "spans": []} for key in ("actor", "target", "speakers")}
    span = {"start": 0, "end": 6}
    act = {"value": "kill", "rule": "r", "spans": [span]}
    stance = {"value": "denied", "rule": "r", "spans": []}
    ids = {"id": "claim-1", "digest": "reading-1", "document_id": "doc-1"}
    return {**ids, **fields, **parties, "sentence": span, "trigger": span, "act": act, "stance": stance, **changes}


def test_the_types_are_those_of_the_noun() -> None:
    day = {"start": "2016-05-20", "end": "2016-05-21", "precision": "week"}
    claim = from_json(Claim, a_claim(day={"value": day, "rule": "r", "spans": [{"start": 1, "end": 2}]}))
    assert claim.day == Found(Day(date(2016, 5, 20), date(2016, 5, 21), "week"), "r", (Span(1, 2),))
    assert claim.stance.value is Stance.DENIED
    assert claim.killed.value is None
    assert claim.actor.value == ("is",)


def test_keys_with_a_default_may_be_left_out() -> None:
    assert from_json(Place, {"name": "Darayya"}) == Place("Darayya")
    assert from_json(Count, {"min": 2, "max": None}) == Count(2, None)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"colour": "red"}, "Claim has no field 'colour'"),
        ({"trigger": {"start": 0}}, "Span"),
        ({"trigger": {"start": 3, "end": 1}}, "a span runs forward"),
        ({"trigger": [0, 6]}, "Span wants an object, not list"),
        ({"act": None}, "Found wants an object, not NoneType"),
        ({"act": {"value": 7, "rule": "r", "spans": []}}, "str is wanted, not int"),
        ({"actor": {"value": "is", "rule": "r", "spans": []}}, "a list is wanted, not str"),
        ({"stance": {"value": "shrugged", "rule": "r", "spans": []}}, "'shrugged' is not a valid Stance"),
        ({"day": {"value": {"start": "Friday", "end": "", "precision": ""}, "rule": "r", "spans": []}}, "Friday"),
    ],
)
def test_what_does_not_fit_is_told(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        from_json(Claim, a_claim(**changes))


def test_a_missing_key_is_told() -> None:
    data = a_claim()
    del data["stance"]
    with pytest.raises(ValueError, match="stance"):
        from_json(Claim, data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("kind", [*STORED, Day])
@settings(max_examples=30)
@given(data=st.data())
def test_nothing_but_value_errors_comes_of_json_that_is_no_noun(kind: type, data: st.DataObject) -> None:
    hints = kind.__dataclass_fields__
    junk = data.draw(JSON | st.fixed_dictionaries(dict.fromkeys(hints, JSON)))
    try:
        noun = from_json(kind, junk)
    except ValueError:
        return
    assert isinstance(noun, kind)


def test_bytes_are_not_for_json() -> None:
    """Raw reports hold bytes and are never stored so."""
    raw = RawReport(b"x", "text", "a.txt", datetime(2016, 5, 20, tzinfo=UTC))
    with pytest.raises(TypeError):
        json.dumps(to_json(raw))
