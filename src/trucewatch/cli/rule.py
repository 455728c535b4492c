"""`trucewatch rule`: a person's decision on which claims tell of one event, or on what was found of an assessment."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from trucewatch.cli.failures import CommandError
from trucewatch.cli.options import JsonOption, WorkspaceOption, print_json, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from trucewatch.deciding import Person
    from trucewatch.ledger import Ledger
    from trucewatch.model import Decision


class Action(StrEnum):
    """What can be decided."""

    JOIN = "join"
    SPLIT = "split"
    NOT_SAME = "not-same"
    VERIFIED = "verified"
    DETERMINED = "determined"
    RETRACTED = "retracted"
    WITHDRAW = "withdraw"
    LIST = "list"


def rule(
    action: Annotated[
        Action,
        typer.Argument(
            help="join or not-same INCIDENTS, split CLAIMS, verified, determined or retracted ASSESSMENT, "
            "withdraw RULING, list."
        ),
    ],
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID...]", help="Of incidents, claims, an assessment or a ruling, or beginnings."),
    ] = None,
    because: Annotated[str, typer.Option("--because", metavar="WHY", help="The reason; it is kept.")] = "",
    by: Annotated[
        str, typer.Option("--by", envvar="TRUCEWATCH_BY", metavar="NAME", help="Who decides; may be a pseudonym.")
    ] = "",
    found_by: Annotated[
        str,
        typer.Option("--found-by", metavar="WHO", help="Who found it, where it is not who decides: a monitor, a body."),
    ] = "",
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say that incidents are one event, or are not, or that claims belong to another; that what an assessment holds was
    verified, determined by a body, or is retracted; or take such a ruling back.

    Rulings are kept for good, with their reasons, and hold when more reports are read. When what one judged is read
    or answered otherwise later, it counts no more, and `list` shows it as to be looked at again.
    """
    place = workspace_of(workspace)
    if action is Action.LIST:
        with place.open_ledger(read_only=True) as ledger:
            _list(ledger, as_json)
        return
    if not because.strip() or not by.strip():
        raise CommandError("a ruling wants a reason (--because) and a name (--by)")
    from trucewatch.deciding import Person
    from trucewatch.pipeline import group_now, load_packs

    with place.open_ledger() as ledger:
        packs = load_packs(place.conflict, place.truces)
        now = datetime.now(UTC)
        group_now(ledger, packs, "rule", now)
        made = _decide(ledger, action, ids or [], Person(by, because, now), found_by.strip())
        group_now(ledger, packs, "rule", now)
    if as_json:
        print_json(made)
    else:
        typer.echo(f"{made.id}: {made.ruling}")


def _decide(ledger: Ledger, action: Action, ids: list[str], person: Person, found_by: str) -> Decision:
    from trucewatch import deciding

    on_assessments: dict[Action, Callable[[Ledger, str, Person, str], Decision]] = {
        Action.VERIFIED: deciding.verify,
        Action.DETERMINED: deciding.determine,
        Action.RETRACTED: deciding.retract,
    }
    if action in on_assessments:
        if len(ids) != 1:
            raise CommandError(f"{action.value} wants one assessment")
        return on_assessments[action](ledger, ids[0], person, found_by)
    if action is Action.JOIN:
        return deciding.join(ledger, ids, person)
    if action is Action.SPLIT:
        return deciding.split(ledger, ids, person)
    wanted = 2 if action is Action.NOT_SAME else 1
    if len(ids) != wanted:
        raise CommandError(f"{action.value} wants {'two incidents' if wanted == 2 else 'one ruling'}")
    return (
        deciding.not_same(ledger, ids[0], ids[1], person) if wanted == 2 else deciding.withdraw(ledger, ids[0], person)
    )


def _list(ledger: Ledger, as_json: bool) -> None:
    from trucewatch.deciding import rulings
    from trucewatch.views.people_view import found_by_people

    standing, found = rulings(ledger), found_by_people(ledger)
    in_force = [*standing.in_force, *(one.decision for one in found if one.stands)]
    lapsed = [*standing.lapsed, *(one.decision for one in found if not one.stands)]
    if as_json:
        print_json({"in_force": in_force, "to_be_looked_at_again": lapsed})
        return
    told = [(one, "") for one in in_force]
    told += [(one, "   to be looked at again: what it judged has changed") for one in lapsed]
    for one, state in told:
        typer.echo(f"{one.id}  {one.at:%Y-%m-%d}  {one.by}: {one.reason}{state}\n  {one.ruling}")
    if not told:
        typer.echo("no rulings")
