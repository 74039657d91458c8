"""Stories of mails."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest

from licet.news.inputs.gathered import Gathered, Raw
from licet.news.inputs.reading import read_input


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    told = {"From": "Harbour Post <desk@harbour.example>", "Date": "Tue, 02 Mar 2021 22:30:00 -0500"}
    for name, value in (told | {"Subject": "Ministry says “no”"} | headers).items():
        message[name] = value
    return message


def read(message: EmailMessage | bytes, **more: str) -> Gathered:
    content = message if isinstance(message, bytes) else message.as_bytes()
    return read_input(Raw(content, "a.eml", **more))


def codes(found: Gathered) -> list[str]:
    return [
        item.code for item in (*found.problems, *(item for one in found.stories for item in one.problems))
    ]


def test_the_plain_part_is_the_story_under_its_subject() -> None:
    message = mail()
    message.set_content("The ministry said “no”.\n\nMore tomorrow.\n")
    message.add_alternative("<p>HTML</p>", subtype="html")
    (story,) = read(message).stories
    assert story.text == "Ministry says “no”\n\nThe ministry said “no”.\n\nMore tomorrow."
    assert (story.dated, story.outlet) == (date(2021, 3, 2), "Harbour Post")
    assert (story.title, story.problems) == ("Ministry says “no”", ())


def test_where_there_is_no_plain_part_the_words_of_the_html_are_the_story() -> None:
    message = mail(From="desk@harbour.example")
    message.set_content("<style>p{}</style><p>The ministry<br>said no.</p>", subtype="html")
    (story,) = read(message).stories
    assert story.text == "Ministry says “no”\n\nThe ministry\n\nsaid no."
    assert story.outlet == "desk@harbour.example"
    assert story.extractor == "licet html fragment 1"


def test_an_attachment_is_told_and_not_read() -> None:
    message = mail()
    message.set_content("The ministry said no.")
    message.add_attachment(b"other words", maintype="text", subtype="plain", filename="order\u202e.txt")
    (story,) = read(message).stories
    assert "other words" not in story.text
    (told,) = story.problems
    assert (told.code, told.message) == ("attachment", "Not read: the attachment 'order.txt'.")


@pytest.mark.parametrize(("day", "code"), [("", "no_date"), ("soon", "bad_date")])
def test_a_mail_without_a_day_has_none(day: str, code: str) -> None:
    raw = f"From: a@harbour.example\nDate: {day}\nSubject: x\n\nThe ministry said no.\n".encode()
    found = read(raw)
    assert found.stories[0].dated is None
    assert codes(found) == [code]


@pytest.mark.parametrize(
    "raw",
    [
        b'From: x\nDate: y\nContent-Type: multipart/mixed; boundary="\n\n',
        b"From: x\nDate: y\nContent-Type: text/plain; charset=\xff\nContent-Transfer-Encoding: base64\n\n!!!",
        b"From: =?utf-8?q?=FF?=\nSubject: =?bogus?b?//8=?=\n\nThe ministry said no.",
        b"Content-Type: multipart/mixed; boundary=b\n\n"
        + b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 3000,
        b"From: x\nDate: y\nContent-Type: message/rfc822\n\n" * 200,
        b"Date: " + b"(" * 50_000 + b"\nFrom: x\n\nThe ministry said no.",
    ],
)
def test_broken_mails_do_no_harm(raw: bytes) -> None:
    found = read(raw)
    assert found.stories or found.problems


def test_a_long_plain_mail_is_read_whole() -> None:
    message = mail()
    text = "\n\n".join(f"Paragraph {number} of the letter." for number in range(5000))
    message.set_content(text)
    (story,) = read(message).stories
    assert story.text.endswith(text)
