"""Base forms by table and by rule."""

from __future__ import annotations

import pytest

from trucewatch.language.lemmas import Lemmatizer

KNOWN = {"VERB": frozenset(("hope", "hop", "fire", "shell")), "NOUN": frozenset(("ally", "tie", "class"))}


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "lemma"),
    [
        ("hoped", "VERB", "VBD", "hope"),
        ("hopped", "VERB", "VBD", "hop"),
        ("shelling", "VERB", "VBG", "shell"),
        ("besieged", "VERB", "VBN", "besiege"),
        ("evacuated", "VERB", "VBD", "evacuate"),
        ("retreated", "VERB", "VBD", "retreat"),
        ("denies", "VERB", "VBZ", "deny"),
        ("allies", "NOUN", "NNS", "ally"),
        ("ties", "NOUN", "NNS", "tie"),
        ("classes", "NOUN", "NNS", "class"),
        ("Syrians", "PROPN", "NNPS", "Syrian"),
        ("Damascus", "PROPN", "NNP", "Damascus"),
        ("struck", "VERB", "VBD", "strike"),
        ("n’t", "PART", "RB", "not"),
        ("x", "X", "FW", "x"),
    ],
)
def test_lemma(form: str, upos: str, xpos: str, lemma: str) -> None:
    table = {"struck VERB VBD": "strike", "n't PART RB": "not"}
    assert Lemmatizer(table, KNOWN).lemma(form, upos, xpos) == lemma


@pytest.mark.parametrize(
    "form", ["Hoped", "struck", "allies", "Syrians", "shelling", "besieged", "n’t", "worst", "Aleppos"]
)
def test_possible_lemmas_hold_the_right_one_under_any_tags(form: str) -> None:
    lemmatizer = Lemmatizer({"struck VERB VBD": "strike"}, KNOWN)
    possible = lemmatizer.possible(form)
    assert form.lower().replace("’", "'") in possible
    for upos in ("VERB", "AUX", "NOUN", "ADJ", "ADV", "PROPN", "X"):
        for xpos in ("VB", "VBD", "VBN", "VBG", "VBZ", "NN", "NNS", "NNP", "NNPS", "JJR", "JJS", "RBR", "RBS", "FW"):
            assert lemmatizer.lemma(form, upos, xpos).lower() in possible
