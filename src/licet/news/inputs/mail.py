"""A mail (RFC 5322): its text, or what its HTML says; its subject as headline, its date as day."""

from __future__ import annotations

import email.policy
from collections.abc import Sequence
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.utils import parseaddr

from licet.model.problem import Problem, Severity
from licet.news.inputs.fragments import EXTRACTOR, words_of
from licet.news.inputs.gathered import MOST_CHARACTERS, Gathered, InputKind, Raw
from licet.news.inputs.lines import headed, one_line
from licet.news.inputs.pages import page_text
from licet.news.inputs.stamps import day_of
from licet.news.story import Story

_MOST_PARTS = 200


def read_mail(raw: Raw) -> Gathered:
    """Read the story of a mail. Attachments are not read; each is told."""
    where = raw.name or raw.url or "mail"
    try:
        message = message_from_bytes(raw.content, _class=EmailMessage, policy=email.policy.compat32)
        parts = list(_parts(message))
    except (ValueError, LookupError, RecursionError, AttributeError, TypeError, IndexError) as error:
        told = f"The mail cannot be read ({type(error).__name__}). Save its text and add that."
        return Gathered(InputKind.EMAIL, problems=(Problem("bad_mail", where, told, "", Severity.FATAL),))
    problems = [
        Problem("broken_mail", where, f"{_name(item)}.", severity=Severity.NOTE) for item in _defects(parts)
    ]
    text, extractor = _body(parts, problems)
    title = one_line(_header(message, "Subject"))
    if not text.strip() or len(text) > MOST_CHARACTERS:
        told = (
            f"The mail has no text, or more than {MOST_CHARACTERS:,} characters. Save its text and add that."
        )
        problems.append(Problem("no_text", where, told, severity=Severity.FATAL))
        return Gathered(InputKind.EMAIL, problems=tuple(problems))
    problems += _attached(parts, where)
    stated = _header(message, "Date")
    dated = day_of(stated)
    if dated is None:
        told = "The mail has no Date that names a day: expressions such as `yesterday` have no day."
        problems.append(Problem("bad_date" if stated else "no_date", f"{where}, Date", told, stated[:500]))
    name, address = parseaddr(one_line(_header(message, "From")))
    story = Story(
        headed(title, text),
        dated,
        raw.outlet or name or address,
        raw.url,
        tuple(problems),
        title=title,
        extractor=extractor,
    )
    return Gathered(InputKind.EMAIL, (story,))


def _parts(message: Message) -> list[Message]:
    found = []
    for part in message.walk():
        found.append(part)
        if len(found) >= _MOST_PARTS:
            break
    return found


def _body(parts: list[Message], problems: list[Problem]) -> tuple[str, str]:
    """Return the first plain part with words, else the first HTML part with some, and what drew it out."""
    for kind in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() != kind or part.get_content_disposition() == "attachment":
                continue
            payload = part.get_payload(decode=True)
            if not isinstance(payload, bytes):
                continue
            text, told = page_text(payload, str(part.get("Content-Type", "")))
            text = words_of(text) if kind == "text/html" else text.replace("\r\n", "\n")
            if text.strip():
                problems += told
                return text, EXTRACTOR if kind == "text/html" else "licet mail 1"
    return "", ""


def _attached(parts: list[Message], where: str) -> list[Problem]:
    return [
        Problem(
            "attachment",
            where,
            f"Not read: the attachment {one_line(part.get_filename()) or part.get_content_type()!r}.",
            severity=Severity.NOTE,
        )
        for part in parts
        if part.get_content_disposition() == "attachment"
    ]


def _header(message: Message, name: str) -> str:
    """Return a header with its encoded words read (RFC 2047); empty where it is absent or beyond reading."""
    from email.errors import HeaderParseError  # noqa: PLC0415  only for a broken header
    from email.header import decode_header, make_header  # noqa: PLC0415  same

    value = message.get(name)
    if value is None:
        return ""
    try:
        return str(make_header(decode_header(str(value))))
    except (HeaderParseError, LookupError, ValueError):
        return str(value)


def _defects(parts: list[Message]) -> Sequence[Exception]:
    return [defect for part in parts for defect in part.defects][:10]


def _name(defect: Exception) -> str:
    return (defect.__doc__ or type(defect).__name__).strip().rstrip(".").split("\n")[0]
