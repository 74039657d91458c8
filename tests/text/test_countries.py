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
