from __future__ import annotations

from dataclasses import replace

from tests.incidents.builders import claim, telling, world
from trucewatch.incidents.origins import independent_sources, origins_of, relayed
from trucewatch.model import Found, Span

OUTLETS = world().outlets


def marks(opening: str = "", ending: str = "", copies: int | None = None, outlet: str = "Paper") -> frozenset[str]:
    return origins_of(opening, ending, copies, outlet, OUTLETS)


def test_an_agency_credited_anywhere_is_a_mark() -> None:
    assert "outlet:afp" in marks("BEIRUT (AFP) - Shells fell.")
    assert "outlet:reuters" in marks(ending="the WHO said in the statement. - REUTERS")
    assert "outlet:afp" in marks("Raids kill ten Monitor AFP Friday 20 May 2016 Raids killed ten.")
    assert marks("Shells fell (in the evening) near the post.") == {"outlet:Paper"}
    assert marks(outlet="AFP") == {"outlet:afp"}


def test_a_byline_is_kept_as_a_digest_and_copies_as_a_number() -> None:
    found = marks("Shells fall\nBy Some Writer\nShells fell.", copies=7)
    assert "copies:7" in found
    (byline,) = (mark for mark in found if mark.startswith("byline:"))
    assert "Writer" not in byline


def test_words_that_pass_on_an_agency_name_it() -> None:
    one = claim(speakers=("media", "sohr"))
    told = replace(one, speakers=Found(("media", "sohr"), "test", (Span(0, 7), Span(8, 20))))
    assert relayed(told, "Reuters quoted the Observatory.", OUTLETS) == {"outlet:reuters"}
    assert relayed(claim(speakers=("sohr",)), "Reuters said.", OUTLETS) == frozenset()


def test_a_named_speaker_is_one_source_wherever_it_is_quoted() -> None:
    told = [telling(claim(document=name, speakers=("sohr",))) for name in "abc"]
    (origin,) = independent_sources(told)
    assert (origin.source, origin.outlets) == ("sohr", ("a", "b", "c"))


def test_outlets_are_as_many_sources_as_they_have_texts_of_their_own() -> None:
    own = [telling(claim(document=name)) for name in "abc"]
    assert len(independent_sources(own)) == 3
    agency = [replace(one, origins=frozenset({f"outlet:{one.outlet}", "outlet:afp"})) for one in own[:2]]
    assert [origin.outlets for origin in independent_sources([*agency, own[2]])] == [("a", "b"), ("c",)]


def test_an_unusual_sentence_word_for_word_is_one_origin() -> None:
    words = "Three shells fell behind the old mill of the town as people queued for bread"
    told = [telling(claim(document=name), text=words) for name in "ab"]
    assert len(independent_sources(told)) == 1
    assert len(independent_sources([replace(one, text="Shells fell.") for one in told])) == 2


def test_nameless_speakers_of_two_texts_are_two_sources() -> None:
    told = [telling(claim(document=name, speakers=("activists",))) for name in "ab"]
    assert len(independent_sources(told)) == 2
    copies = [replace(one, origins=frozenset({"copies:1"})) for one in told]
    assert len(independent_sources(copies)) == 1
