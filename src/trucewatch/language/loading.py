"""Loads the shipped networks, once a process."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from trucewatch.language.interface import Parser

if TYPE_CHECKING:
    from trucewatch.language.story import StoryReader
    from trucewatch.language.triage import Triage
    from trucewatch.packs.conflict import Conflict

MODEL_FOLDER = Path(__file__).parent / "model"

_FILES = ("borders.json", "labels.json", "lemmas.json.gz", "parser.onnx", "relations.onnx", "tokenizer.json")
_STORY_FILES = ("story.onnx", "tokenizer.json")
_loaded: dict[tuple[Path, int], Parser] = {}
_story_readers: dict[tuple[Path, int], StoryReader] = {}
_in_place_of_ours: Parser | None = None
_triages: dict[tuple[Path, Path], Triage] = {}
_lock = threading.Lock()


class ModelMissingError(RuntimeError):
    """The files of the language model are not where they should be."""


def use_parser(parser: Parser | None) -> None:
    """Makes this process read with another parser that keeps the promises of ``Parser``; None goes back to our own.

    Worker processes begin with our own: with another parser, read with one job.
    """
    global _in_place_of_ours  # noqa: PLW0603 - the one choice that a process makes
    with _lock:
        _in_place_of_ours = parser


def load_parser(threads: int = 1, folder: Path = MODEL_FOLDER) -> Parser:
    """The parser of the model in ``folder``, unless ``use_parser`` set another; later calls give the same object.

    ``threads`` is how many threads one call of the network may use.  Raises ``ModelMissingError`` when a file of the
    model is missing.
    """
    key = (folder, threads)
    with _lock:
        if _in_place_of_ours is not None and folder == MODEL_FOLDER:
            return _in_place_of_ours
        if key not in _loaded:
            _loaded[key] = _load(folder, threads)
        return _loaded[key]


def load_story_reader(threads: int = 1, folder: Path = MODEL_FOLDER) -> StoryReader:
    """The reader of whole reports of the model in ``folder``; see ``load_parser``."""
    key = (folder, threads)
    with _lock:
        if key not in _story_readers:
            _check(folder, _STORY_FILES)
            from trucewatch.language.story import StoryReader

            _story_readers[key] = StoryReader(folder, threads)
        return _story_readers[key]


def load_triage(conflict: Conflict, folder: Path = MODEL_FOLDER) -> Triage:
    """What tells which reports are worth parsing for a conflict, with the lemmas of the model in `folder`."""
    key = (folder, conflict.folder)
    with _lock:
        if key not in _triages:
            _check(folder, ("lemmas.json.gz",))
            from trucewatch.language.lemmas import Lemmatizer
            from trucewatch.language.triage import Triage
            from trucewatch.packs.language_pack import load_language

            lemmatizer = Lemmatizer.from_file(folder / "lemmas.json.gz")
            _triages[key] = Triage(conflict, load_language(), lemmatizer)
        return _triages[key]


def _check(folder: Path, names: tuple[str, ...]) -> None:
    missing = [name for name in names if not (folder / name).is_file()]
    if missing:
        raise ModelMissingError(f"{folder} lacks {', '.join(missing)} of the language model; training/run.sh makes it")


def _load(folder: Path, threads: int) -> Parser:
    _check(folder, _FILES)
    # onnxruntime takes a third of a second to import, which commands that parse nothing should not pay.
    from trucewatch.language.borders import Borders
    from trucewatch.language.labels import Labels
    from trucewatch.language.lemmas import Lemmatizer
    from trucewatch.language.network import Network
    from trucewatch.language.parser import NetworkParser, Parts
    from trucewatch.language.pieces import PieceReader

    reader = PieceReader(folder / "tokenizer.json")
    network = Network(folder, reader.start, reader.stop, threads)
    lemmatizer = Lemmatizer.from_file(folder / "lemmas.json.gz")
    borders = Borders.from_file(folder / "borders.json")
    return NetworkParser(Parts(Labels.from_file(folder / "labels.json"), reader, network, lemmatizer, borders))
