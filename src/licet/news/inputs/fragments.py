"""The words of a piece of HTML, all of them: for what a feed or a mail carries, which holds nothing else.

Scripts, styles and what is hidden are no words. Any markup is read, however broken; none is followed.
"""

from __future__ import annotations

from licet.news.inputs.markup import MarkupReader

EXTRACTOR = "licet html fragment 1"

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "fieldset"),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"),
        *("main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
        "ul",
    )
)
_SILENT = frozenset(("script", "style", "head", "template", "noscript", "svg", "math", "object", "iframe"))
_EMPTY = frozenset(
    ("br", "hr", "img", "input", "link", "meta", "wbr", "area", "base", "col", "source", "track")
)


def words_of(markup: str) -> str:
    """Return the text of a piece of HTML, its blocks as paragraphs."""
    reader = _Reader()
    reader.read(markup)
    return reader.text()


class _Reader(MarkupReader):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[list[str]] = [[]]
        self._silent: list[str] = []

    def text(self) -> str:
        joined = (" ".join("".join(block).split()) for block in self._blocks)
        return "\n\n".join(line for line in joined if line)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._blocks.append([])
        if self._silent:
            if tag == self._silent[0]:
                self._silent.append(tag)
        elif tag in _SILENT or (tag not in _EMPTY and _hidden(attrs)):
            self._silent.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _BLOCKS:
            self._blocks.append([])

    def handle_endtag(self, tag: str) -> None:
        if self._silent and tag == self._silent[0]:
            self._silent.pop()
        if tag in _BLOCKS:
            self._blocks.append([])

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._blocks[-1].append(data)


def _hidden(attrs: list[tuple[str, str | None]]) -> bool:
    for name, value in attrs:
        style = "".join((value or "").lower().split()) if name == "style" else ""
        if name == "hidden" or "display:none" in style or "visibility:hidden" in style:
            return True
    return False
