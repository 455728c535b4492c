from __future__ import annotations

from pathlib import Path

from trucewatch.packs.complaints import Complaints
from trucewatch.packs.conflict import PACKS
from trucewatch.packs.lexicon import Alias
from trucewatch.packs.parties import Party
from trucewatch.packs.party_tables import read_states, with_parents


def test_a_states_ids_follow_from_its_code_unless_the_table_says_otherwise(tmp_path: Path) -> None:
    table = tmp_path / "states.csv"
    table.write_text(
        "iso,name,demonyms,capitals,other_names,forces\n"
        "xa,Exland,Exish,Exton,Old Ex,\n"
        "xb,the Wye,Wyan,,,xb.gov.forces\n",
        encoding="utf-8",
    )
    complaints = Complaints()
    first, second = read_states(table, complaints)
    complaints.raise_if_any()
    assert first.ids == {"gov": "xa.gov", "forces": "xa.forces", "police": "xa.police"}
    assert second.ids["forces"] == "xb.gov.forces"
    meant = {words: meaning for words, meaning in first.meanings() if isinstance(meaning, Alias)}
    assert {words: meaning.kind for words, meaning in meant.items()} == {
        "Exland": "state",
        "Old Ex": "state",
        "Exton": "capital",
    }
    assert "Wye" in dict(second.meanings())


def test_the_shipped_states_are_all_there_once() -> None:
    complaints = Complaints()
    states = read_states(PACKS / "world" / "states.csv", complaints)
    complaints.raise_if_any()
    codes = [state.ids["gov"].partition(".")[0] for state in states]
    assert len(codes) == len(set(codes)) >= 190


def test_a_later_layer_names_a_party_anew_and_parents_follow_the_ids() -> None:
    world = [Party("xa", "Old name", "state", None, None), Party("xa.b.c", "Deep", "other", None, None)]
    own = [Party("xa", "New name", "state", None, "north")]
    merged = {party.id: party for party in with_parents((world, own))}
    assert merged["xa"].name == "New name"
    assert merged["xa.b.c"].parent == "xa"
    assert merged["xa.b.c"].side == "north"
