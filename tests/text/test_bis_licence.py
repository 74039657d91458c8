"""Entity List strings: understood, or said not to be."""

from __future__ import annotations

import re

import pytest
from tests.shared import SHARED, needs_shared

from licet.text.bis_licence import WIDEST, licence_policies, licence_requirement

ALL = "all items subject to the EAR"


@pytest.mark.parametrize(
    ("text", "footnotes"),
    [
        ("For all items subject to the EAR, see §§ 734.9(e)1 and 744.11 of the EAR2", ("1", "2")),
        ("For all items subject to the EAR, see §§ 734.9(e) 1 and 744.11 of the EAR 2", ("1", "2")),
        ("For All Items Subject to the EAR (See §734.9(e)1, and §744.11 of the EAR)2.", ("1", "2")),
        (
            "For all items subject to the EAR. (See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)",
            ("3",),
        ),
        ("For all items subject to the EAR (See §§734.9(g)3, 746.8(a)(3), and 744.2l(b) of the EAR", ("3",)),
        (
            "For All Items Subject to the EAR (See §734.9(g), 3 §746.8(a)(3), and §744.21(b) of the EAR).",
            ("3",),
        ),
        ("For all items subject to the EAR (See §§ 734.9(g), 746.8(a)(3), and 744.21(b) of the EAR)", ("3",)),
        ("For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR) 4", ("4",)),
        ("For All Items Subject to the EAR (See §734.9(e), and 744.11 of the EAR)4.", ("4",)),
        ("For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)", ("4",)),
        ("For all items subject to the EAR. (See §734.9(e) and §744.11 of the EAR)", ("unsaid",)),
        ("For all items subject to the EAR (See §744.11 of the EAR)", ()),
    ],
)
def test_footnotes_glued_to_the_text_are_found(text: str, footnotes: tuple[str, ...]) -> None:
    """A footnote decides whether foreign-made items are caught; the section cited stands for it too."""
    found = licence_requirement(text)
    assert (found.understood, found.item_scope, found.fdp_footnotes) == (True, ALL, footnotes)


def test_a_letter_l_typed_for_a_one_is_read() -> None:
    """744.2l(b) is 744.21(b)."""
    found = licence_requirement(
        "For all items subject to the EAR (See §§734.9(g)3, and 744.2l(b) of the EAR)"
    )
    assert found.sections == ("734.9(g)", "744.21(b)")


def test_footnote_5_takes_de_minimis_away() -> None:
    """734.4(a)(9)."""
    found = licence_requirement(
        "For all items subject to the EAR (See §§734.4(a)(9), 734.9(e)(3), and 744.11 of the EAR)5"
    )
    assert (found.fdp_footnotes, found.de_minimis_override) == (("5",), "734.4(a)(9)")


def test_exceptions_and_extensions_are_told_apart() -> None:
    """GOV, the worldwide clause and a carve-out may stand in one string."""
    found = licence_requirement(
        "All items subject to the EAR, apart from items authorized under General License No. 1B. "
        "(See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR). This license requirement may be overcome "
        "by License Exception GOV under § 740.11(b)(2) and (e). The license requirements under this "
        "entry also extend to any export, reexport and transfer (in-country) to the entity wherever located "
        "worldwide."
    )
    assert found.understood
    assert found.gov_exception == "740.11(b)(2) and (e)"
    assert found.worldwide_clause
    assert found.carve_out == "apart from items authorized under General License No. 1B"


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        (
            "For items on the CCL and listed in supplement no. 7 to part 746 of the EAR",
            "CCL items and items in Supp. 7",
        ),
        (
            "For items on the CCL and EAR99 items listed in supplement no. 7 to part 746 of the EAR.",
            "CCL items and EAR99",
        ),
        (
            "For all items subject to the EAR when used in projects specified in § 746.8(a)(4) of the EAR",
            f"{ALL}, in",
        ),
    ],
)
def test_narrow_scopes_are_not_widened(text: str, scope: str) -> None:
    """Address rows of Hong Kong and the oil projects are not "all items" plainly."""
    assert licence_requirement(text).item_scope.startswith(scope)


@pytest.mark.parametrize(
    "text",
    [
        "For computers above the Tier 3 level described in Section 740.7(d)",
        "For all items subject to the EAR having a classification other than EAR99",
        "For all items subject to the EAR (See §744.11 of the EAR) on Tuesdays",
        "For all items subject to the EAR (See §744.11 and the moon of the EAR)",
        "",
    ],
)
def test_what_belongs_to_no_family_is_taken_at_its_widest(text: str) -> None:
    """Never a guess in the user's favour."""
    found = licence_requirement(text)
    assert (found.understood, found.item_scope) == (False, WIDEST)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Presumption for denial.", ("presumption of denial",)),
        ("Policy of denial; Case-by-case basis for the ISS.", ("policy of denial", "case by case")),
        (
            "casa-by-case review; and Presumption of  approval for EAR99",
            ("case by case", "presumption of approval"),
        ),
        ("See §§ 744.2(d), 744.3(d), and 744.4(d) of this part.", ("as cited",)),
        ("For all items subject to the EAR. (See § 744.11 of the EAR)", ()),
    ],
)
def test_policies_come_strictest_first(text: str, expected: tuple[str, ...]) -> None:
    """A policy that differs by item names more than one."""
    assert licence_policies(text) == expected


def _appendix(number: int) -> list[str]:
    text = (SHARED / "domain.md").read_text(encoding="utf-8").split("# Appendix A", 1)[1]
    block = re.findall(r"```\n(.*?)```", text, re.DOTALL)[number]
    return [re.sub(r"^ *\d+ ", "", line) for line in block.splitlines()]


@needs_shared
@pytest.mark.shared
def test_every_requirement_string_of_2026_07_31_is_understood() -> None:
    """88 distinct strings stood on the list; the handbook prints 87 lines of them or more."""
    strings = _appendix(0)
    assert len(strings) > 80
    assert [text for text in strings if not licence_requirement(text).understood] == []


@needs_shared
@pytest.mark.shared
def test_every_policy_string_of_2026_07_31_is_understood_but_two_in_the_wrong_column() -> None:
    """Two rows have a requirement where the policy should be: these are reported."""
    strings = _appendix(1)
    assert len(strings) > 70
    unknown = [text for text in strings if not licence_policies(text)]
    assert len(unknown) == 2
    assert all(licence_requirement(text).understood for text in unknown)
