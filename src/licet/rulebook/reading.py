"""Typed reading of nodes: each field is used or reported, and what is wrong is told with file and line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from licet.model.rulebook import Place
from licet.rulebook.nodes import Node, Shape

_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})", re.ASCII)
_INTEGER = re.compile(r"-?(0|[1-9]\d{0,17})", re.ASCII)
_DECIMAL = re.compile(r"-?(0|[1-9]\d{0,17})\.\d{1,12}", re.ASCII)
_LEADING_ZERO = re.compile(r"-?0\d+(\.\d+)?", re.ASCII)
_ID = re.compile(r"[A-Za-z0-9][\w.:/+-]*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_EARLIEST, _LATEST = date(1750, 1, 1), date(2200, 1, 1)


class Reader:
    """Reads nodes of one file and keeps what is wrong.

    Attributes:
        file: The file's name as errors and places tell it.
        private: It belongs to a private folder.
        problems: Shared by all files of a load: each with file and line.
    """

    def __init__(self, file: str, problems: list[str], *, private: bool = False) -> None:
        self.file = file
        self.private = private
        self.problems = problems

    def wrong(self, node: Node | int, message: str) -> None:
        """Keep something that is wrong."""
        line = node if isinstance(node, int) else node.line
        self.problems.append(f"{self.file}:{line}: {message}")

    def place(self, node: Node) -> Place:
        """Return where a node stands."""
        return Place(self.file, node.line)

    def mapping(self, node: Node, what: str) -> dict[str, Node]:
        """Return a mapping by key; duplicate and structured keys are reported."""
        if node.shape is not Shape.MAPPING:
            if not node.empty:
                self.wrong(node, f"{what} must be a mapping, not {node.shape.value}")
            return {}
        found: dict[str, Node] = {}
        for key, value in node.pairs:
            if key.shape is not Shape.SCALAR:
                self.wrong(key, f"{what}: a key must be text")
            elif key.text in found:
                self.wrong(key, f"{what}: {key.text} is written twice")
            else:
                found[key.text] = value
        return found

    def fields(
        self, node: Node, what: str, known: frozenset[str], needed: tuple[str, ...]
    ) -> dict[str, Node]:
        """Return the fields of a mapping; unknown and missing ones are reported."""
        found = self.mapping(node, what)
        for key in [item for item in found if item not in known]:
            self.wrong(found.pop(key), f"{what}: unknown field {key} (known: {', '.join(sorted(known))})")
        for key in needed:
            if key not in found or found[key].empty:
                self.wrong(node, f"{what}: {key} is missing")
        return {key: value for key, value in found.items() if not value.empty}

    def text(self, node: Node | None, what: str) -> str:
        """Return a text."""
        if node is None:
            return ""
        if node.shape is not Shape.SCALAR:
            self.wrong(node, f"{what} must be a text, not {node.shape.value}")
            return ""
        return node.text.strip()

    def texts(self, node: Node | None, what: str) -> tuple[str, ...]:
        """Return a list of texts; one text alone is a list of one."""
        return self.each(node, what, self.text) if node else ()

    def each(self, node: Node, what: str, read: Callable[[Node, str], _T]) -> tuple[_T, ...]:
        """Return what a function reads of each item; a single value or mapping is a list of one."""
        items = node.items if node.shape is Shape.SEQUENCE else [node]
        return tuple(read(item, what) for item in items)

    def check_id(self, key: str, node: Node, what: str) -> None:
        """Report an id that cannot be one."""
        if not _ID.fullmatch(key):
            self.wrong(node, f"{what}: {key!r} cannot be an id")

    def country(self, node: Node, what: str) -> str:
        """Return an ISO 3166 alpha-2 code."""
        text = self.text(node, what)
        if not _COUNTRY.fullmatch(text):
            self.wrong(node, f"{what}: {text!r} is no ISO 3166 alpha-2 code")
        return text

    def day(self, node: Node | None, what: str) -> date | None:
        """Return a day."""
        return self.day_or_moment(node, what, moments=False)[0]

    def day_or_moment(
        self, node: Node | None, what: str, *, moments: bool = True
    ) -> tuple[date | None, datetime | None]:
        """Return a day, and the moment where the hour is told with its zone."""
        if node is None:
            return None, None
        text = self.text(node, what)
        try:
            if _DAY.fullmatch(text):
                return self._in_range(date.fromisoformat(text)), None
            if moments and _MOMENT.fullmatch(text):
                moment = datetime.fromisoformat(text)
                return self._in_range(moment.date()), moment
        except ValueError:
            pass
        forms = "YYYY-MM-DD, or YYYY-MM-DDTHH:MM with a zone" if moments else "YYYY-MM-DD"
        self.wrong(node, f"{what}: {text!r} is no day ({forms})")
        return None, None

    no_day = _LATEST
    """Stands for a day that was wrong or missing, until the load fails."""

    def _in_range(self, day: date) -> date:
        if not _EARLIEST <= day <= _LATEST:
            raise ValueError
        return day

    def yes_no(self, node: Node | None, what: str) -> bool:
        """Return true or false."""
        if node is None:
            return False
        if node.text not in {"true", "false"} or not node.plain:
            self.wrong(node, f"{what} must be true or false")
        return node.text == "true"

    def integer(self, node: Node | None, what: str) -> int:
        """Return a whole number."""
        if node is None:
            return 0
        if not node.plain or not _INTEGER.fullmatch(node.text):
            self.wrong(node, f"{what} must be a whole number")
            return 0
        return int(node.text)

    def decimal(self, node: Node | None, what: str) -> Decimal:
        """Return an exact number."""
        if node is None:
            return Decimal(0)
        if not node.plain or not (_INTEGER.fullmatch(node.text) or _DECIMAL.fullmatch(node.text)):
            self.wrong(node, f"{what} must be a number")
            return Decimal(0)
        return Decimal(node.text)

    def choice(self, node: Node | None, what: str, kinds: type[_E], default: _E) -> _E:
        """Return a member of an enumeration."""
        if node is None:
            return default
        text = self.text(node, what)
        if text not in set(kinds):
            self.wrong(node, f"{what}: {text!r} is unknown (known: {', '.join(kinds)})")
            return default
        return kinds(text)

    def free(self, node: Node, what: str) -> Any:  # noqa: ANN401  law's figures and tables have any form
        """Return a value of any form: numbers exact, days as dates, lists as tuples."""
        if node.shape is Shape.SEQUENCE:
            return tuple(self.free(item, what) for item in node.items)
        if node.shape is Shape.MAPPING:
            return {key: self.free(value, f"{what}.{key}") for key, value in self.mapping(node, what).items()}
        if not node.plain:
            return node.text
        return self._plain(node, what)

    def _plain(self, node: Node, what: str) -> Any:  # noqa: ANN401
        text = node.text
        if node.empty:
            return None
        if not (text[0].isdigit() or text[0] == "-"):
            return _WORDS.get(text, text)
        if _DAY.fullmatch(text):
            return self.day(node, what)
        if _LEADING_ZERO.fullmatch(text):
            self.wrong(node, f"{what}: {text} begins with 0: put a code in quotes")
        if _INTEGER.fullmatch(text):
            return int(text)
        return Decimal(text) if _DECIMAL.fullmatch(text) else text


_WORDS: Mapping[str, bool] = {"true": True, "false": False}
