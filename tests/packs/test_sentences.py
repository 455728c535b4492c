from __future__ import annotations

from pathlib import Path

from trucewatch.packs import load_conflict
from trucewatch.packs.complaints import Complaints
from trucewatch.packs.sentences import found_in, read_sentences, wrong_in

SENTENCES = """\
sentences:
  - says: Jabhat Fateh al-Sham left Idlib city, SANA said.
    day: 2016-09-01
    outlet: SANA
    parties: {Jabhat Fateh al-Sham: sy.nusra, SANA: media}
    places: {Idlib city: sy.idlib.idlib-city}
"""


def test_a_sentence_is_read_with_its_day_and_outlet(tmp_path: Path) -> None:
    (tmp_path / "sentences.yaml").write_text(SENTENCES, encoding="utf-8")
    complaints = Complaints()
    (sentence,) = read_sentences(tmp_path, complaints)
    assert complaints.found == ()
    assert found_in(load_conflict("syria"), sentence) == (sentence.parties, sentence.places)
    assert wrong_in(load_conflict("syria"), [sentence]) == []


def test_a_finding_that_the_writer_left_out_is_said(tmp_path: Path) -> None:
    (tmp_path / "sentences.yaml").write_text(SENTENCES.replace(", SANA: media", ""), encoding="utf-8")
    (complaint,) = wrong_in(load_conflict("syria"), read_sentences(tmp_path, Complaints()))
    assert complaint.message == "'SANA' is found as media, of which the sentence says nothing"


def test_a_pack_without_sentences_has_none(tmp_path: Path) -> None:
    assert read_sentences(tmp_path, Complaints()) == []
