"""Which places of a story are one measure: anaphora, apposition, headlines, and what must stay apart."""

from __future__ import annotations

import pytest

from licet.news.measures.measure import Measure
from licet.news.reading import read
from licet.news.story import read_story

CAST = "Tarn Optics Ltd. makes lenses. Kestrel Mills Ltd. makes flour. Orlan Shipping Ltd. owns ships.\n\n"
BARRED = "The Commerce Department on Tuesday barred Tarn Optics from buying American parts."
FINED = "OFSI on Tuesday fined Kestrel Mills £2 million."
EMBARGO = "Australia has maintained an arms embargo on Iran since 1991."


def measures(text: str) -> list[Measure]:
    return [value.value for value in read(read_story("date 2024-06-12\n" + CAST + text)).measures]


def of(found: list[Measure], word: str, last: int = 1) -> Measure:
    """The measure that the last place with a word speaks of."""
    places = [
        (item.trigger.start, measure)
        for measure in found
        for item in measure.mentions
        if word in item.trigger.text
    ]
    return sorted(places, key=lambda place: place[0])[-last][1]


@pytest.mark.parametrize(
    ("told", "verb", "later", "noun"),
    [
        (BARRED, "barred", "The ban has shocked suppliers.", "ban"),
        (BARRED, "barred", "Suppliers deplored the decision.", "decision"),
        (BARRED, "barred", "The restrictions took traders by surprise.", "restrictions"),
        (FINED, "fined", "The penalty is the highest since 2019.", "penalty"),
        (FINED, "fined", "The miller will appeal against the fine.", "fine"),
        (FINED, "fined", "Lawyers called the punishment harsh.", "punishment"),
    ],
)
def test_a_definite_noun_speaks_of_the_measure_told_before(
    told: str, verb: str, later: str, noun: str
) -> None:
    found = measures(f"{told}\n\n{later}")
    assert of(found, noun) is of(found, verb)


@pytest.mark.parametrize(
    ("later", "noun", "verb"),
    [
        ("The order runs for years.", "order", "barred"),
        ("The penalty runs to a page.", "penalty", "fined"),
        ("The ban hurts.", "ban", "barred"),
    ],
)
def test_a_noun_keeps_to_its_range(later: str, noun: str, verb: str) -> None:
    """A penalty is no ban and an order no fine, whichever was told last."""
    one, other = (BARRED, FINED) if verb == "barred" else (FINED, BARRED)
    found = measures(f"{one}\n\n{other}\n\n{later}")
    assert of(found, noun) is of(found, verb)


def test_the_decision_is_what_the_story_is_about_and_not_what_it_mentions_by_the_way() -> None:
    found = measures(f"{BARRED}\n\n{EMBARGO} Trade unions welcomed the decision.")
    assert of(found, "decision") is of(found, "barred")


def test_two_things_of_one_clause_are_two() -> None:
    found = measures(f"{BARRED}\n\nThe arms embargo on Iran is untouched by the decision.")
    assert of(found, "decision") is not of(found, "embargo")


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("OFSI fined Kestrel Mills £2 million, a penalty that it refused to pay.", "fined", "penalty"),
        ("The Commerce Department barred Tarn Optics from buying parts, a ban that bites.", "barred", "ban"),
    ],
)
def test_a_noun_set_beside_a_clause_is_its_measure(text: str, verb: str, noun: str) -> None:
    found = measures(text)
    assert of(found, noun) is of(found, verb)


def test_a_ban_is_another_one_where_none_is_known() -> None:
    """What is told with "a" is new, and so is what is told as one more."""
    found = measures(f"{BARRED}\n\nAustria is weighing a ban on sales of lenses to Orlan Shipping.")
    assert of(found, "ban") is not of(found, "barred")
    found = measures(f"{BARRED} Austria also froze the assets of Orlan Shipping.")
    assert of(found, "froze") is not of(found, "barred")


def test_a_noun_does_not_speak_of_what_there_is_none_of() -> None:
    found = measures(
        f"{BARRED}\n\nNo member of the Orlan Shipping board has been placed on the Entity List.\n\n"
        "The ban cost Tarn Optics two customers."
    )
    assert of(found, "ban") is of(found, "barred")


def test_denials_of_one_thing_are_one() -> None:
    found = measures("The Commerce Department has not banned Tarn Optics. No such ban exists.")
    assert len({id(of(found, "ban")), id(of(found, "banned"))}) == 1
    assert not any(measure.standing.modality.effective for measure in found)


@pytest.mark.parametrize(
    "later",
    [
        "The Commerce Department plans to bar Tarn Optics from buying lathes as well.",
        "The Commerce Department has threatened to bar Tarn Optics from selling lenses.",
        "The Commerce Department did not bar Tarn Optics from selling lenses.",
    ],
)
def test_a_verb_that_tells_no_act_is_not_joined_with_one_that_does(later: str) -> None:
    found = measures(f"{BARRED}\n\n{later}")
    effective = [measure for measure in found if measure.standing.modality.effective]
    assert all(item.trigger.text != "bar" for measure in effective for item in measure.mentions)


