"""What was read of a story, one thing at a time: value, rule, the words with what stands around them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from licet.errors import UsageError
from licet.reports import news_json
from licet.reports.news_lists import sections
from licet.reports.news_terminal import plain_line
from licet.usecases.read import Told

AROUND = 60
"""Characters of the story shown on either side of the words."""

SORTS = {"p": "parties", "t": "times", "a": "amounts", "s": "statements", "m": "measures", "c": "claims"}
"""First letter of a key to the sort of thing; the number counts in the order of the story."""

_NOT_FACTS = frozenset(("key", "spans", "rule", "derived_from"))


class UnknownReadingError(UsageError):
    """A key that nothing read of a story has."""

    def __init__(self, key: str, known: list[str]) -> None:
        near = difflib.get_close_matches(key, known, 5) or known[:12]
        hint = (
            f"It has {', '.join(near)}{' ...' if len(known) > len(near) else '.'}"
            if known
            else "Nothing was."
        )
        super().__init__(f"nothing with the key {key!r} was read of this story. {hint}")


_Place = tuple[str, str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the story that carry something.

    Attributes:
        role: What they carry: `words`, or the path within the value, such as `mentions 1, slots 2`.
        rule: The rule that read them; empty where it is that of the whole.
        start: First code point.
        end: One past the last.
        before: What stands before them.
        text: The words.
        after: What stands behind them.
    """

    role: str
    rule: str
    start: int
    end: int
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Explained:
    """One thing that was read.

    Attributes:
        key: Its key: `m1`, `c2`, `t3`.
        sort: `parties`, `times`, `amounts`, `statements`, `measures` or `claims`.
        told: What it is, in words.
        rule: The rule that read it.
        words: The words that carry it, in the order of the story.
        facts: Its value, as JSON values.
        derived_from: What it was computed from: rule and words of each; empty where it was reported.
    """

    key: str
    sort: str
    told: str
    rule: str
    words: tuple[Words, ...]
    facts: Mapping[str, Any]
    derived_from: tuple[Mapping[str, Any], ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {
            "key": self.key,
            "sort": self.sort,
            "told": self.told,
            "rule": self.rule,
            "words": [
                {"role": item.role, "rule": item.rule, "start": item.start, "end": item.end}
                | {"before": item.before, "text": item.text, "after": item.after}
                for item in self.words
            ],
            "value": dict(self.facts),
            "derived_from": [dict(item) for item in self.derived_from],
        }


def explained(told: Told, keys: list[str]) -> list[Explained]:
    """Return what was read of a story, with the words for each.

    Args:
        told: The story and what was read of it.
        keys: Keys of the things wanted: `p1`, `t1`, `a1`, `s1`, `m1`, `c1`; none for all.

    Raises:
        UnknownReadingError: Nothing has such a key.
    """
    whole = news_json.build(told)
    found = {}
    for (letter, sort), section in zip(SORTS.items(), sections(told), strict=True):
        for number, (row, line) in enumerate(zip(whole[sort], section.rows, strict=False), 1):
            key = f"{letter}{number}"
            found[key] = _explained(key, sort, line.head, row, whole["text"])
    for key in keys:
        if key.lower() not in found:
            raise UnknownReadingError(key, list(found))
    return [found[key.lower()] for key in keys] if keys else list(found.values())


def build(item: Explained) -> str:
    """Lay out one thing for a terminal: nothing of the story can steer it."""
    lines = [f"{item.key}  {plain_line(item.told)}", f"    rule   {item.rule}"]
    if item.derived_from:
        lines.append("    computed from what the story says, not reported by it:")
        lines += [f"      {plain_line(line)}" for line in _sources(item.derived_from)]
    for words in item.words:
        what = words.role + (f" ({words.rule})" if words.rule and words.rule != item.rule else "")
        lines.append(f"    {what}, characters {words.start} to {words.end}:")
        lines.append(f"      {_line(words.before)}>>{_line(words.text)}<<{_line(words.after)}")
    return "\n".join(lines) + "\n"


def _explained(key: str, sort: str, told: str, row: Mapping[str, Any], text: str) -> Explained:
    inner: dict[tuple[int, int, str], _Place] = {}
    for name, value in row.items():
        if name not in _NOT_FACTS:
            for item in _within(name, row["rule"], value):
                inner.setdefault((item[2]["start"], item[2]["end"], item[1]), item)
    told_within = {key[:2] for key in inner}
    # What a part of the value rests on is shown there, and not once more for the whole.
    whole = [place for place in row["spans"] if (place["start"], place["end"]) not in told_within]
    words = [_words("words", row["rule"], place, text) for place in whole]
    words += [_words(role, rule, place, text) for role, rule, place in inner.values()]
    facts = {name: value for name, value in row.items() if name not in _NOT_FACTS}
    return Explained(key, sort, told, row["rule"], tuple(words), facts, tuple(row["derived_from"]))


def _within(path: str, rule: str, value: Any) -> Iterator[_Place]:  # noqa: ANN401  any JSON value
    """Give every stretch of the story in a part of a value: what it carries, by which rule."""
    if isinstance(value, list):
        for number, item in enumerate(value, 1):
            name = item.get("name") if isinstance(item, dict) else None
            yield from _within(f"{path} {number}" + (f" ({name})" if name else ""), rule, item)
    elif isinstance(value, dict):
        own = str(value.get("rule") or rule)
        if {"start", "end", "text"} <= value.keys():
            yield path.replace("_", " "), own, value
        for name, item in value.items():
            if isinstance(item, list | dict):
                yield from _within(f"{path}, {name}", own, item)


def _words(role: str, rule: str, place: Mapping[str, Any], text: str) -> Words:
    start, end = place["start"], place["end"]
    return Words(
        role,
        rule,
        start,
        end,
        ("…" if start > AROUND else "") + text[max(0, start - AROUND) : start],
        text[start:end],
        text[end : end + AROUND] + ("…" if end + AROUND < len(text) else ""),
    )


def _sources(derived: tuple[Mapping[str, Any], ...], depth: int = 0) -> Iterator[str]:
    for item in derived:
        words = " … ".join(_line(place["text"]) for place in item["spans"])
        yield f"{'  ' * depth}{item['rule']}: {f'“{words}”' if words else '(computed)'}"
        if depth < 20:
            yield from _sources(tuple(item["derived_from"]), depth + 1)


def _line(text: str) -> str:
    """Return words on one line; a space at either end stays, since words stand beside it."""
    left, right = " " if text[:1].isspace() else "", " " if text[-1:].isspace() else ""
    inner = " ".join(text.split())
    return plain_line(f"{left}{inner}{right}" if inner else left)
