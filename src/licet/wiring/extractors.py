"""Extractors of others as the settings name them, and the service of a language model."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping

from licet.errors import SettingsError, UsageError
from licet.fetch.contract import Limits
from licet.fetch.posting import ServiceError, post_json
from licet.news.plugins.adding import extended
from licet.news.plugins.candidate import Extractor
from licet.news.plugins.llm_adapter import LONGEST_ANSWER, LlmExtractor
from licet.news.reading import Reading, read
from licet.news.story import Story
from licet.settings import Settings
from licet.wiring.extractor_loading import load

_LIMITS = Limits(max_bytes=4 * LONGEST_ANSWER, total_seconds=120.0, stall_seconds=120.0)


def extractors(settings: Settings, names: tuple[str, ...] = ()) -> list[Extractor]:
    """Make the extractors that are named, or those of the setting `news_extractors`.

    Raises:
        UsageError: None is called so, or one cannot be made.
    """
    options = {
        "spacy_model": settings.spacy_model,
        "llm_url": settings.llm_url,
        "llm_model": settings.llm_model,
        "llm_key_variable": settings.llm_key_variable,
    }
    return load(names or settings.news_extractors, options)


def reader(settings: Settings, names: tuple[str, ...] = ()) -> Callable[[Story], Reading]:
    """Return what reads a story, with the extractors that are named or set.

    What an extractor offers and does not stand in the story is left out without a word here.

    Raises:
        UsageError: None is called so, or one cannot be made.
    """
    made = extractors(settings, names)
    return lambda story: extended(read(story), made)[0]


def language_model(options: Mapping[str, str]) -> LlmExtractor:
    """Make the extractor of a language model behind an OpenAI-compatible address; entry point `llm`.

    Every story that is read with it is sent to that address: so the address must be set, there is none by
    default.

    Args:
        options: `llm_url`, the address of the service up to `/chat/completions`; `llm_model`, the model's
            name; `llm_key_variable`, the environment variable with its key, empty for a service without one.

    Raises:
        UsageError: One of them is not set.
    """
    url, model = options.get("llm_url", ""), options.get("llm_model", "")
    if not url or not model:
        message = (
            "the extractor 'llm' sends each story to a service: set llm_url (such as "
            "http://localhost:8080/v1) and llm_model."
        )
        raise UsageError(message)
    variable = options.get("llm_key_variable", "")
    if variable and not os.environ.get(variable):
        raise SettingsError("llm_key_variable", variable, "settings", "no such environment variable is set")
    return LlmExtractor(_asker(url.rstrip("/") + "/chat/completions", model, variable), model)


def _asker(url: str, model: str, variable: str) -> Callable[[str], str]:
    headers = {"Authorization": f"Bearer {os.environ[variable]}"} if variable else {}

    def ask(prompt: str) -> str:
        content = {"model": model, "temperature": 0, "messages": [{"role": "user", "content": prompt}]}
        return answer_of(post_json(url, content, headers, _LIMITS), url)

    return ask


def answer_of(raw: bytes, url: str) -> str:
    """Return the words of the model in an answer of a service.

    Raises:
        ServiceError: The answer has another form.
    """
    try:
        words = json.loads(raw)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise ServiceError(url, "its answer is no chat completion") from error
    if not isinstance(words, str):
        raise ServiceError(url, "its answer holds no text")
    return words
