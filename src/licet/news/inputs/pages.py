"""A web page: its main text by trafilatura, its day as the page states it."""

from __future__ import annotations

import codecs
import re
from datetime import date
from typing import Any

from licet.model.problem import Problem, Severity
from licet.news.inputs.gathered import MOST_CHARACTERS, Gathered, InputKind, Raw
from licet.news.inputs.lines import headed, host_of, one_line
from licet.news.inputs.stamps import day_of
from licet.news.inputs.stated import Stated, stated_in
from licet.news.story import Story, decoded

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
_HEADER = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_NUMBERED = re.compile(r"&#(?:x0*([0-9a-f]{1,6})|0*([0-9]{1,7}))(?![0-9a-f]);?", re.IGNORECASE)
_HEAD = 4096
# The library compares each attribute of a tag with every other.
_MOST_ATTRIBUTES = 1000
# trafilatura's own bound on a day is the present one: a reading must not change with the clock.
_LAST_DAY = "2199-12-31"


def read_page(raw: Raw) -> Gathered:
    """Read the story of a web page."""
    markup, problems = page_text(raw.content, raw.media_type)
    told = stated_in(markup)
    if told.widest > _MOST_ATTRIBUTES:
        message = (
            f"A tag of the page has {told.widest:,} attributes: it is no story. Save its text and add that."
        )
        refused = Problem("odd_page", raw.name or raw.url or "page", message, severity=Severity.FATAL)
        return Gathered(InputKind.HTML, problems=(*problems, refused))
    drawn = _drawn(_NUMBERED.sub(_character, markup), raw.url)
    text = "\n\n".join(line for line in (drawn.text or "").splitlines() if line.strip()) if drawn else ""
    if not text or len(text) > MOST_CHARACTERS:
        problems.append(_no_text(raw, text))
        return Gathered(InputKind.HTML, problems=tuple(problems))
    title = told.title or one_line(drawn.title)
    day, doubts = _day(told, drawn.date or "")
    story = Story(
        headed(title, text),
        day,
        raw.outlet or told.outlet or host_of(raw.url or told.url),
        _address(raw.url, told.url),
        (*problems, *doubts),
        title=title,
        extractor=f"trafilatura {_version()}",
    )
    return Gathered(InputKind.HTML, (story,))


def page_text(content: bytes, media_type: str = "") -> tuple[str, list[Problem]]:
    """Decode markup: by its mark, the server's word, its own word; else as UTF-8 or Windows-1252.

    An encoding that the bytes do not fit is not believed.
    """
    named = _HEADER.search(media_type)
    inside = _CHARSET.search(content[:_HEAD])
    if not content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        own = inside[1].decode("ascii") if inside else ""
        # What could be read byte by byte up to this word is no UTF-16 (WHATWG HTML, prescan).
        for name in (named[1] if named else "", own if not own.lower().startswith("utf-16") else ""):
            try:
                # What declares itself Latin-1 on the web is Windows-1252 (WHATWG Encoding).
                known = codecs.lookup(name).name if name else "utf-8"
                return content.decode("cp1252" if known in {"iso8859-1", "ascii"} else known), []
            except (LookupError, ValueError):
                continue
    return decoded(content)


def _character(reference: re.Match[str]) -> str:
    """Replace a numbered character that no XML may hold: the library would give up the whole page for it."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    control = number < ord(" ") and chr(number) not in "\t\n\r"
    return "\ufffd" if control or number in {0xFFFE, 0xFFFF} else reference[0]


def _drawn(markup: str, url: str) -> Any:  # noqa: ANN401  trafilatura's own Document
    """Take the main text out of a page; the library takes its time to load."""
    from trafilatura import bare_extraction  # noqa: PLC0415  see above

    return bare_extraction(
        markup,
        url=url or None,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": _LAST_DAY},
    )


def _version() -> str:
    import trafilatura  # noqa: PLC0415  loaded by now

    return str(trafilatura.__version__)


def _day(told: Stated, guessed: str) -> tuple[date | None, list[Problem]]:
    """Choose the day that the page states; one that was only found in it is told as such."""
    if told.dated:
        return told.dated, []
    day = day_of(guessed)
    if day is None:
        message = "The page states no day of publication: expressions such as `yesterday` have no day."
        return None, [Problem("no_date", "page", message, severity=Severity.FIELD)]
    message = "The page states no day of publication; this day was found in its address or text. Check it."
    return day, [Problem("inferred_date", "page", message, guessed)]


def _address(asked: str, canonical: str) -> str:
    """Choose the page's own word for its address, but not one on another site than it came from."""
    if not asked:
        return canonical
    return canonical if canonical and host_of(canonical) == host_of(asked) else asked


def _no_text(raw: Raw, text: str) -> Problem:
    where = raw.url or raw.name or "page"
    if text:
        message = f"The text has {len(text):,} characters; at most {MOST_CHARACTERS:,} are read as one story."
        return Problem("too_long", where, message, text[:500], Severity.FATAL)
    message = (
        "The page has no main text: perhaps it is a log-in, a list of links, or made by its scripts. "
        "Save what a browser shows as text and add that."
    )
    return Problem("no_main_text", where, message, severity=Severity.FATAL)
