from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from trucewatch.packs import Conflict, conflict_names
from trucewatch.packs.compiled import compiled_path, load_compiled, store_compiled
from trucewatch.packs.conflict import conflict_folder, read_tables
from trucewatch.packs.new_pack import new_extension

TEXT = (
    "Jabhat Fateh al-Sham and the Syrian army fought near Idlib city; US-backed Kurdish fighters left Manbij, the SDF "
    "said. Houthi shelling hit Marib. Russian and Ukrainian forces fought for Bakhmut; the RSF took Nyala, SANA said."
)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRUCEWATCH_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def read(folder: Path) -> Conflict:
    return read_tables(folder).conflict(folder)


@pytest.mark.parametrize("name", conflict_names())
def test_what_is_compiled_reads_the_same(name: str) -> None:
    folder = conflict_folder(name).resolve()
    first = read(folder)
    assert load_compiled(folder) is None
    assert store_compiled(first)
    second = load_compiled(folder)
    assert second is not None
    assert (second.name, second.title, second.country, second.folder) == (
        first.name, first.title, first.country, first.folder,
    )  # fmt: skip
    assert list(second.parties) == list(first.parties)
    assert list(second.gazetteer) == list(first.gazetteer)
    assert list(second.outlets) == list(first.outlets)
    for day, outlet in ((None, None), (date(2016, 9, 1), "SANA"), (date(2016, 1, 1), "Press TV")):
        assert second.parties.find(TEXT, day=day, outlet=outlet) == first.parties.find(TEXT, day=day, outlet=outlet)
    assert second.parties.find_holders("rebel-held Idlib") == first.parties.find_holders("rebel-held Idlib")
    assert second.gazetteer.find(TEXT) == first.gazetteer.find(TEXT)
    assert second.gazetteer.lookup("Dayr az Zawr") == first.gazetteer.lookup("Dayr az Zawr")
    assert second.parties.forces_of("ru.gov") == first.parties.forces_of("ru.gov")


def test_a_changed_table_makes_the_old_form_void(tmp_path: Path) -> None:
    new_extension(tmp_path / "mine", "yemen")
    assert store_compiled(read(tmp_path / "mine"))
    assert load_compiled(tmp_path / "mine") is not None
    (tmp_path / "mine" / "aliases.csv").write_text(
        "alias,party,kind\nThe Grey Ones,ye.houthis,name\n", encoding="utf-8"
    )
    assert load_compiled(tmp_path / "mine") is None


def test_a_spoilt_file_is_no_compiled_form() -> None:
    folder = conflict_folder("yemen").resolve()
    store_compiled(read(folder))
    path = compiled_path(folder)
    assert path is not None
    for spoilt in (b"", b"nonsense", path.read_bytes()[:1000]):
        path.write_bytes(spoilt)
        assert load_compiled(folder) is None


def test_nothing_is_compiled_where_that_is_not_wanted(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUCEWATCH_CACHE", "")
    folder = conflict_folder("yemen").resolve()
    assert not store_compiled(read(folder))
    assert load_compiled(folder) is None
    assert not cache.exists()


def test_a_cache_that_cannot_be_written_stops_nothing(cache: Path) -> None:
    cache.write_text("a file where the folder should be", encoding="utf-8")
    assert not store_compiled(read(conflict_folder("yemen").resolve()))
