"""Ownership as the user states it, and the cascade over it: OFAC's FAQ 398-402, other tests, an oracle."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import chain, combinations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.plain import shipment_of

from licet.model.shipment import Shipment
from licet.rules.cascade import Cascade, OwnershipTest
from licet.rules.ownership import Holding, Ownership, Share

OFAC = OwnershipTest(Decimal(50))
UK = OwnershipTest(Decimal(50), inclusive=False, aggregate=False, control=True)
EU = OwnershipTest(Decimal(50), control=True)
DAY = date(2024, 6, 1)


def owned(name: str, *owners: Mapping[str, Any], **more: object) -> dict[str, Any]:
    return {"name": name, "owners": list(owners), **more}


def by(name: str, percent: str | int | None = None, **more: object) -> dict[str, Any]:
    return {"name": name, **({} if percent is None else {"percent": percent}), **more}


def graph(*parties: Mapping[str, Any], day: date = DAY) -> Ownership:
    return Ownership(shipment(*parties), day)


def shipment(*parties: Mapping[str, Any]) -> Shipment:
    return shipment_of({"activity": "export", "day": DAY.isoformat(), "parties": list(parties)})


def reach(ownership: Ownership, *listed: str, test: OwnershipTest = OFAC) -> Cascade:
    return Cascade(ownership, frozenset(f"name {name}" for name in listed), frozenset(), test)


def states(cascade: Cascade, *names: str) -> list[bool | None]:
    return [cascade.state(f"name {name}") for name in names]


class TestOfac:
    """The examples of OFAC's questions and answers on ownership."""

    def test_faq_401_example_1_is_a_chain_and_percentages_are_not_multiplied(self) -> None:
        """X 50 % of A, A 50 % of B, B 50 % of C: all are blocked, though multiplying gives 25 and 12.5 %."""
        made = graph(owned("c", owned("b", owned("a", by("x", 50), percent=50), percent=50)))
        assert states(reach(made, "x"), "a", "b", "c") == [True, True, True]

    def test_faq_401_example_2_joins_two_branches(self) -> None:
        """X 50 % of A and of B, each 25 % of C: C is blocked."""
        made = graph(owned("c", owned("a", by("x", 50), percent=25), owned("b", by("x", 50), percent=25)))
        assert states(reach(made, "x"), "a", "b", "c") == [True, True, True]

    def test_faq_401_example_3_adds_a_direct_stake_to_an_indirect_one(self) -> None:
        """X 50 % of A and 10 % of B, A 40 % of B: B is blocked."""
        made = graph(owned("b", owned("a", by("x", 50), percent=40), by("x", 10)))
        assert states(reach(made, "x"), "a", "b") == [True, True]

    def test_faq_401_example_4_from_memory_counts_only_owners_that_are_blocked(self) -> None:
        """[from memory] X 50 % of A and 25 % of B, A and B 25 % of C each: C is not blocked."""
        made = graph(owned("c", owned("a", by("x", 50), percent=25), owned("b", by("x", 25), percent=25)))
        assert states(reach(made, "x"), "a", "b", "c") == [True, False, False]

    def test_faq_401_example_5_from_memory_stops_at_owners_that_are_not_blocked(self) -> None:
        """[from memory] X 25 % of A and of B, which own 50 % of C each: C is not blocked."""
        made = graph(owned("c", owned("a", by("x", 25), percent=50), owned("b", by("x", 25), percent=50)))
        assert states(reach(made, "x"), "a", "b", "c") == [False, False, False]

    @pytest.mark.parametrize(("percent", "expected"), [("50.00", True), ("50", True), ("49.99", False)])
    def test_fifty_is_enough_and_a_hundredth_less_is_not(self, percent: str, expected: bool) -> None:
        """Exact decimals: 50.00 against 49.99."""
        assert states(reach(graph(owned("a", by("x", percent))), "x"), "a") == [expected]

    @pytest.mark.parametrize(
        ("x", "y", "expected"), [("25", "25", True), ("25", "24.99", False), ("16.7", "33.3", True)]
    )
    def test_shares_of_several_blocked_owners_add_up(self, x: str, y: str, expected: bool) -> None:
        """FAQ 399, with shares that no binary fraction holds."""
        assert states(reach(graph(owned("a", by("x", x), by("y", y))), "x", "y"), "a") == [expected]

    def test_control_alone_reaches_nothing(self) -> None:
        """FAQ 398: ownership, not control."""
        made = graph(owned("a", by("x", "49.99", controls=True)))
        assert states(reach(made, "x"), "a") == [False]

    def test_a_holding_counts_on_its_first_and_on_its_last_day_only(self) -> None:
        """FAQ 402 needs ownership by day."""
        stated = [by("x", 60, since="2024-02-01", until="2024-03-31"), by("x", 40, since="2024-04-01")]
        made = graph(owned("a", *stated))
        days = [date(2024, 1, 31), date(2024, 2, 1), date(2024, 3, 31), date(2024, 4, 1)]
        assert [states(reach(made.on(day), "x"), "a")[0] for day in days] == [False, True, True, False]
        assert made.on(days[0]).later_days == (date(2024, 2, 1), date(2024, 4, 1))
        assert made.later_days == ()
        assert made.earlier_days == (date(2024, 1, 31), date(2024, 3, 31))
        assert [item.until for item in made.ended] == [date(2024, 3, 31)]


