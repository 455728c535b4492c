"""From a parsed report to attributed claims."""

from trucewatch.claims.code_document import code_document
from trucewatch.claims.heads import WeightsMissingError, load_weights

__all__ = ["WeightsMissingError", "code_document", "load_weights"]
