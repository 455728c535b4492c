"""Errors as one clear line each on standard error, and the exit codes: 0 done, 1 not done, 2 wrong usage."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

NOT_DONE = 1
DEBUG = "--debug"


class CommandError(Exception):
    """Something that a command cannot do; the message is one line for a person."""


class PlainGroup(TyperGroup):
    """Commands whose failures end in a line of words, with Python's traceback only where `--debug` asks for it."""

    def main(self, args: Sequence[str] | None = None, *more: Any, **options: Any) -> Any:
        debug = DEBUG in (sys.argv[1:] if args is None else args)
        try:
            return super().main(args, *more, **options)
        except Exception as error:
            if debug:
                raise
            fail(_in_words(error))


def fail(message: str) -> NoReturn:
    """Say why something could not be done, and end."""
    for line in message.splitlines():
        typer.echo(f"trucewatch: {line}", err=True)
    sys.exit(NOT_DONE)


def _in_words(error: Exception) -> str:
    """The words of an error that is meant for a person; of a fault of the program, what and how to see more."""
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error)
    if isinstance(error, _meant_for_people()):
        return str(error)
    return f"the program failed: {type(error).__name__}: {error} (add {DEBUG} to see where)"


def _meant_for_people() -> tuple[type[Exception], ...]:
    from trucewatch.documents import UnreadableReport
    from trucewatch.evaluation import GoldError
    from trucewatch.language import ModelMissingError
    from trucewatch.ledger import LedgerError
    from trucewatch.packs import PackError
    from trucewatch.workers import WorkerError
    from trucewatch.workspace import WorkspaceError

    from_packs = (PackError, GoldError, ModelMissingError)
    return (CommandError, LedgerError, UnreadableReport, WorkerError, WorkspaceError, *from_packs)
