"""spaCy as an extractor: the entities of its pipeline as names and times. Extra `licet[spacy]`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from licet.errors import UsageError
from licet.news.plugins.candidate import Candidate, CandidateKind

DEFAULT_MODEL = "en_core_web_sm"

LONGEST_TEXT = 200_000
"""Code points that the pipeline is given at once: what it holds of a text is many times its size."""

_LABELS = {
    "PERSON": (CandidateKind.PARTY, "person"),
    "PER": (CandidateKind.PARTY, "person"),
    "ORG": (CandidateKind.PARTY, "organisation"),
    "DATE": (CandidateKind.DATE, ""),
}
"""Entities of spaCy's English and multilingual pipelines; others (GPE, MONEY ...) the core reads itself."""

_UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter")


class SpacyExtractor:
    """Entities of a spaCy pipeline.

    Attributes:
        name: `spacy`.
        version: Of spaCy, with name and version of the pipeline.
    """

    name = "spacy"

    def __init__(self, pipeline: Any, version: str) -> None:  # noqa: ANN401  spaCy is no dependency of ours
        self.version = version
        self._pipeline = pipeline

    def extract(self, text: str) -> Iterator[Candidate]:
        """Offer the entities; the places are those of the story, so that each is checked in its place."""
        # A lone surrogate has no UTF-8 form, which spaCy needs; one character stands for one.
        clean = text.encode("utf-8", "replace").decode("utf-8") if _surrogates(text) else text
        for begin in range(0, len(clean), LONGEST_TEXT):
            for entity in self._pipeline(clean[begin : begin + LONGEST_TEXT]).ents:
                kind, label = _LABELS.get(entity.label_, (None, ""))
                if kind is not None:
                    words, start = _without_article(entity.text, begin + entity.start_char)
                    yield Candidate(kind, words, start, label)


def make(options: Mapping[str, str]) -> SpacyExtractor:
    """Load the pipeline that the setting `spacy_model` names: an installed package or a folder.

    Raises:
        UsageError: spaCy or the pipeline is not there.
    """
    try:
        spacy = import_module("spacy")
    except ImportError as error:
        message = "the extractor 'spacy' needs spaCy. Install it: pip install 'licet[spacy]'."
        raise UsageError(message) from error
    model = options.get("spacy_model") or DEFAULT_MODEL
    try:
        pipeline = spacy.load(model, exclude=list(_UNUSED))
    except OSError as error:
        message = (
            f"spaCy has no pipeline {model!r}. Install it (python -m spacy download {DEFAULT_MODEL}), or set "
            "spacy_model to the name of an installed one or to its folder."
        )
        raise UsageError(message) from error
    meta = pipeline.meta
    return SpacyExtractor(pipeline, f"{spacy.__version__} {meta['lang']}_{meta['name']} {meta['version']}")


def _surrogates(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in text)


def _without_article(words: str, start: int) -> tuple[str, int]:
    """The name without "the", and without what is joined to its end."""
    for article in ("the ", "The "):
        if words.startswith(article):
            words, start = words[len(article) :], start + len(article)
    for ending in ("'s", "’s"):
        words = words.removesuffix(ending)
    return words, start
