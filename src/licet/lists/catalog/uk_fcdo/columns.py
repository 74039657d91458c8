"""The 58 columns of UK-Sanctions-List.csv, by their names of October 2026."""

from __future__ import annotations

from licet.lists.formats.delimited import Columns
from licet.lists.formats.uk_rows import NAME_COLUMNS

COLUMNS = Columns(
    required=(
        *("Unique ID", *NAME_COLUMNS, "Name type", "Regime Name", "Designation Type", "Sanctions Imposed"),
        *("Other Information", "Date Designated", "D.O.B", "Nationality(/ies)", "IMO number"),
    ),
    optional=(
        *("Last Updated", "OFSI Group ID", "UN Reference Number", "Alias strength", "Title"),
        *("Name non-latin script", "Non-latin script type", "Non-latin script language"),
        *("Designation source", "UK Statement of Reasons"),
        *(f"Address Line {number}" for number in range(1, 7)),
        *("Address Postal Code", "Address Country", "Phone number", "Website", "Email address"),
        *("National Identifier number", "National Identifier additional information"),
        *("Passport number", "Passport additional information", "Position", "Gender"),
        *("Town of birth", "Country of birth", "Type of entity", "Subsidiaries", "Parent company"),
        *("Business registration number (s)", "Current owner/operator (s)", "Previous owner/operator (s)"),
        *("Current believed flag of ship", "Previous flags", "Type of ship", "Tonnage of ship"),
        *("Length of ship", "Year Built", "Hull identification number (HIN)"),
    ),
)
