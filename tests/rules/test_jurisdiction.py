"""Whether an item is subject to the EAR: 734.3 in its order, de minimis, direct product, by date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from tests.rules.law import shipped
from tests.rules.plain import shipment_of

from licet.rules.asked import FromHits
from licet.rules.case import Jurisdiction
from licet.rules.jurisdiction import jurisdictions

CLEAN = "none"


def found(
    item: Mapping[str, Any],
    day: str = "2018-05-14",
    to: str = "CN",
    *,
    footnotes: Mapping[str, bool | None] | None = None,
    **more: Any,  # noqa: ANN401  further fields of a shipment
) -> Jurisdiction:
    asked = shipment_of(
        {"activity": "reexport", "actor": {"country": "JP"}, "items": [item], "destination": to, "day": day}
        | more
    )
    (only,) = jurisdictions(asked, date.fromisoformat(day), shipped(), FromHits(footnotes or {}))
    return only


def device(percent: str | None = None, eccn: str = "EAR99", **more: Any) -> dict[str, Any]:  # noqa: ANN401
    item: dict[str, Any] = {"eccn": eccn, "origin": "JP", "direct_product": [CLEAN]}
    if percent is not None:
        item["us_content_percent"] = percent
    return item | more


def test_what_is_of_us_origin_is_subject_wherever_it_is() -> None:
    """734.3(a)(2)."""
    answer = found({"eccn": "EAR99", "origin": "US"})
    assert (answer.subject, answer.by) == (True, "us_origin")
    assert answer.citations == ("15 CFR 734.3(a)(2)",)


@pytest.mark.parametrize(
    "more",
    [{"route": ["US"]}, {"origin_country": "US"}, {"activity": "export", "actor": {"country": "US"}}],
)
def test_what_leaves_or_crosses_the_united_states_is_subject(more: dict[str, Any]) -> None:
    """734.3(a)(1): German goods that cross a US port are subject while they are there."""
    answer = found({"eccn": "EAR99", "origin": "DE"}, **more)
    assert (answer.subject, answer.by) == (True, "in_us")


def test_a_shop_abroad_of_a_us_company_does_not_make_an_item_leave_the_us() -> None:
    """A stated place of departure abroad, or stated US content, speaks of an item made and sent abroad."""
    abroad: dict[str, Any] = {"activity": "export", "actor": {"country": "US"}, "origin_country": "JP"}
    assert found(device("25"), **abroad).subject is False
    assert found(device("25"), activity="export", actor={"country": "US"}).subject is False


def test_published_code_is_not_subject_and_encryption_needs_a_notice() -> None:
    """734.7."""
    answer = found({"eccn": "EAR99", "origin": "US", "published": True})
    assert (answer.subject, answer.by, answer.citations) == (False, "published", ("15 CFR 734.7",))
    asked = found({"eccn": "5D002", "origin": "US", "published": True, "encryption": True})
    assert (asked.subject, asked.missing) == (None, ("items[0].encryption",))


def test_a_defence_article_is_for_the_state_department() -> None:
    """734.3(b)."""
    answer = found({"origin": "US", "itar": True})
    assert (answer.subject, answer.by) == (False, "other_agency")


def test_an_origin_that_is_not_stated_is_asked_for() -> None:
    """Silence is no origin."""
    assert found({"eccn": "EAR99"}).missing == ("items[0].origin",)


@pytest.mark.parametrize(
    ("percent", "to", "subject"),
    [
        ("30", "CN", True),
        ("25.01", "CN", True),
        ("25", "CN", False),
        ("24.99", "CN", False),
        ("10", "IR", False),
        ("10.0000001", "IR", True),
        ("10", "CU", False),
        ("15", "CU", True),
        ("15", "CN", False),
        ("0", "IR", False),
    ],
)
def test_the_threshold_is_10_or_25_per_cent_or_less(percent: str, to: str, *, subject: bool) -> None:
    """734.4(c), (d): exactly the threshold is not subject."""
    answer = found(device(percent), "2026-07-31", to)
    assert answer.subject is subject
    assert answer.by == ("de_minimis" if subject else "foreign")
    assert any(percent.rstrip("0") in reason or percent == "10.0000001" for reason in answer.reasons)


def test_thirty_per_cent_in_may_2018_cites_the_paragraph_of_25_per_cent() -> None:
    """A13 and A14."""
    assert found(device("30")).citations == ("15 CFR 734.4(d)",)
    assert found(device("30")).subject is True
    assert found(device("25")).subject is False


def test_staying_under_the_threshold_is_not_the_end() -> None:
    """Without a word on direct products a national-security item to China stays open."""
    silent = found(device("5", "3A001.a.1", direct_product=[], reasons=["NS2"]), "2026-07-31")
    assert silent.subject is None
    assert silent.missing == ("items[0].direct_product",)
    assert found(device("5", "EAR99", direct_product=[]), "2026-07-31").subject is False


def test_without_any_word_on_us_content_it_is_unknown() -> None:
    """The fact is named by its path."""
    assert found(device(), "2026-07-31").missing == ("items[0].us_content_percent",)


def part(**fields: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"value": "60"} | fields


def built(*parts: dict[str, Any], **more: Any) -> dict[str, Any]:  # noqa: ANN401
    return device(value="100", us_content=list(parts), **more)


@pytest.mark.parametrize(
    ("to", "subject"), [("CN", False), ("IR", True), ("CU", True), ("KP", True), ("SY", True), ("DE", False)]
)
def test_ear99_content_counts_only_for_embargoed_countries(to: str, *, subject: bool) -> None:
    """Trap 18."""
    assert found(built(part(eccn="EAR99")), "2026-07-31", to).subject is subject


def test_content_that_may_count_leaves_an_interval() -> None:
    """20 sure and 10 open of 100: between 20 and 30 per cent, so it hangs on the open part."""
    sure, doubtful = part(eccn="3A001", value="20", controlled=True), part(value="10")
    answer = found(built(sure, doubtful), "2026-07-31")
    assert answer.subject is None
    assert "between 20 % and 30 %" in answer.reasons[0]
    assert answer.missing == ("items[0].us_content[1].controlled",)
    assert found(built(part(value="26", controlled=True), doubtful), "2026-07-31").subject is True
    assert found(built(part(value="15", controlled=True), doubtful), "2026-07-31").subject is False


def test_shares_are_exact() -> None:
    """A third of a value is no rounded figure."""
    third = device(value="3", us_content=[part(eccn="3A001", value="0.75", controlled=True)])
    above = device(value="2.99", us_content=[part(eccn="3A001", value="0.75", controlled=True)])
    assert found(third, "2026-07-31").subject is False
    assert found(above, "2026-07-31").subject is True


def test_parts_of_other_origin_do_not_count() -> None:
    """Only US-origin content does."""
    assert found(built(part(eccn="3A001", controlled=True, origin="KR")), "2026-07-31").subject is False


def test_the_value_of_the_item_is_needed() -> None:
    """Content without the whole is no share."""
    answer = found(device(us_content=[part(controlled=True)]), "2026-07-31")
    assert (answer.subject, answer.missing) == (None, ("items[0].value",))


def test_software_shipped_separately_never_uses_the_threshold() -> None:
    """734.4: it is subject by itself; bundled EAR99 software is a part like others."""
    apart = found(built(part(kind="software", eccn="EAR99", bundled=False, value="1")), "2026-07-31")
    assert (apart.subject, apart.by) == (True, "us_origin")
    bundled = found(built(part(kind="software", eccn="EAR99", bundled=True)), "2026-07-31")
    assert bundled.subject is False
    controlled = part(kind="software", eccn="3D001", reasons=["NS1"], bundled=True, value="1")
    assert found(built(controlled), "2026-07-31").subject is True
    silent = found(built(part(kind="software", eccn="EAR99")), "2026-07-31")
    assert silent.missing == ("items[0].us_content[0].bundled",)


@pytest.mark.parametrize(("report", "subject"), [(True, False), (False, True), (None, None)])
def test_technology_needs_the_one_time_report(report: bool | None, subject: bool | None) -> None:
    """734.4: before relying on the threshold."""
    answer = found(device("5", kind="technology", technology_report=report), "2026-07-31")
    assert answer.subject is subject
    assert (answer.missing == ("items[0].technology_report",)) is (report is None)


def test_encryption_of_category_5_part_2_stays_open() -> None:
    """734.4(b): open point 6."""
    answer = found(device("5", "5A992.c"), "2026-07-31")
    assert (answer.subject, answer.missing) == (None, ("items[0].encryption",))
    assert "15 CFR 734.4(b)" in answer.citations
    assert found(device("5", "5A991.b"), "2026-07-31").subject is False


@pytest.mark.parametrize(
    ("item", "to", "paragraph"),
    [
        (device("1", "5E002"), "DE", "734.4(a)(2)"),
        (device("1", "3B993.f.1"), "DE", "734.4(a)(3)"),
        (device("1", "0A919"), "CN", "734.4(a)(5)"),
        (built(part(eccn="9A610.x", value="1", controlled=True)), "CN", "734.4(a)(6)"),
        (built(part(eccn="9A610.y", value="1", controlled=True)), "RU", "734.4(a)(6)"),
        (device("1", "3B001.c", contains_us_ic=True), "MO", "734.4(a)(8)"),
    ],
)
def test_some_items_have_no_threshold_at_all(item: dict[str, Any], to: str, paragraph: str) -> None:
    """734.4(a), text of 23 July 2026."""
    answer = found(item, "2026-07-31", to)
    assert (answer.subject, answer.citations) == (True, (f"15 CFR {paragraph}",))


def test_y_content_keeps_the_threshold_for_other_countries_of_d5() -> None:
    """.y items: only E:1, E:2, Belarus, China and Russia."""
    item = built(part(eccn="9A610.y", value="1", controlled=True))
    assert found(item, "2026-07-31", "IQ").subject is False
    assert found(built(part(eccn="9A610.x", value="1", controlled=True)), "2026-07-31", "IQ").subject is True


def test_an_exception_whose_text_of_the_day_is_not_loaded_is_asked_about() -> None:
    """In May 2018 the text of 2026 decides nothing."""
    answer = found(device("1", "5E002"))
    assert answer.subject is None
    assert any("not in the rulebook" in reason for reason in answer.reasons)


@pytest.mark.parametrize(
    ("item", "to", "paragraph"),
    [
        (device("0", "3A090", direct_product=["(h)"]), "DE", "734.9(h)"),
        (device("0", "4A003.z", direct_product=["us_technology"]), "DE", "734.9(h)"),
        (device("0", "3B001.c", direct_product=["(k)"]), "MO", "734.9(k)"),
        (device("0", "4E091", direct_product=["us_plant"]), "DE", "734.9(l)"),
        (device("0", "9A515", direct_product=["(c)"]), "CN", "734.9(c)"),
        (device("0", "9A610", direct_product=["(d)"]), "CN", "734.9(d)"),
    ],
)
def test_a_direct_product_is_subject_where_both_prongs_hold(
    item: dict[str, Any], to: str, paragraph: str
) -> None:
    """734.9, text of 23 July 2026."""
    answer = found(item, "2026-07-31", to)
    assert (answer.subject, answer.by) == (True, "direct_product")
    assert f"15 CFR {paragraph}" in answer.citations


@pytest.mark.parametrize(
    ("item", "to"),
    [
        (device("0", "3B001.c", direct_product=["(k)"]), "DE"),
        (device("0", "3A991", direct_product=["us_plant"]), "VN"),
        (device("0", "4E091", direct_product=["us_technology"]), "DE"),
        (device("0", "9A515", direct_product=["(c)"]), "DE"),
    ],
)
def test_one_prong_alone_does_not_catch(item: dict[str, Any], to: str) -> None:
    """Product without reach, or technology where only the plant counts."""
    assert found(item, "2026-07-31", to).subject is not True


@pytest.mark.parametrize(("to", "paragraph"), [("RU", "734.9(f)"), ("IR", "734.9(j)")])
def test_paragraphs_that_spare_countries_stay_open(to: str, paragraph: str) -> None:
    """Supp. 3 to part 746 is not loaded: whether the origin is spared is for a person to check."""
    answer = found(device("0", "3A001", direct_product=["us_plant"]), "2026-07-31", to)
    assert answer.subject is None
    assert f"15 CFR {paragraph}" in answer.citations
    assert "rulebook: countries of Supp. 3 to part 746" in answer.missing


def test_what_goes_into_the_products_of_an_entity_is_asked_about() -> None:
    """734.9(e)(1) reaches it although the entity is no party."""
    chip = device("0", direct_product=["us_technology"])
    assert found(chip, "2026-07-31", "VN").subject is False
    assert found(chip | {"part_of": "base station"}, "2026-07-31", "VN").subject is None


def test_a_deemed_export_happens_in_the_united_states() -> None:
    """Technology of foreign origin that is released there is subject to the EAR."""
    code = {"eccn": "EAR99", "origin": "DE", "kind": "technology"}
    assert found(code, activity="deemed_export", actor={"country": "US"}).by == "in_us"


def test_a_circuit_inside_is_a_way_of_its_own() -> None:
    """734.9(k): equipment that contains an integrated circuit made with US technology."""
    tool = device("0", "3B001.c", direct_product=[], contains_us_ic=True)
    answer = found(tool, "2026-07-31", "MO")
    assert (answer.subject, answer.by) == (True, "direct_product")
    assert "15 CFR 734.9(k)" in answer.citations


@pytest.mark.parametrize(
    ("day", "subject"),
    [("2020-05-14", False), ("2020-05-15", True), ("2020-09-15", True), ("2026-07-31", True)],
)
def test_the_footnote_1_rule_begins_on_15_may_2020(day: str, *, subject: bool) -> None:
    """The Huawei rule reaches any item made so for a footnote 1 entity."""
    chip = device("0", direct_product=["us_technology"], production_began="2020-06-01")
    assert found(chip, day, footnotes={"1": True}).subject is subject
    assert found(chip, day).subject is False


@pytest.mark.parametrize(
    ("began", "day", "subject", "by"),
    [
        ("2020-05-14", "2020-09-14", False, "savings"),
        ("2020-05-15", "2020-09-14", True, "direct_product"),
        ("2020-05-14", "2020-09-15", True, "direct_product"),
    ],
)
def test_the_savings_clause_ends_on_14_september_2020(
    began: str, day: str, *, subject: bool, by: str
) -> None:
    """B7: production begun before 15 May 2020."""
    chip = device("0", direct_product=["us_technology", "us_plant"], production_began=began)
    answer = found(chip, day, footnotes={"1": True})
    assert (answer.subject, answer.by) == (subject, by)


def test_a_possible_footnote_leaves_it_open() -> None:
    """Nobody knows yet whether the party is the listed one."""
    chip = device("0", direct_product=["us_technology"])
    answer = found(chip, "2026-07-31", footnotes={"1": None})
    assert answer.subject is None
    assert "parties" in answer.missing


def test_in_may_2018_only_the_three_old_paragraphs_exist() -> None:
    """From memory: so they leave a question, and the later ones nothing."""
    assert found(device("0", "3A090", direct_product=["(h)"], reasons=["RS1"])).subject is False
    old = found(device("0", "9A515", direct_product=["(c)"]))
    assert old.subject is None
    assert "15 CFR 736.2(b)(3)" in old.citations
