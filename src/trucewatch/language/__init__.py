"""Text to sentences, words, Universal Dependencies trees and names."""

from trucewatch.language.interface import NO_HEAD, Entity, Parser, ParseRequest, Sentence, Token, WordVectors
from trucewatch.language.loading import ModelMissingError, load_parser, load_story_reader, load_triage, use_parser

__all__ = [
    "NO_HEAD",
    "Entity",
    "ModelMissingError",
    "ParseRequest",
    "Parser",
    "Sentence",
    "Token",
    "WordVectors",
    "load_parser",
    "load_story_reader",
    "load_triage",
    "use_parser",
]
