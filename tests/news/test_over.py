"""Measures that their own sentence tells as gone are not in force; that they were lifted may be told."""

from __future__ import annotations

import pytest

from licet.news.reading import read
from licet.news.story import read_story

GONE = (
    "In 2014 the Treasury sanctioned Orlo, which was taken off the list in 2019.",
    "The Treasury froze the assets of Orlo in 2014, which were unfrozen a year later.",
    "The Treasury imposed a ban on Orlo in 2014, which lapsed in 2019.",
    "Banks that were sanctioned in the last crisis have since been taken off all lists.",
    "Blacklisted in May by Britain and delisted in June, Orlo is hiring again.",
    "Peace brought the end of the embargo that the Security Council had imposed on Norda.",
    "The truce put an end to the tariff that Norda had imposed on timber in May.",
)
STILL = (
    "In 2014 the Treasury sanctioned Orlo, which was bought by a bank in 2019.",
    "The Treasury froze the assets of Orlo in 2014, which were held in Jersey.",
    "Banks demand an end to the embargo that the Security Council imposed on Norda in May.",
    "The Treasury has barred Orlo from buying chips until March 2031.",
)


def in_force(text: str) -> set[str]:
    reading = read(read_story(f"date 2026-11-20\n{text}".encode()))
    return {
        mention.trigger.text
        for value in reading.measures
        for mention in value.value.mentions
        if mention.standing.modality.effective and not value.value.type.undoes
    }


@pytest.mark.parametrize("text", GONE)
def test_what_is_gone_is_not_in_force(text: str) -> None:
    assert in_force(text) == set()


@pytest.mark.parametrize("text", STILL)
def test_what_nobody_ended_is_in_force(text: str) -> None:
    assert in_force(text)
