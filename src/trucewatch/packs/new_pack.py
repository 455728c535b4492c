"""The files of a pack that somebody begins: few lines that pass the check, with what each is for."""

from __future__ import annotations

import json
from pathlib import Path

from trucewatch.packs.complaints import refuse

_CONFLICT = """\
name: {name}
title: {title}
country: {country}
world_places: true    # countries, capitals and large cities of the world are places too, under this pack's own

# Words that, before a noun, say whose it is: "rebel shelling", "government troops". `alone` is the party where the
# noun is no known one; `gov`, `forces` and `police` where it is one of theirs ("ministry", "warplanes", "police").
sides:
  - words: [government]
    gov: {country}.gov
    forces: {country}.forces
    police: {country}.police
    alone: {country}.gov
  - words: [rebel, insurgent]
    forces: {country}.rebels
    alone: {country}.rebels

# Words that look like a party or a place of the tables and are none.
no_party: []
no_place: []
"""

_EXTENSION = """\
extends: {extends}

# Only what this folder adds. Any of parties.csv, aliases.csv, places.csv, outlets.csv and sentences.yaml may stand
# beside this file, with the columns that those of {extends} have; an id that {extends} has too is replaced.
"""

_TABLES = {
    "parties.csv": """\
id,name,kind,side,from,to,member_of,allies
{country}.gov,Government of {country_name},state,government,,,,
{country}.forces,Forces of {country_name},armed force,government,,,,
{country}.police,Police of {country_name},state,government,,,,
{country}.rebels,Rebel groups,armed force,rebels,,,,
""",
    "aliases.csv": """\
alias,party,kind,from,to,outlets
government,{country}.gov,common,,,
army,{country}.forces,common,,,
rebels,{country}.rebels,common,,,
rebel fighters,{country}.rebels,common,,,
""",
    "places.csv": """\
id,name,kind,admin1,within,country,lat,lon,precision_km,also_called,pcode
""",
    "outlets.csv": """\
id,name,patterns,leaning,party
""",
    "sentences.yaml": """\
# Sentences of your own, with all parties and places that the pack is to find in each, word for word. `trucewatch pack
# check` runs them. `day` and `outlet` are those of the report, where a name hangs on them.
sentences:
  - says: The army shelled the rebels, the government said.
    parties: {{army: {country}.forces, rebels: {country}.rebels, government: {country}.gov}}
    places: {{}}
""",
}


def new_pack(folder: Path, *, title: str, country: str) -> tuple[Path, ...]:
    """Write the files of a pack for a conflict in a country (an ISO code).

    `PackError` where the folder is not empty or the code is of no country; nothing is written then.
    """
    from trucewatch.packs.conflict import load_world

    code = country.lower()
    government = next((party for party in load_world().parties if party.id == f"{code}.gov"), None)
    if government is None:
        raise refuse(folder, f"{country!r} is the code of no country; write it as ISO 3166 does, such as ua")
    name = government.name.removeprefix("Government of ")
    _refuse_taken(folder)
    texts = {"conflict.yaml": _CONFLICT, **_TABLES}
    quoted = {"name": json.dumps(folder.name), "title": json.dumps(title, ensure_ascii=False)}
    values = {**quoted, "country": code, "country_name": name}
    return _write(folder, {file: text.format(**values) for file, text in texts.items()})


def new_extension(folder: Path, extends: str) -> tuple[Path, ...]:
    """Write a pack that adds to another; `PackError` where the folder is not empty or there is no such pack."""
    from trucewatch.packs.conflict import conflict_folder

    conflict_folder(extends)
    _refuse_taken(folder)
    return _write(folder, {"conflict.yaml": _EXTENSION.format(extends=extends)})


def _refuse_taken(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise refuse(folder, "is there already and not empty")


def _write(folder: Path, texts: dict[str, str]) -> tuple[Path, ...]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return tuple(folder / name for name in texts)
