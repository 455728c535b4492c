"""Gold and scores."""

from trucewatch.evaluation.gold import ScoreReport, as_record, code_rows, score_gold
from trucewatch.evaluation.gold_files import GoldError, read_claims, read_documents

__all__ = ["GoldError", "ScoreReport", "as_record", "code_rows", "read_claims", "read_documents", "score_gold"]
