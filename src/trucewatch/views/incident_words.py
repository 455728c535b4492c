"""An incident's fields in words, as its accounts give them."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.model import Incident
from trucewatch.packs import Conflict
from trucewatch.packs.public_places import public_places
from trucewatch.views.labels import (
    UNTOLD_PARTIES,
    field_matter,
    party_name,
    party_names,
    told_heading,
)
from trucewatch.views.wording import NOT_TOLD, day_name, each_once, listed

ACTS_WITH_VICTIMS = ("attack.", "kill")
ACCUSING_ACTS = ("attack.", "kill", "territory.take", "territory.besiege", "detain", "displace", "abuse", "destroy",
                 "aid.obstruct", "truce.breach", "threaten")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Who tells of an incident: a party, or an outlet that states it itself. `stances` are those of its claims."""

    name: str
    itself: bool
    outlets: tuple[str, ...]
    stances: tuple[str, ...]


def sources(conflict: Conflict, incident: Incident) -> tuple[Source, ...]:
    """The sources of the incident's accounts, in their order."""
    return tuple(
        Source(
            name=party_name(conflict, account.source),
            itself=account.source.startswith("outlet:"),
            outlets=account.outlets,
            stances=account.stances,
        )
        for account in incident.accounts
    )


def incident_heading(incident: Incident) -> str:
    """The act most told, and how it is told."""
    return told_heading(incident.acts[0], (stance for account in incident.accounts for stance in account.stances))


def side_names(incident: Incident) -> tuple[str, str]:
    """What actor and target are called: an attack is told against somebody, a clash is told of two sides."""
    act = incident.acts[0]
    if act == "attack.clash":
        return "One side", "Other side"
    return ("Against" if act.startswith(ACCUSING_ACTS) else "Said of"), "Target"


def actors_text(conflict: Conflict, incident: Incident) -> str:
    """Whom the act is told of; "A or B" where the accounts differ on it."""
    joined = "or" if "actor" in incident.disputed else "and"
    return listed(party_names(conflict, incident.actors), last=joined) or NOT_TOLD


def incident_place(conflict: Conflict, incident: Incident) -> str:
    """The place told most often, with its region; "Ariha or Idlib" when it is not one place of the gazetteer."""
    if not incident.places:
        return "place not told"
    shown = public_places(conflict.gazetteer)
    if incident.place_id is not None:
        return shown.named(incident.places[0], incident.place_id, region=True, admin1=incident.admin1)
    return listed(each_once(shown.named(name, None) for name in incident.places), last="or")


def incident_day(incident: Incident) -> str:
    """The day as told, or that none is told."""
    return day_name(incident.day) if incident.day else "day not told"


def open_matters(incident: Incident) -> tuple[str, ...]:
    """What no account tells: "who did it", "where", "when"; victims and tolls only where the act has them."""
    open_fields = []
    if incident.actors in UNTOLD_PARTIES:
        open_fields.append("actor")
    has_victims = incident.acts[0].startswith(ACTS_WITH_VICTIMS)
    if has_victims and incident.targets in UNTOLD_PARTIES:
        open_fields.append("target")
    if not incident.places:
        open_fields.append("place")
    if incident.day is None:
        open_fields.append("day")
    if has_victims and incident.killed is None:
        open_fields.append("killed")
    return tuple(field_matter(field) for field in open_fields)
