"""The CSV of the Consolidated Screening List: its columns, by header, in every layout since 2016."""

from __future__ import annotations

from collections.abc import Mapping

from licet.lists.formats.csl_ids import read_joined
from licet.lists.formats.csl_record import CslRecord
from licet.lists.formats.delimited import Columns
from licet.lists.formats.us_addresses import joined_addresses
from licet.lists.formats.us_names import split_list

COLUMNS = Columns(
    required=(
        "source",
        "entity_number",
        "type",
        "programs",
        "name",
        "title",
        "addresses",
        "federal_register_notice",
        "start_date",
        "end_date",
        "standard_order",
        "license_requirement",
        "license_policy",
        "remarks",
        "alt_names",
        "citizenships",
        "dates_of_birth",
        "nationalities",
        "places_of_birth",
    ),
    optional=(
        "_id",  # not before 2022
        "ids",  # not in 2016
        "call_sign",
        "vessel_type",
        "gross_tonnage",
        "gross_registered_tonnage",
        "vessel_flag",
        "vessel_owner",
        # Not used: they tell of the source list, not of the party, and change with every move of a web site.
        "source_list_url",
        "source_information_url",
    ),
)


def record_of_row(cells: Mapping[str, str]) -> CslRecord:
    """Turn a row into a record."""
    return CslRecord(
        source=cells["source"],
        name=cells["name"],
        publisher_id=cells.get("_id", ""),
        entity_number=cells["entity_number"],
        type=cells["type"],
        programmes=split_list(cells["programs"]),
        titles=split_list(cells["title"]),
        addresses=joined_addresses(cells["addresses"]),
        notice=cells["federal_register_notice"],
        start=cells["start_date"],
        end=cells["end_date"],
        standard_order=cells["standard_order"],
        licence_requirement=cells["license_requirement"],
        licence_policy=cells["license_policy"],
        call_sign=cells.get("call_sign", ""),
        vessel_type=cells.get("vessel_type", ""),
        gross_tonnage=cells.get("gross_tonnage", ""),
        gross_registered_tonnage=cells.get("gross_registered_tonnage", ""),
        vessel_flag=cells.get("vessel_flag", ""),
        vessel_owner=cells.get("vessel_owner", ""),
        remarks=cells["remarks"],
        aliases=split_list(cells["alt_names"]),
        citizenships=split_list(cells["citizenships"]),
        birth_dates=split_list(cells["dates_of_birth"]),
        nationalities=split_list(cells["nationalities"]),
        birth_places=split_list(cells["places_of_birth"]),
        ids=read_joined(cells.get("ids", "")),
    )
