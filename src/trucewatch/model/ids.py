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
