"""YAML as nodes that know their line: what a strict reader needs to say where something is wrong.

Plain scalars stay text until the form of a field says what they are: `NO` is Norway, `1E001` is an ECCN.
Anchors, aliases, tags and several documents in one file are refused: law is read as it is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

import yaml

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 30


class Shape(Enum):
    """What a node is."""

    SCALAR = "a single value"
    SEQUENCE = "a list"
    MAPPING = "a mapping"


@dataclass(slots=True)
class Node:
    """One value of a YAML file.

    Attributes:
        shape: What it is.
        line: Where it begins, from 1.
        text: Of a scalar.
        plain: A scalar without quotes, which may be a number, a day, yes or no, or nothing.
        items: Of a sequence.
        pairs: Of a mapping, in order.
    """

    shape: Shape
    line: int
    text: str
    plain: bool
    items: list[Node]
    pairs: list[tuple[Node, Node]]

    @property
    def empty(self) -> bool:
        """Whether nothing was written."""
        return self.plain and self.text in {"", "~", "null"}


class BrokenYamlError(ValueError):
    """Text that is no YAML, or YAML that a rulebook does not use."""

    def __init__(self, line: int, reason: str) -> None:
        self.line = line
        self.reason = reason
        super().__init__(f"{line}: {reason}")


_Event: TypeAlias = yaml.events.Event
# Most nodes are scalars: lists of their own for each would keep the collector busy.
_NO_ITEMS: list[Node] = []
_NO_PAIRS: list[tuple[Node, Node]] = []


def compose(text: str) -> Node | None:
    """Return the nodes of a YAML text; None for one that holds nothing.

    Raises:
        BrokenYamlError: It cannot be read.
    """
    try:
        return _composed(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise BrokenYamlError(mark.line + 1 if mark else 1, _reason(error)) from None
    except yaml.reader.ReaderError as error:
        before = text[: error.position] if isinstance(error.position, int) else ""
        raise BrokenYamlError(
            before.count("\n") + 1, f"a character that YAML forbids: {error.reason}"
        ) from None


def _reason(error: yaml.MarkedYAMLError) -> str:
    parts = [part for part in (error.context, error.problem) if part]
    return f"no YAML: {', '.join(parts)}"


def _composed(events: Iterator[_Event]) -> Node | None:
    """Build the nodes without recursion: a file of ten thousand brackets is an error and no crash."""
    root: Node | None = None
    open_nodes: list[Node] = []
    keys: list[Node | None] = []
    documents = 0
    for event in events:
        if isinstance(event, yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent):
            node = _node(event)
            if open_nodes:
                _put(open_nodes[-1], keys, node)
            else:
                root = node
            if node.shape is not Shape.SCALAR:
                open_nodes.append(node)
                keys.append(None)
                if len(open_nodes) > _DEEPEST:
                    raise BrokenYamlError(node.line, f"more than {_DEEPEST} levels deep")
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            open_nodes.pop()
            keys.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise BrokenYamlError(_line(event), f"the alias *{event.anchor}: write it out")
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise BrokenYamlError(_line(event), "a second document in one file")
    return root


def _line(event: _Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _node(event: yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent) -> Node:
    line = _line(event)
    if event.anchor is not None:
        raise BrokenYamlError(line, f"the anchor &{event.anchor}: write it out")
    if event.tag is not None:
        raise BrokenYamlError(line, f"the tag {event.tag}: tags are not used")
    if isinstance(event, yaml.ScalarEvent):
        return Node(Shape.SCALAR, line, event.value, not event.style, _NO_ITEMS, _NO_PAIRS)
    shape = Shape.SEQUENCE if isinstance(event, yaml.SequenceStartEvent) else Shape.MAPPING
    return Node(shape, line, "", False, [], [])  # noqa: FBT003  positional in the one place that builds nodes


def _put(holder: Node, keys: list[Node | None], node: Node) -> None:
    if holder.shape is Shape.SEQUENCE:
        holder.items.append(node)
        return
    key = keys[-1]
    if key is None:
        keys[-1] = node
    else:
        node.line = key.line  # a reader looks for the name of a field, not for the first line below it
        holder.pairs.append((key, node))
        keys[-1] = None
