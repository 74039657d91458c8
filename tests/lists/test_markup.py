"""The safe reader of XML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licet.lists.formats.markup import (
    Element,
    children,
    local_name,
    read_elements,
    root_of,
    text_of,
    unexpected,
)
from licet.model import Problem, Severity

FILE = b'<?xml version="1.0"?>\n<r xmlns="urn:x" day="1"><e id="1"><n> a </n></e><e id="2"><n>b</n></e></r>'


def texts(content: bytes) -> list[str]:
    """The text of `n` in each `e`, or the code of a problem."""
    found = read_elements(content, "f", ("e",))
    return [item.code if isinstance(item, Problem) else text_of(item, "n") for item in found]


def test_elements_are_found_by_local_name() -> None:
    assert texts(FILE) == ["a", "b"]
    assert root_of(FILE) == ("r", {"day": "1"})


def test_a_file_that_breaks_off_gives_what_came_before_and_a_fatal_problem_with_its_line() -> None:
    found = list(read_elements(FILE[:-6], "f", ("e",)))
    problem = found[-1]
    assert isinstance(problem, Problem)
    assert (problem.code, problem.severity, problem.where) == ("not_well_formed", Severity.FATAL, "f:2")


def test_a_bare_ampersand_is_fatal() -> None:
    assert texts(FILE.replace(b"> a <", b"> a & b <"))[-1] == "not_well_formed"


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "empty"), (b"<html>", "not_this_list"), (b"a,b", "not_this_list")]
)
def test_what_is_no_xml_is_fatal(content: bytes, code: str) -> None:
    assert texts(content) == [code]


def test_another_root_is_not_this_list() -> None:
    (problem,) = read_elements(FILE, "f", ("e",), root="q")
    assert isinstance(problem, Problem)
    assert problem.code == "not_this_list"


def _bomb() -> bytes:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 20))
    entry = '<e a="&l19;"><n>&l19;</n></e>'
    return f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "ha">{levels}]><r>{entry}</r>'.encode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_entity_bomb_is_harmless(encoding: str) -> None:
    """Refused at sight in UTF-8; in UTF-16 libxml2's own limits stop it."""
    content = _bomb().decode().encode(encoding)
    assert all(len(text) < 100 for text in texts(content))


def test_an_external_entity_is_never_fetched() -> None:
    content = b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r><e><n>&x;</n></e></r>'
    assert texts(content) == ["entity_declared"]


def test_what_no_one_expects_is_told() -> None:
    element = next(read_elements(b'<r><e new="1" id="2"><n/><m>x</m></e></r>', "f", ("e",)))
    assert not isinstance(element, Problem)
    found = list(unexpected(element, "f", names=("n",), attribute_names=("id",)))
    assert [(problem.code, problem.record) for problem in found] == [
        ("unknown_element", "<m>x</m>"),
        ("unknown_attribute", "new='1'"),
    ]


def test_children_skip_comments() -> None:
    element = next(read_elements(b"<r><e><!-- c --><n>1</n><n>2</n></e></r>", "f", ("e",)))
    assert not isinstance(element, Problem)
    assert [_text(child) for child in children(element, "n")] == ["n1", "n2"]


def _text(element: Element) -> str:
    return f"{local_name(element)}{element.text}"


@given(st.binary(max_size=200))
def test_no_bytes_raise(content: bytes) -> None:
    """Whatever stands in a file, the reader ends."""
    for middle in (content, FILE[:30] + content + FILE[30:]):
        assert texts(middle) is not None
        assert root_of(middle) is not None
