from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.packs import PackError
from trucewatch.packs.exception_words import claims_exception, load_exception_words
from trucewatch.packs.truce_reader import EXCEPTION_KINDS

SAYS = [(kind, sentence) for kind, words in load_exception_words().items() for sentence in words.says]
DOES_NOT = [(kind, sentence) for kind, words in load_exception_words().items() for sentence in words.does_not_say]


@pytest.mark.parametrize(("kind", "sentence"), SAYS)
def test_sentences_that_claim_it(kind: str, sentence: str) -> None:
    assert claims_exception(sentence, kind)


@pytest.mark.parametrize(("kind", "sentence"), DOES_NOT)
def test_sentences_that_do_not(kind: str, sentence: str) -> None:
    assert not claims_exception(sentence, kind)


def test_every_kind_that_is_claimed_in_words_has_some() -> None:
    assert set(load_exception_words()) == set(EXCEPTION_KINDS) - {"against_excluded"}
    assert not claims_exception("The target was an excluded group.", "against_excluded")


def test_line_breaks_and_capitals_do_not_hide_a_phrase() -> None:
    assert claims_exception("It acted in\nSelf-Defence.", "self_defence")
    assert not claims_exception("It acted in myself-defences.", "self_defence")


def test_what_is_wrong_is_named(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "exceptions.yaml").write_text("repair: {words: [repair], says: []}\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"exceptions\.yaml:1: repair\.does_not_say: is missing"):
        load_exception_words("en", tmp_path)
