"""The watch: which signals are listed, why, and which instrument answers to them on which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.news.readings import Making

from licet import wiring
from licet.errors import SettingsError, UsageError
from licet.model import Subject
from licet.news.measures.measure import MeasureType
from licet.news.modality.modality import Modality
from licet.news.parties.party import Role
from licet.news.reading import Reading
from licet.news.signals.signal import SignalKind
from licet.settings import Settings
from licet.usecases.signals import ReadStory, Wanted, Watched, watch
from licet.usecases.signals_told import signals_card, watched_dict
from licet.wiring.watching import WatchQuestion, law_of

TEXT = "In May the minister promised to ease the denial order on ZTE Corporation, and to fine Quill Cement."


def story(dated: date | None = date(2018, 5, 14)) -> Reading:
    made = Making(TEXT, dated, "Northern Wire")
    made.party("zte", "ZTE Corporation").party("quill", "Quill Cement")
    made.measure(MeasureType.DENIAL_ORDER, [("denial order", Modality.IN_FORCE)], ["zte"])
    made.measure(MeasureType.RELIEF, [("ease", Modality.PLEDGED)], affects="m1")
    made.measure(MeasureType.FINE, [("fine", Modality.PLEDGED)], ["quill"])
    return made.done()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[wiring.Desk]:
    """The desk on the embedded lists, in a folder of its own."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
            patch.setenv(name, str(folder))
        with wiring.open_desk(Settings()) as opened:
            yield opened


def watched(
    desk: wiring.Desk,
    wanted: Wanted,
    as_of: str = "2018-05-14",
    known_by: str | None = None,
    reading: Reading | None = None,
) -> list[Watched]:
    asked = desk.as_of(as_of, known_by)
    told = [ReadStory("s1", reading or story())]
    return watch(told, wanted, law_of(asked), asked.session())


def relief(found: list[Watched]) -> Watched:
    return next(item for item in found if item.signal.kind is SignalKind.RELIEF_PLEDGED)


@pytest.mark.parametrize(
    ("as_of", "known_by", "days"),
    [
        ("2018-05-14", None, []),
        ("2018-06-15", None, []),
        ("2018-07-05", None, ["2018-07-02"]),
        ("2018-07-14", None, ["2018-07-02", "2018-07-13"]),
        ("2018-07-14", "2018-07-12", ["2018-07-02"]),
    ],
)
def test_a_pledge_is_linked_to_the_instrument_when_one_comes(
    desk: wiring.Desk, as_of: str, known_by: str | None, days: list[str]
) -> None:
    """By both clocks: an order that is not there, or not public, answers to nothing.

    The settlement of June eases nothing: the denial ends by the order of July alone.
    """
    found = relief(watched(desk, Wanted(), as_of, known_by))
    assert [item.day.isoformat() for item in found.instruments if item.source == "rulebook"] == days
    said = "instrument known since" if days else "no instrument known (rulebook "
    assert found.why.startswith(f"pledged relief of the denial order on ZTE Corporation; {said}")
    if "2018-07-13" in days:
        assert "terminates the denial" in found.why
        assert "83 FR 34825" in found.why


def test_an_act_in_force_names_the_newest_instrument_of_its_day(desk: wiring.Desk) -> None:
    """Asked later, a report of May still rests on the order of April, in the rulebook and on the list."""
    (act,) = (
        item for item in watched(desk, Wanted(), "2018-07-14") if item.signal.kind is SignalKind.ACT_REPORTED
    )
    assert {(item.day, item.source) for item in act.instruments} >= {(date(2018, 4, 15), "rulebook")}
    assert {item.day for item in act.instruments} == {date(2018, 4, 15)}
    older = "instrument known since 2018-04-15 (29 days before the story)"
    assert f"; {older}: 2018-04-15 activated for ZTE Corporation: " in act.why
    assert f"            {older}:\n" in signals_card([watched_dict(act)])


