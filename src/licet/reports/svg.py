"""SVG elements as text: few, plain, and the same bytes for the same picture."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

FONT = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans CJK SC', sans-serif"


def number(value: float) -> str:
    """Return a coordinate with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def element(name: str, content: str = "", /, **attributes: str | float) -> str:
    """Return one element; underscores in names of attributes stand for hyphens."""
    values = {key: item if isinstance(item, str) else number(item) for key, item in attributes.items()}
    parts = "".join(f" {key.replace('_', '-')}={quoteattr(item)}" for key, item in values.items())
    return f"<{name}{parts}>{content}</{name}>" if content else f"<{name}{parts}/>"


def text(x: float, y: float, content: str, /, **attributes: str | float) -> str:
    """Return a line of text; what stands in it is data and never markup."""
    return element("text", escape(content), x=x, y=y, **attributes)


def titled(content: str, title: str) -> str:
    """Return elements as a group with words that are shown when a pointer rests on it."""
    return element("g", element("title", escape(title)) + content)


def wrapped(content: str, width: int) -> list[str]:
    """Return a text in lines of at most some characters, broken at spaces but not at those that bind."""
    lines: list[str] = []
    for word in " ".join(content.split("\n")).split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def breadth(content: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a text is; a character of East Asia is as wide as it is high."""
    narrow = size * (0.64 if bold else 0.56)
    return sum(size if ord(letter) > 0x2E80 else narrow for letter in content)


def picture(width: float, height: float, title: str, description: str, content: str) -> str:
    """Return a whole picture."""
    head = element("title", escape(title), id="title") + element("desc", escape(description), id="desc")
    body = element(
        "svg",
        f"\n{head}\n{content}\n",
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="img",
        aria_labelledby="title desc",
        font_family=FONT,
        font_size=12,
        fill="#1f2933",
    )
    return f"{body}\n"


def fitted(content: str, size: float, room: float, most: int) -> list[str]:
    """Return a text in at most some lines that fit a room, cut with an ellipsis where they do not suffice.

    Args:
        content: The text; without what XML cannot hold.
        size: Height of the letters.
        room: Room of a line.
        most: Most lines.
    """
    lines: list[str] = []
    line = ""
    for word in _pieces(content, size, room):
        longer = f"{line} {word}".strip()
        if breadth(longer, size) <= room:
            line = longer
            continue
        if len(lines) == most - 1:
            return [*lines, _ended(longer, size, room)]
        if line:
            lines.append(line)
        line = word
    return [*lines, line] if line else lines


def _pieces(content: str, size: float, room: float) -> Iterator[str]:
    """Yield words; one that is longer than a line in pieces."""
    longest = max(int(room / size), 1)
    for word in content.split():
        if breadth(word, size) <= room:
            yield word
        else:
            yield from (word[start : start + longest] for start in range(0, len(word), longest))


def _ended(line: str, size: float, room: float) -> str:
    kept = line
    while kept and breadth(f"{kept}…", size) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
