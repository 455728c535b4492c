"""Intake: folders, files and standard input to reports not yet read. The only room that may touch the network."""

from __future__ import annotations

from trucewatch.intake.options import FieldNames, IntakeOptions
from trucewatch.intake.reading import estimate_reports, read_sources

__all__ = ["FieldNames", "IntakeOptions", "estimate_reports", "read_sources"]
