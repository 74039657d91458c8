"""Safe, streaming reading of XML: no entities, no DTD, no network; damage is a problem, not an exception.

```python
for entry in read_elements(content, where, ("INDIVIDUAL", "ENTITY")):
    if isinstance(entry, Problem): ...             # FATAL not_well_formed, with its line
    else:
        reference = text_of(entry, "REFERENCE_NUMBER")
        problems = list(unexpected(entry, where, children=KNOWN))
```

Names are local names: publishers change their namespaces.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias, cast

from lxml import etree

from licet.lists.formats.delimited import check_content
from licet.model import Problem, Severity

Element: TypeAlias = etree._Element  # noqa: SLF001  lxml gives its element class no public name

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Root:
    """What a root element may be and hold.

    Attributes:
        name: Its local name.
        sections: Local names of its children.
        attribute_names: Local names of its attributes.
    """

    name: str
    sections: frozenset[str]
    attribute_names: frozenset[str] = _NOTHING


def read_elements(
    content: bytes, where: str, names: Collection[str], *, root: Root | str = ""
) -> Iterator[Element | Problem]:
    """Stream the elements that have one of the names; each is emptied once the next is asked for.

    Ends with a FATAL problem when the file is `empty`, a web page or another format (`not_this_list`),
    cut off or otherwise `not_well_formed`, or declares entities (`entity_declared`: only attacks do).

    Args:
        content: The bytes of the file.
        where: Name of the file, for problems.
        names: Local names of elements that never stand inside one another.
        root: What the root element must be: another name is `not_this_list`. Children and attributes that it
            does not name are FIELD problems at the end, each name once: a new section would else not be seen.
            Only its name is judged where that is all that is given; empty takes any.
    """
    if refused := _refused(content, where, root.name if isinstance(root, Root) else root):
        yield refused
        return
    sections = root.sections if isinstance(root, Root) else None
    strange: dict[str, Problem] = {}
    events = _parse(content, ("end",), [f"{{*}}{name}" for name in names])
    try:
        for _, element in events:
            yield element
            _forget(element, where, sections, strange)
    except (etree.LxmlError, ValueError, LookupError) as error:
        yield _malformed(error, where)
        return
    top: Element | None = getattr(events, "root", None)
    if top is not None and isinstance(root, Root):
        for problem in unexpected(top, where, names=root.sections, attribute_names=root.attribute_names):
            strange.setdefault(problem.message, problem)
    yield from strange.values()


def root_of(content: bytes) -> tuple[str, dict[str, str]]:
    """Return the local name and the attributes of the root element; ("", {}) when there is none to read.

    A part of a file will do: this is for `recognise` and `facts`.
    """
    try:
        for _, element in _parse(content[:65536], ("start",), None):
            return local_name(element), attributes(element)
    except (etree.LxmlError, ValueError, LookupError):
        return "", {}
    return "", {}


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace; "" for a comment or a processing instruction."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""  # type: ignore[redundant-expr]  # stubs forget comments


def attributes(element: Element) -> dict[str, str]:
    """Return the attributes by local name, surrounding space removed."""
    items = cast("list[tuple[str, str]]", element.attrib.items())  # bytes are for Python 2
    return {_local(name): value.strip() for name, value in items}


def children(element: Element, name: str) -> Iterator[Element]:
    """Yield the direct children with a local name."""
    for child in element:
        if local_name(child) == name:
            yield child


def text_of(element: Element, name: str) -> str:
    """Return the text of the first direct child with a local name, surrounding space removed; "" if none."""
    for child in children(element, name):
        return (child.text or "").strip()
    return ""


def unexpected(
    element: Element,
    where: str,
    *,
    names: Collection[str] = _NOTHING,
    attribute_names: Collection[str] = _NOTHING,
) -> Iterator[Problem]:
    """Report direct children (`unknown_element`) and attributes (`unknown_attribute`) that no one expects.

    Args:
        element: The element to look at.
        where: Place of the record, for problems.
        names: Local names of children that the parser uses or ignores on purpose.
        attribute_names: The same for attributes; those of XML Schema instance are never reported.
    """
    for child in element:
        name = local_name(child)
        if name and name not in names:
            record = etree.tostring(child, encoding="unicode", with_tail=False)[:500]
            message = f"the element {name} inside {local_name(element)} is not known; it was not used"
            yield Problem("unknown_element", where, message, record)
    for key, value in element.attrib.items():
        name = str(key)
        if name.rpartition("}")[2] not in attribute_names and "XMLSchema-instance" not in name:
            message = f"the attribute {name} of {local_name(element)} is not known; it was not used"
            yield Problem("unknown_attribute", where, message, f"{name}={str(value)!r}"[:500])


@lru_cache(maxsize=4096)
def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _refused(content: bytes, where: str, root: str) -> Problem | None:
    if problem := check_content(content, where):
        return problem
    if b"<!ENTITY" in content:
        message = "the file declares entities, which no list does; it was not read"
        return Problem("entity_declared", where, message, severity=Severity.FATAL)
    if b"<" not in content[:1024]:
        text = content[:500].decode("utf-8", "replace")
        return Problem("not_this_list", where, "the file is no XML", text, Severity.FATAL)
    found = root_of(content)[0]
    if root and found and found != root:
        message = f"the root element is {found}, not {root}"
        return Problem("not_this_list", where, message, severity=Severity.FATAL)
    return None


def _parse(content: bytes, events: tuple[str, ...], tags: list[str] | None) -> Iterator[tuple[str, Element]]:
    # huge_tree stays off: libxml2 then bounds depth, text size and expansion by itself.
    return iter(
        etree.iterparse(
            io.BytesIO(content),
            events=events,
            tag=tags,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            attribute_defaults=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
    )


def _forget(
    element: Element, where: str, sections: frozenset[str] | None, strange: dict[str, Problem]
) -> None:
    """Free what was read, or a large file would be a tree in memory; note what no one expects before that."""
    element.clear()
    parent = element.getparent()
    while parent is not None and parent[0] is not element:
        if sections is not None and parent.getparent() is None and local_name(parent[0]) not in sections:
            passed = etree.Element(parent.tag)
            passed.append(parent[0])  # moves it
            for problem in unexpected(passed, where, names=sections):
                strange.setdefault(problem.message, problem)
        else:
            del parent[0]


def _malformed(error: Exception, where: str) -> Problem:
    line = getattr(error, "lineno", None)
    place = f"{where}:{line}" if line else where
    return Problem(
        "not_well_formed", place, f"the XML breaks off or is broken: {error}", severity=Severity.FATAL
    )