class TestOthers:
    """Tests of other regimes are parameters."""

    @pytest.mark.parametrize(("percent", "expected"), [("50", False), ("50.01", True)])
    def test_the_uk_wants_more_than_fifty(self, percent: str, expected: bool) -> None:
        """Trap 27."""
        made = graph(owned("a", by("x", percent, controls=False)))
        assert states(reach(made, "x", test=UK), "a") == [expected]

    def test_the_uk_does_not_simply_add_shares(self) -> None:
        """30 % and 30 % of two listed persons are 60 % for OFAC and the EU only."""
        made = graph(owned("a", by("x", 30, controls=False), by("y", 30, controls=False)))
        got = [states(reach(made, "x", "y", test=test), "a")[0] for test in (UK, EU, OFAC)]
        assert got == [False, True, True]

    @pytest.mark.parametrize(("controls", "expected"), [(True, True), (False, False), (None, None)])
    def test_where_control_is_enough_it_has_to_be_told(self, controls: bool | None, expected: bool) -> None:
        """A listed owner of 10 % whose control is not told leaves the question open."""
        made = graph(owned("a", by("x", 10, controls=controls)))
        found = reach(made, "x", test=UK)
        assert found.state("name a") is expected
        asked = ("parties[0].owners[0].controls",)
        assert found.missing("name a") == (asked if controls is None else ())

    def test_a_test_tells_itself_in_words(self) -> None:
        """The words stand in findings."""
        assert str(OFAC) == "50 per cent or more of all listed owners together"
        assert str(UK) == "more than 50 per cent of one listed owner alone, or control by other means"


class TestIntervals:
    """Shares that are not known exactly."""

    @pytest.mark.parametrize(
        ("low", "high", "expected"),
        [(50, 60, True), (49, 50, None), (10, "49.99", False), (0, 100, None)],
    )
    def test_a_range_is_decided_by_its_ends(self, low: int, high: object, expected: bool | None) -> None:
        """At least 50 blocks; at most 49.99 does not; else it is open."""
        made = graph(owned("a", by("x", percent_low=low, percent_high=high)))
        assert states(reach(made, "x"), "a") == [expected]

    def test_an_unknown_share_is_named(self) -> None:
        """The path of the missing figure is what the question asks for."""
        found = reach(graph(owned("a", by("x"), by("other", 30))), "x")
        assert states(found, "a") == [None]
        assert found.missing("name a") == ("parties[0].owners[0].percent",)
        assert found.share("name a") == Share(Decimal(0), Decimal(70))

    @pytest.mark.parametrize(("rest", "expected"), [("50", None), ("50.01", False)])
    def test_what_others_hold_leaves_no_room(self, rest: str, expected: bool | None) -> None:
        """An unknown share cannot be 50 % where others hold more than half."""
        made = graph(owned("a", by("x"), by("other", rest)))
        assert states(reach(made, "x"), "a") == [expected]

    def test_two_unknown_shares_have_one_room_together(self) -> None:
        """Each could be 45 %, both together no more than 45 %."""
        made = graph(owned("a", by("x"), by("y"), by("other", 55)))
        assert states(reach(made, "x", "y"), "a") == [False]

    def test_a_parent_without_a_share_leaves_the_question_open(self) -> None:
        """`subsidiary_of` names a parent; how much it holds is not told."""
        found = reach(graph(owned("a", subsidiary_of=["x"])), "x")
        assert states(found, "a") == [None]
        assert found.missing("name a") == ("parties[0].subsidiary_of[0].percent",)

    def test_an_identity_that_is_only_possible_leaves_the_question_open(self) -> None:
        """An owner that may be a listed one decides nothing, and is named."""
        made = graph(owned("a", by("x", 60)))
        found = Cascade(made, frozenset(), frozenset({"name x"}), OFAC)
        assert found.state("name a") is None
        assert found.missing("name a") == ("parties[0].owners[0]",)