@pytest.mark.parametrize(
    "text",
    [
        "The United States halted purchases from Kestrel Mills in 2022 and resumed them a year later.",
        "China banned imports of flour from Kestrel Mills in 2021 but then withdrew the measure.",
    ],
)
def test_what_ended_in_the_same_sentence_is_not_in_force(text: str) -> None:
    found = measures(text)
    assert found
    assert not found[0].standing.modality.effective


def test_a_body_that_bears_the_name_of_a_country_acts_for_it() -> None:
    found = measures(
        "Denmark on Friday banned imports of lenses from Tarn Optics.\n\n"
        "The ban, issued by the Danish Business Authority, is final."
    )
    assert of(found, "ban") is of(found, "banned")


@pytest.mark.parametrize(
    "text",
    [
        "Ports are empty. The embargo on Belarus has cost Tarn Optics its best customers.",
        "Germany has proposed an embargo on Belarus. The embargo has cost Tarn Optics its best customers.",
        "The embargo on Belarus exists only in the heads of bakers.",
        "There is no embargo on Belarus. The embargo has cost Tarn Optics nothing.",
    ],
)
def test_a_noun_alone_is_no_act(text: str) -> None:
    """Whoever speaks of a measure need not speak of one in force: some act of the story must tell it."""
    assert not any(measure.standing.modality.effective for measure in measures(text))


def test_the_order_is_what_the_story_is_about_and_not_what_was_told_last() -> None:
    found = measures(
        "The Commerce Department barred Tarn Optics from buying American lenses.\n\n"
        "The European Union banned imports of Belarusian potash in 2021.\n\n"
        "Shares of Tarn Optics fell after the restrictions were published."
    )
    assert of(found, "restrictions") is of(found, "barred")


def test_what_lapsed_by_its_own_words_is_not_in_force() -> None:
    """What is told beside it in the same sentence still is."""
    found = measures(
        "OFAC, which designated Tarn Optics in April, issued a licence for cargoes that ran out on June 30."
    )
    assert not of(found, "licence").standing.modality.effective
    assert of(found, "designated").standing.modality.effective


def test_of_several_undoings_only_those_that_share_something_are_one() -> None:
    found = measures(
        "Germany may lift its ban on flour. Kestrel Mills, a baker, wants to lift it. Japan lifted its duties"
        " on steel. Canada lifted its curbs on fish. Tarn Optics was barred from tenders. Ministers may"
        " reverse it."
    )
    undoings = [measure for measure in found if measure.type.undoes]
    assert [len(measure.mentions) for measure in undoings] == [1] * 5


def test_the_suspension_is_the_only_one_told_before() -> None:
    found = measures(
        "The European Union suspended its sanctions on Tarn Optics for six months.\n\n"
        "Shares rose. Orders came in. Staff returned.\n\nThe suspension has also helped Kestrel Mills."
    )
    assert of(found, "suspension") is of(found, "suspended")


@pytest.mark.parametrize(
    ("told", "verb", "later", "noun"),
    [
        (
            "Britain on Tuesday froze the assets of Orlan Shipping.",
            "froze",
            "The blacklisting has cost it three charters.",
            "blacklisting",
        ),
        (FINED, "fined", "The miller has paid £300,000 of the fine.", "fine"),
        (
            "The Treasury plans to suspend the ban on Kestrel Mills.",
            "suspend",
            "The suspension will be felt by bakers.",
            "suspension",
        ),
    ],
)
def test_a_known_noun_is_the_measure_told_whatever_else_is_told_of_it(
    told: str, verb: str, later: str, noun: str
) -> None:
    """Neither another name, nor a sum told behind it, nor what is foretold of it makes it another measure."""
    found = measures(f"{told}\n\n{later}")
    assert of(found, noun) is of(found, verb)


def test_a_sum_before_a_known_noun_tells_which_one_is_meant() -> None:
    """Two fines of two sums are two."""
    found = measures(f"{FINED} Orlan Shipping was fined £5 million.\n\nThe £5 million fine is under appeal.")
    assert of(found, "fine") is not of(found, "fined", 2)
    assert of(found, "fine") is of(found, "fined")


def test_who_denies_a_claim_denies_the_measure_that_was_claimed() -> None:
    """A denial in the paragraph after a rumour is of that rumour, and neither is in force."""
    found = measures(
        "The Commerce Department is considering a ban on Tarn Optics, two officials said.\n\n"
        "A spokesman denied that: no ban had been decided."
    )
    assert of(found, "ban") is of(found, "ban", 2)
    assert not of(found, "ban").standing.modality.effective


def test_a_removal_that_is_considered_is_not_told_as_done() -> None:
    """Another removal in force does not make it one."""
    found = measures(
        "The EU on Monday granted Orlan Shipping, which it sanctioned in December, a reprieve.\n\n"
        "Panama is considering the removal of eleven of the ships."
    )
    place = next(item for item in of(found, "removal").mentions if "removal" in item.trigger.text)
    assert not place.standing.modality.effective


def test_what_is_foretold_of_a_suspension_in_force_stays_apart() -> None:
    """It could be another one, which nobody has told of as done."""
    told = "The Treasury on Tuesday suspended the licence of Kestrel Mills."
    found = measures(f"{told}\n\nThe suspension will be felt by bakers.")
    assert of(found, "suspended").standing.modality.effective
    assert of(found, "suspension") is not of(found, "suspended")
    assert not of(found, "suspension").standing.modality.effective
