"""Names in tables, in lines of capitals, in transcripts and beside the labels of identifiers."""

from __future__ import annotations

from licet.news.layout import layout
from licet.news.parties.party import PartyKind
from licet.news.parties.reading import parties
from licet.news.reading import read
from licet.news.story import read_story


def named(text: str) -> dict[str, list[str]]:
    """What each party is called in a story."""
    laid = layout(read_story(f"date 2025-06-03\n{text}\n"))
    return {item.value.key: [mention.span.text for mention in item.value.mentions] for item in parties(laid)}


def test_a_name_ends_with_its_cell() -> None:
    """Neither a TAB nor the end of a short line is part of a name."""
    found = named(
        "Two parties were named.\n\nName\tIdentifying information\nOleg PETRIN\tDOB: 12 Mar 1960\n"
        "Severna Zvezda LLC\tINN 7701234567\nBank Rosmark\tBank which serves the fleet"
    )
    assert [names[0] for names in found.values()] == [
        "Oleg PETRIN",
        "Severna Zvezda LLC",
        "Bank Rosmark",
    ]


def test_no_shape_makes_a_name_in_a_line_of_capitals() -> None:
    """What stands there is a sentence; who is known from elsewhere is found in it."""
    found = named(
        "Tarn Optics Ltd. makes glass.\n\n*CHINA SAYS WILL ANSWER IF U.S. BANS TARN OPTICS"
        "\n*U.S. TO ADD TARN OPTICS TO ENTITY LIST\n*ENVOYS FAIL TO AGREE\n*EU HAS NOT DECIDED ON TARN"
    )
    assert found.pop("tarn-optics") == ["Tarn Optics Ltd.", "TARN OPTICS", "TARN OPTICS", "TARN"]
    assert found == {"country-CN": ["CHINA"], "country-US": ["U.S.", "U.S."], "eu": ["EU"]}


def test_a_name_alone_in_capitals_is_one() -> None:
    """A list of firms in capitals is no sentence."""
    assert "gorgon-star-trading" in named("The firms are these.\n\nGORGON STAR TRADING LLC\nDELOS SPARES FZE")


def test_shouted_verbs_are_no_parties() -> None:
    """Courts write their orders in capitals."""
    assert named("IT IS HEREBY ORDERED that the listing of Halvor is VACATED.").keys() == {"halvor"}


def test_labels_and_buttons_are_no_parties() -> None:
    """Identifiers, a banner on cookies, adverbs."""
    found = named(
        "Accept all | Reject all | Manage options\n\nConcurrently, a tanker (IMO 6123456), INN 77012, was"
        " sold by Orlan Ltd; its master, DOB 12 Mar 1960, was not."
    )
    assert found.keys() == {"orlan"}
    assert "imo" in named("The IMO said on Monday that the tanker must leave.")


def test_a_number_of_an_identifier_counts_nothing() -> None:
    """A ship has one number and is not six million ships."""
    story = read_story("date 2025-06-03\nThe ministry sold IMO 6123456 vessel papers and 41 lenses.")
    texts = [" ".join(span.text for span in value.spans) for value in read(story).amounts]
    assert all("6123456" not in text for text in texts)
    assert any("41" in text for text in texts)


def test_a_label_of_a_transcript_is_a_person() -> None:
    """The company is then the last firm named, and not the senator."""
    laid = layout(
        read_story(
            "date 2025-06-03\nSEN. WALTER GRIM: QAI Ltd sells drones.\n\nANN EK: Thank you.\n\n"
            "SEN. WALTER GRIM: The company must be stopped."
        )
    )
    found = {item.value.key: item.value for item in parties(laid)}
    assert found["walter-grim"].kind is PartyKind.PERSON
    assert found["ann-ek"].kind is PartyKind.PERSON
    assert [mention.span.text for mention in found["qai"].mentions] == ["QAI Ltd", "The company"]


def test_an_authority_written_with_a_small_letter_is_found() -> None:
    """Some papers write "the European commission"."""
    assert named("The European commission said it would respond.") == {
        "eu-commission": ["European commission"]
    }


def test_a_currency_before_its_sum_is_no_party() -> None:
    """The code is part of the amount; a body that bears the same letters is still one."""
    found = named("Orlan Infra Ltd. had orders worth INR 61.5 billion in March. The order book is full.")
    assert list(found) == ["orlan-infra"]