class TestGraph:
    """Joining what is stated in several places."""

    def test_mentions_are_joined_by_name_across_parties(self) -> None:
        """Written in other letters and in another place it is the same company."""
        made = graph(owned("Alpha GmbH", by("x", 50)), owned("b", by("ALPHA GMBH", 50)))
        assert reach(made, "x").state("name b") is True

    def test_a_key_joins_other_names_and_parts_equal_ones(self) -> None:
        """The user's own key decides."""
        made = graph(
            owned("Alpha", by("x", 50), key="1"),
            owned("b", by("Alpha Holding", 50, key="1")),
            owned("c", by("Alpha", 50, key="2")),
        )
        assert states(reach(made, "x"), "b", "c") == [True, False]

    def test_equal_names_in_two_countries_are_two_companies(self) -> None:
        """A name alone is no identity."""
        made = graph(
            owned("alpha", by("x", 50), country="RU"), owned("b", by("alpha", 50, country="DE"), country="DE")
        )
        assert states(reach(made, "x"), "b") == [False]

    def test_one_stake_stated_twice_counts_once(self) -> None:
        """The same company stated in two places with 30 % has an owner of 30 %, not of 60 %."""
        made = graph(owned("a", by("x", 30)), owned("a", by("x", 30)))
        assert reach(made, "x").share("name a") == Share(Decimal(30), Decimal(30))

    def test_two_stakes_in_one_statement_add_up(self) -> None:
        """Two classes of shares of one owner."""
        made = graph(owned("a", by("x", 30), by("x", 20)))
        assert states(reach(made, "x"), "a") == [True]

    def test_statements_that_differ_leave_the_question_open(self) -> None:
        """40 % in one place and 60 % in another: between them."""
        found = reach(graph(owned("a", by("x", 40)), owned("a", by("x", 60))), "x")
        assert states(found, "a") == [None]

    def test_cycles_end(self) -> None:
        """A owns B and B owns A: neither is reached by the other, both are by a listed owner of one."""
        ring = owned("a", owned("b", by("a", 60), percent=60))
        assert states(reach(graph(ring)), "a", "b") == [False, False]
        assert states(reach(graph(ring, owned("a", by("x", 40)))), "a") == [False]
        made = graph(owned("a", by("b", 50), by("x", 50)), owned("b", by("a", 50)))
        found = reach(made, "x")
        assert states(found, "a", "b") == [True, True]
        assert found.told("name b") == "x holds 50 % of a; a holds 50 % of b"

    def test_a_company_owned_by_itself_is_not_reached(self) -> None:
        """Treasury shares."""
        assert states(reach(graph(owned("a", by("a", 60)))), "a") == [False]

    def test_more_than_a_hundred_per_cent_is_noticed(self) -> None:
        """60 and 60: the statement is wrong."""
        assert graph(owned("a", by("x", 60), by("y", 60))).overfull == ("name a",)

    def test_the_way_is_told_from_the_listed_owner_down(self) -> None:
        """In the order in which the cascade reaches."""
        made = graph(owned("c", owned("b", owned("a", by("x", 50), percent=25), by("y", 25), percent="50.5")))
        found = reach(made, "x", "y")
        assert found.told("name c") == (
            "x holds 50 % of a; a holds 25 % of b; y holds 25 % of b; b holds 50.5 % of c"
        )
        assert found.listed_behind("name c") == ("name x", "name y")

    def test_a_chain_of_two_thousand_companies_is_no_trouble(self) -> None:
        """Joined by name across parties; no recursion."""
        parties = [owned(f"c{place}", by(f"c{place + 1}", 50)) for place in range(2000)]
        found = reach(graph(*parties), "c2000")
        assert found.state("name c0") is True
        assert len(found.because("name c0")) == 2000


Edges = Mapping[tuple[str, str], Decimal]
_NODES = "abcdx"


@st.composite
def graphs(draw: st.DrawFn) -> Edges:
    """Small graphs: each company's owners hold at most 100 per cent together."""
    edges: dict[tuple[str, str], Decimal] = {}
    for company in "abcd":
        room = Decimal(100)
        for owner in draw(st.permutations(_NODES)):
            share = min(room, draw(st.sampled_from([Decimal(n) for n in ("0", "10", "25", "49.99", "50")])))
            if share and owner != company:
                edges[owner, company] = share
                room -= share
    return edges


