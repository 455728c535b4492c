"""What every page needs: which workspace it shows, which others there are, and the ledger behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request

from trucewatch import __version__
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.model import Truce
from trucewatch.packs import Conflict
from trucewatch.views.statement import STATEMENT_OF_USE


class Workspace(Protocol):
    """What the pages ask of a workspace."""

    @property
    def folder(self) -> Path: ...

    @property
    def ledger_path(self) -> Path: ...

    def load_conflict(self) -> Conflict: ...

    def load_truces(self) -> tuple[Truce, ...]: ...


@dataclass(frozen=True, slots=True)
class SiteLink:
    """An entry of the masthead."""

    title: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Site:
    """What stands around every page. `base` is what the paths of this workspace's pages begin with."""

    base: str
    conflict: str
    workspaces: tuple[SiteLink, ...]
    menu: tuple[SiteLink, ...]
    statement: str
    version: str


@dataclass(frozen=True, slots=True)
class Desk:
    """One workspace as the pages see it: its ledger, its packs, and its place on the site.

    `neighbours` are conflict title and base of every workspace, this one among them. `load_truces` reads the terms as
    their files state them now.
    """

    ledger_path: Path
    conflict: Conflict
    truces: tuple[Truce, ...]
    base: str
    neighbours: tuple[tuple[str, str], ...]
    load_truces: Callable[[], tuple[Truce, ...]]

    def ledger(self) -> Ledger:
        """A read-only connection of its own for one request; close it."""
        return open_ledger(self.ledger_path, read_only=True)

    def site(self, path: str) -> Site:
        """The surroundings of the page at `path`, which begins with `base`."""
        here = path.removeprefix(unquote(self.base))
        menu = [SiteLink("Brief", f"{self.base}/", here == "/")]
        for truce in {truce.id: truce for truce in self.truces}.values():
            href = f"/truce/{quote(truce.id)}"
            title = "Truce terms" if len({one.id for one in self.truces}) == 1 else truce.title
            menu.append(SiteLink(title, self.base + href, here == href))
        menu.append(SiteLink("Tally", f"{self.base}/tally", here == "/tally"))
        for title, path in (("Towns", "/series"), ("Talks", "/talks")):
            menu.append(SiteLink(title, self.base + path, here == path))
        menu.append(SiteLink("About", f"{self.base}/about", here == "/about"))
        return Site(
            base=self.base,
            conflict=self.conflict.title,
            workspaces=tuple(SiteLink(title, f"{base}/", base == self.base) for title, base in self.neighbours),
            menu=tuple(menu),
            statement=STATEMENT_OF_USE,
            version=__version__,
        )


def desks(workspaces: Sequence[Workspace]) -> tuple[Desk, ...]:
    """The first workspace at the root, the others below `/in/<folder name>`; their packs are loaded once.

    Raises ValueError for none or for two folders of one name, PackError for a pack that cannot be loaded.
    """
    names = [workspace.folder.resolve().name for workspace in workspaces]
    if not names or len(set(names)) < len(names):
        raise ValueError(f"one or several workspaces with folders of different names are wanted, not {names}")
    bases = ["", *map(_base, names[1:])]
    conflicts = [workspace.load_conflict() for workspace in workspaces]
    neighbours = tuple((conflict.title, base) for conflict, base in zip(conflicts, bases, strict=True))
    return tuple(
        Desk(workspace.ledger_path, conflict, workspace.load_truces(), base, neighbours, workspace.load_truces)
        for workspace, conflict, base in zip(workspaces, conflicts, bases, strict=True)
    )


def desk_of(request: Request) -> Desk:
    """The desk that a page's address names, the first one when it names none. Raises a 404 for an unknown name."""
    known: tuple[Desk, ...] = request.app.state.desks
    base = _base(request.path_params["workspace"]) if "workspace" in request.path_params else ""
    for desk in known:
        if desk.base == base:
            return desk
    raise HTTPException(404)


def site_of(request: Request) -> Site:
    """What stands around the page at the request's address; the first workspace's where the address names none."""
    try:
        desk = desk_of(request)
    except HTTPException:
        desk = request.app.state.desks[0]
    return desk.site(request.scope["path"])


def _base(name: str) -> str:
    return f"/in/{quote(name, safe='')}"
