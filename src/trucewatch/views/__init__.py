"""What pages, terminal and files show: frozen dataclasses from ledger and packs, which those only render."""

from trucewatch.views.brief import BriefRow, BriefView, Narrowing, brief
from trucewatch.views.coverage import Coverage, coverage
from trucewatch.views.explain import Explanation, explain
from trucewatch.views.markdown import brief_markdown
from trucewatch.views.report import ReportView, report
from trucewatch.views.terminal import print_brief, print_explanation
from trucewatch.views.truce_sheet import TruceSheet, truce_sheet

__all__ = [
    "BriefRow",
    "BriefView",
    "Coverage",
    "Explanation",
    "Narrowing",
    "ReportView",
    "TruceSheet",
    "brief",
    "brief_markdown",
    "coverage",
    "explain",
    "print_brief",
    "print_explanation",
    "report",
    "truce_sheet",
]
