"""Stable identifiers: the same content gives the same id on every machine and in every run."""

from __future__ import annotations

import hashlib
import json
from typing import Any

_CANONICAL = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"), sort_keys=True, default=str)


def sha256_hex(content: bytes | str) -> str:
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return hashlib.sha256(data).hexdigest()


def short_id(prefix: str, *parts: Any) -> str:
    """`<prefix>-<16 hex digits>` of the JSON form of the parts; 64 bits are plenty for a million reports."""
    return f"{prefix}-{sha256_hex(_CANONICAL.encode(parts))[:16]}"


class ShortIds:
    """`short_id` for many ids of one prefix and first part: `ids.of(tail)` is `short_id(prefix, first, *parts)`,
    where `tail = tail_of(*parts)` can be kept for other first parts."""

    def __init__(self, prefix: str, first: Any) -> None:
        self._prefix = prefix
        self._begun = hashlib.sha256(f"[{_CANONICAL.encode(first)},".encode("utf-8", "surrogatepass"))

    def of(self, tail: bytes) -> str:
        whole = self._begun.copy()
        whole.update(tail)
        return f"{self._prefix}-{whole.hexdigest()[:16]}"


def tail_of(*parts: Any) -> bytes:
    """What `ShortIds.of` takes: the JSON form of one part or more, without its opening bracket."""
    return _CANONICAL.encode(parts)[1:].encode("utf-8", "surrogatepass")