def parties_of(edges: Edges, order: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for owner, company in order:
        found.setdefault(company, owned(company))["owners"].append(by(owner, str(edges[owner, company])))
    return list(found.values())


def oracle(edges: Edges, test: OwnershipTest, seed: str = "x") -> set[str]:
    """Return the reached nodes: what every closed set that holds the listed one has in common."""
    everyone = sorted(set(chain.from_iterable(edges)) | {seed})
    subsets = chain.from_iterable(combinations(everyone, size) for size in range(len(everyone) + 1))
    closed = []
    for members in map(set, subsets):
        held = {
            company: [
                share for (owner, owned_), share in edges.items() if owned_ == company and owner in members
            ]
            for company in everyone
        }
        total = {name: sum(s) if test.aggregate else max(s, default=Decimal(0)) for name, s in held.items()}
        if seed in members and all(
            name in members or not test.reached(Decimal(total[name])) for name in total
        ):
            closed.append(members)
    return set.intersection(*closed)


@given(graphs(), st.sampled_from([OFAC, replace(UK, control=False)]))
def test_the_cascade_is_the_least_closed_set(edges: Edges, test: OwnershipTest) -> None:
    """Against brute force over all sets of companies."""
    found = reach(graph(*parties_of(edges, list(edges))), "x", test=test)
    expected = oracle(edges, test)
    assert {name for name in "abcd" if found.state(f"name {name}")} == expected - {"x"}
    assert {name for name in "abcd" if found.state(f"name {name}") is None} == set()


@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_the_statement_does_not_matter(edges: Edges, mixer: random.Random) -> None:
    """Neither of parties nor of owners."""
    order = list(edges)
    mixer.shuffle(order)
    one, other = (reach(graph(*parties_of(edges, item)), "x") for item in (list(edges), order))
    assert states(one, *"abcd") == states(other, *"abcd")


@given(graphs(), st.sampled_from("abcd"), st.sampled_from(["1", "25", "50"]))
def test_a_further_share_of_a_listed_owner_never_unblocks(edges: Edges, company: str, more: str) -> None:
    """What is reached stays reached."""
    before = reach(graph(*parties_of(edges, list(edges))), "x")
    raised = dict(edges)
    raised["x", company] = raised.get(("x", company), Decimal(0)) + Decimal(more)
    after = reach(graph(*parties_of(raised, list(raised))), "x")
    assert all(
        now or not then for then, now in zip(states(before, *"abcd"), states(after, *"abcd"), strict=True)
    )


@given(graphs(), st.data())
def test_intervals_never_decide_what_a_figure_inside_would_turn(edges: Edges, data: st.DataObject) -> None:
    """Decided True: reached with every figure in the ranges; decided False: with none."""
    wide = data.draw(st.lists(st.sampled_from(sorted(edges)), max_size=3, unique=True)) if edges else []
    stated = parties_of(edges, list(edges))
    for party in stated:
        for owner in party["owners"]:
            if (owner["name"], party["name"]) in wide:
                owner["percent_low"], owner["percent_high"] = "0", "50"
                del owner["percent"]
    found = reach(graph(*stated), "x")
    for values in product([Decimal(0), Decimal(25), Decimal(50)], repeat=len(wide)):
        exact = {**edges, **dict(zip(wide, values, strict=True))}
        totals = {name: sum(s for (_, c), s in exact.items() if c == name) for name in "abcd"}
        if max(totals.values()) > 100:
            continue
        reached = oracle(exact, OFAC)
        for name in "abcd":
            assert found.state(f"name {name}") in (name in reached, None)


def test_a_holding_tells_itself_in_a_plain_figure() -> None:
    """Never a power of ten, never a float."""
    shares = [Share(Decimal(text), Decimal(text)) for text in ("5E+1", "50.00", "33.333", "0")]
    assert [str(item) for item in shares] == ["50 %", "50 %", "33.333 %", "0 %"]
    assert str(Share(Decimal(10), Decimal("60.50"))) == "10 to 60.5 %"
    assert str(Share(Decimal(0), Decimal(100))) == "an unknown share"
    holding = Holding("x", "a", Share(Decimal(0), Decimal(0)), "parties[0].controlled_by[0]", controls=True)
    made = graph(owned("a", controlled_by=["x"]))
    assert made.holdings == (replace(holding, owner="name x", owned="name a"),)
    assert reach(made, "x", test=UK).told("name a") == "x controls a"