def test_a_signal_is_listed_for_a_customer_by_its_name(desk: wiring.Desk) -> None:
    """Names are compared as the matcher compares them; who is no customer gives no signal."""
    wanted = Wanted(customers=[Subject(("ZTE CORP",), key="C-7"), Subject(("Tarn Harbour Ltd",))])
    found = watched(desk, wanted)
    assert {party.name for item in found for party in item.parties} == {"ZTE Corporation"}
    assert found[0].reasons == ("customer ZTE CORP (C-7) bears the name ZTE Corporation (1.00)",)


def test_a_country_is_no_customer(desk: wiring.Desk) -> None:
    """Only a subject of the story is compared with customers."""
    made = Making("New tariffs on Norway were threatened.", date(2018, 5, 14)).party(
        "country-NO", "Norway", Role.COUNTRY
    )
    made.measure(MeasureType.TARIFF, [("tariffs", Modality.THREATENED)], ["country-NO"])
    assert watched(desk, Wanted(customers=[Subject(("Norway",))]), reading=made.done()) == []
    (found,) = watched(desk, Wanted(), reading=made.done())
    assert found.why.endswith("the story names no party that the measure is aimed at")


def test_a_signal_is_listed_for_a_type_that_the_policy_follows(desk: wiring.Desk) -> None:
    """Whomever it concerns; a relief counts as about the measure that it would ease."""
    found = watched(desk, Wanted(follow=frozenset({MeasureType.DENIAL_ORDER})))
    assert [item.signal.type for item in found] == [MeasureType.RELIEF, MeasureType.DENIAL_ORDER]
    assert found[0].reasons == ("your policy follows denial_order",)


def test_only_stories_since_a_day_and_signals_of_a_kind_are_listed(desk: wiring.Desk) -> None:
    """A story without a day is always listed, and no instrument is told to be later than it."""
    assert watched(desk, Wanted(since=date(2018, 5, 15))) == []
    threats = watched(desk, Wanted(kinds=frozenset({SignalKind.MEASURE_THREATENED})))
    assert [item.signal.type for item in threats] == [MeasureType.FINE]
    undated = watched(desk, Wanted(since=date(2018, 5, 15)), reading=story(None))
    assert len(undated) == 3
    assert undated[0].why.endswith("no instrument is looked for: the story bears no day")


def test_what_is_listed_is_told_with_its_sentence_and_without_effect(desk: wiring.Desk) -> None:
    """As JSON and as a card."""
    rows = [watched_dict(item) for item in watched(desk, Wanted())]
    assert {row["effect"] for row in rows} == {"none"}
    assert {row["sentence"] for row in rows} == {TEXT}
    card = signals_card(rows)
    assert "2018-05-14  relief pledged: pledged relief of the denial order on ZTE Corporation\n" in card
    assert "            no instrument known (rulebook " in card
    assert (
        "              2018-04-15 activated for ZTE Corporation: Order activating the suspended denial"
        in card
    )
    assert "none of them changes an answer" in card
    assert signals_card([]) == "no signal to look at\n"


def test_a_type_a_kind_or_a_day_that_there_is_not_is_told(desk: wiring.Desk, tmp_path: Path) -> None:
    """On the command line as a usage error, in a file as a wrong setting, each with what there is."""
    for question in (
        WatchQuestion(follow=("denial",)),
        WatchQuestion(kinds=("pledge",)),
        WatchQuestion(since="May"),
    ):
        with pytest.raises(UsageError, match=r"denial_order|relief_pledged|YYYY-MM-DD"):
            question.ask(desk)
    file = tmp_path / "licet.toml"
    file.write_text('news_follow = ["denial_orders"]\n', encoding="utf-8")
    settings = wiring.load_settings(start=tmp_path, environ={}, flags={})
    other = desk.as_of(None)
    other.settings = settings
    with pytest.raises(SettingsError, match=r"news_follow = 'denial_orders' .*licet\.toml.*denial_order"):
        WatchQuestion().ask(other)
