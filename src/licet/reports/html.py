"""Pages of one file: no script, nothing from elsewhere, readable in light, in dark and on paper."""

from __future__ import annotations

import unicodedata
from html import escape
from typing import Final

_ALLOWED = frozenset("\n\t")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE: Final = """
:root { color-scheme: light dark; --ink: #1f2933; --ground: #ffffff; --pale: #5a6675; --rule: #d0d7e0;
  --measure: #ffd9d6; --amount: #ffe9b8; --date: #d3ecf8; --party: #dbe4ff; --said: #8a5a00;
  --mentioned: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --ground: #14181d; --pale: #a3afbd;
  --rule: #3a4450; --measure: #6b2320; --amount: #5a4300; --date: #114457; --party: #2a3770;
  --said: #e0b060; --mentioned: #ff8a80; } }
@media print { :root { --ink: #000; --ground: #fff; --pale: #333; --rule: #999; --measure: #ffd9d6;
  --amount: #ffe9b8; --date: #d3ecf8; --party: #dbe4ff; --said: #8a5a00; --mentioned: #b3261e; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  tr { break-inside: avoid-page; } }
body { margin: 0 auto; max-width: 78rem; padding: 1.5rem; color: var(--ink); background: var(--ground);
  font: 16px/1.55 system-ui, "Segoe UI", "Helvetica Neue", Arial, "Noto Sans", sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin-top: 2rem; }
p.warning { border-left: .3rem solid var(--said); padding: .3rem .8rem; }
.pale { color: var(--pale); } .story { max-width: 46rem; overflow-wrap: anywhere; }
mark { color: inherit; background: none; padding: 0 .05em; border-radius: .15em; }
mark.statement { border-bottom: 2px dotted var(--said); }
mark.party { background: var(--party); } mark.date { background: var(--date); }
mark.amount { background: var(--amount); } mark.measure { background: var(--measure); font-weight: 650; }
mark.mentioned { outline: 1.5px dashed var(--mentioned); outline-offset: -1px; }
ul.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; padding: 0; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { border: 1px solid var(--rule); padding: .35rem .5rem; text-align: left; vertical-align: top;
  overflow-wrap: break-word; }
td.day { white-space: nowrap; }
caption { text-align: left; font-weight: 650; padding: .4rem 0; }
.picture { overflow-x: auto; background: #fff; border: 1px solid var(--rule); }
.picture svg { display: block; width: 100%; min-width: 60rem; height: auto; }
"""


def safe(text: str) -> str:
    """Return text as content of an element or an attribute: escaped, and without what a page cannot hold.

    Control, surrogate and direction characters are shown as a replacement character, so that no story can
    turn the order in which a page is read.
    """
    return escape("".join(char if _fits(char) else "\ufffd" for char in text), quote=True)


def _fits(char: str) -> bool:
    return char in _ALLOWED or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Cn", "Co"}


def page(title: str, body: str) -> str:
    """Return a whole page.

    Args:
        title: Its title, as plain text.
        body: Its content, as markup that is safe already.
    """
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{safe(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
