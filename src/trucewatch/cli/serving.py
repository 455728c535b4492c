"""Serving the pages of workspaces from this process."""

from __future__ import annotations

import errno
import socket
from collections.abc import Sequence
from contextlib import suppress

import typer
import uvicorn

from trucewatch.cli.failures import CommandError
from trucewatch.web.app import LOCAL_HOSTS, create_app
from trucewatch.workspace import Workspace

EVERY_NAME = ("*",)


def serve_pages(workspaces: Sequence[Workspace], host: str, port: int, *, exposed: bool = False) -> None:
    """Serve until Ctrl-C; the address is printed first. Raises CommandError when it cannot be had."""
    for workspace in workspaces:
        workspace.open_ledger(read_only=True).close()  # complains of a bad ledger before a page is asked for
    app = create_app(workspaces, allowed_hosts=EVERY_NAME if exposed else LOCAL_HOSTS)
    with _listening(host, port) as listener:
        name = f"[{host}]" if ":" in host else host
        typer.echo(f"Serving at http://{name}:{listener.getsockname()[1]}/ (Ctrl-C ends it)")
        with suppress(KeyboardInterrupt):  # Ctrl-C is how it is meant to end
            uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()  # so that a page asked for as soon as the address is printed waits and is not refused
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise CommandError(f"port {port} is taken; choose another with --port, or 0 for any free one") from None
        raise CommandError(f"cannot serve at {host} port {port}: {error.strerror}") from None
    return listener
