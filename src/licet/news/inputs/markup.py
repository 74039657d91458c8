"""HTML of strangers, event by event: however broken, it is read once, in a time that grows with its length.

The library's parser searches the whole rest again for the end of each thing that has none, and gives up at
some declarations. Nothing without an end, and no such declaration, reaches it.
"""

from __future__ import annotations

from html.parser import HTMLParser

_ENDS = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<", ">"))


class MarkupReader(HTMLParser):
    """Reads any markup; what begins without an end is text."""

    def read(self, markup: str) -> None:
        """Read a whole document or a piece of one."""
        for start, end in _ENDS:
            last = max(markup.rfind(end), 0)
            markup = markup[:last] + markup[last:].replace(start, f"&lt;{start[1:]}")
        self.feed(markup)
        self.close()

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Pass over a declaration such as `<![endif]>`, known or not (WHATWG HTML, bogus comment)."""
        del report
        end = "]]>" if self.rawdata.startswith("<![CDATA[", i) else ">"
        found = self.rawdata.find(end, i)
        return found + len(end) if found >= 0 else -1
