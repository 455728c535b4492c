"""Nouns to JSON and back, by their type annotations alone."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")

Decoder = Callable[[Any], Any]

_PLAIN = frozenset({str, int, float, bool})
"""What JSON holds as it is."""


def to_json(value: Any) -> Any:
    """A noun as plain dicts, lists, strings and numbers; dates in ISO form."""
    if value is None or type(value) in _PLAIN:
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: to_json(getattr(value, name)) for name in _fields(type(value))}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [to_json(item) for item in value]
    if isinstance(value, dict):
        return {key: to_json(item) for key, item in value.items()}
    return value


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def from_json(kind: type[T], data: Any) -> T:
    """The noun that `to_json` gave `data` for. Raises ValueError when a key is missing or a value does not fit."""
    return typing.cast(T, _decoder(typing.cast(Any, kind))(data))


@cache
def _decoder(hint: Any) -> Decoder:
    """What decodes values of a type; made once for each type, as a ledger decodes nouns by the ten thousand."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _union_decoder(arguments)
    if origin is tuple:
        return _tuple_decoder(_decoder(arguments[0]))
    if origin is not None and dataclasses.is_dataclass(origin):
        parameters = getattr(origin, "__parameters__", ())
        return _dataclass_decoder(typing.cast(type, origin), dict(zip(parameters, arguments, strict=True)))
    if dataclasses.is_dataclass(hint):
        return _dataclass_decoder(typing.cast(type, hint), {})
    return _scalar_decoder(hint)


def _dataclass_decoder(kind: type, types_of: dict[Any, Any]) -> Decoder:
    hints = typing.get_type_hints(kind)
    decoders = {f.name: _decoder(_filled(hints[f.name], types_of)) for f in dataclasses.fields(kind)}

    def decode(data: Any) -> Any:
        if not isinstance(data, dict):
            raise ValueError(f"{kind.__name__} wants an object, not {type(data).__name__}")
        try:
            return kind(**{name: decoders[name](value) for name, value in data.items()})
        except KeyError:
            unknown = sorted(set(data) - set(decoders))
            raise ValueError(f"{kind.__name__} has no field {unknown[0]!r}") from None
        except TypeError as error:
            raise ValueError(f"{kind.__name__}: {error}") from None

    return decode


def _filled(hint: Any, types_of: dict[Any, Any]) -> Any:
    """A hint with the type variables of a generic dataclass replaced by what it was given."""
    if isinstance(hint, TypeVar):
        return types_of[hint]
    parameters = getattr(hint, "__parameters__", ())
    return hint[tuple(types_of[parameter] for parameter in parameters)] if parameters else hint


def _union_decoder(options: tuple[Any, ...]) -> Decoder:
    optional = type(None) in options
    decoders = [_decoder(option) for option in options if option is not type(None)]

    def decode(data: Any) -> Any:
        if data is None:
            if optional:
                return None
            raise ValueError("a value is missing")
        first_error: ValueError | None = None
        for decoder in decoders:
            try:
                return decoder(data)
            except ValueError as error:
                first_error = first_error or error
        raise first_error or ValueError("no type fits")

    return decode


def _tuple_decoder(item: Decoder) -> Decoder:
    def decode(data: Any) -> Any:
        if not isinstance(data, list):
            raise ValueError(f"a list is wanted, not {type(data).__name__}")
        return tuple([item(value) for value in data])

    return decode


def _scalar_decoder(hint: Any) -> Decoder:
    if hint is datetime or hint is date:
        return typing.cast(Decoder, hint.fromisoformat)
    if not isinstance(hint, type):
        return lambda data: data
    if issubclass(hint, Enum):
        return hint

    def decode(data: Any) -> Any:
        if isinstance(data, hint):
            return data
        if hint is float and isinstance(data, int):
            return float(data)
        raise ValueError(f"{hint.__name__} is wanted, not {type(data).__name__}")

    return decode
