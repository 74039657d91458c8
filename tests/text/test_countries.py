"""Countries as publishers write them."""

from __future__ import annotations

import csv
import io

import pytest
from tests.shared import needs_shared, read_bytes

from licet.text import countries
from licet.text.countries import country_code, country_name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Korea, North", "KP"),
        ("Korea, South", "KR"),
        ("Republic of Korea", "KR"),
        ("Democratic People's Republic of Korea", "KP"),
        ("Democratic People’s Republic of Korea", "KP"),
        ("Iran (Islamic Republic of)", "IR"),
        ("IRAN", "IR"),
        ("Burma", "MM"),
        ("Myanmar", "MM"),
        ("Russia", "RU"),
        ("Russian Federation", "RU"),
        ("Congo, Democratic Republic of the", "CD"),
        ("Congo, Republic of the", "CG"),
        ("Cote d Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Türkiye", "TR"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Sudan, South", "SS"),
        ("Virgin Islands, British", "VG"),
        ("China, Hong Kong Special Administrative Region", "HK"),
        ("St. Kitts & Nevis", "KN"),
        ("U.S.A.", "US"),
        ("Germany (in prison since Sept 2007)", "DE"),
        ("de", "DE"),
        ("PRK", "KP"),
        ("XK", "XK"),
        ("USSR", "SU"),
        ("Yugoslavia", "YU"),
        ("Palestinian", "PS"),
        ("Iranian", "IR"),
    ],
)
def test_publishers_spellings_have_one_code(text: str, code: str) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize(
    "text", ["", "  ", "undetermined", "00", "-0-", "Region: Crimea", "(1) Chad (2) Sudan", "QQ"]
)
def test_what_is_no_country_gives_nothing(text: str) -> None:
    assert country_code(text) == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ägypten", "EG"),
        ("Türkei", "TR"),
        ("Corée du Nord", "KP"),
        ("Emiratos Árabes Unidos", "AE"),
        ("中国", "CN"),
    ],
)
def test_names_in_german_french_spanish_and_chinese_are_read(text: str, code: str) -> None:
    assert country_code(text) == code


def test_no_name_belongs_to_two_countries() -> None:
    """`Island` is Iceland and `Irland` Ireland; a name taken twice would go to whichever comes first."""
    owners: dict[str, set[str]] = {}
    for alpha2, _, name, others in countries._rows():
        for spelling in (name, *others):
            owners.setdefault(countries._key(spelling), set()).add(alpha2)
    assert {key for key, codes in owners.items() if len(codes) > 1} == set()


def test_every_name_and_code_of_the_table_reads_back() -> None:
    for alpha2, alpha3, name, others in countries._rows():
        assert {country_code(alpha2), country_code(alpha3.lower()), country_code(name)} == {alpha2}
        assert {country_code(other) for other in others} <= {alpha2}
        assert country_name(alpha2) == name


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert country_name("qq") == "qq"


@needs_shared
def test_ofac_addresses_name_known_countries() -> None:
    """Every country of OFAC's address file of 2022-01-31 is read, but for regions and "undetermined"."""
    text = read_bytes("ofac/sdn_csv/2022-01-31/add.csv.gz").decode("ascii", "replace")
    given = {row[4].strip() for row in csv.reader(io.StringIO(text)) if len(row) > 4}
    unread = {item for item in given if not country_code(item)}
    assert {item for item in unread if not item.startswith("Region:")} <= {"-0-", "undetermined", ""}
