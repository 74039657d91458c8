"""Words by which OFAC labels a value, in the remarks of its CSV files and as `idType` in its XML.

Both publications draw on one database, so one table serves both: a label says into which field of a
listing the value goes. Labels that hold a number of their own (executive orders, directives) are patterns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from licet.model import IdentifierKind as Kind


class Bucket(StrEnum):
    """Where a labelled value goes."""

    BIRTH_DATE = "birth_date"
    BIRTH_PLACE = "birth_place"
    COUNTRY = "country"
    IDENTIFIER = "identifier"
    CONTACT = "contact"
    DETAIL = "detail"
    GENDER = "gender"
    LINK = "link"
    NAME = "name"
    PROSE = "prose"
    """No label: free text, kept in the remarks only."""


@dataclass(frozen=True, slots=True)
class Label:
    """One label.

    Attributes:
        words: As published, without `alt.` before it.
        bucket: Where its value goes.
        what: Kind of identifier, contact, link or name; name of the detail.
        plain: The words say no more than the kind, so they are not repeated in a note.
    """

    words: str
    bucket: Bucket
    what: str
    plain: bool = False


_IDENTIFIERS: dict[Kind, tuple[str, ...]] = {
    Kind.PASSPORT: (
        "Passport",
        "Diplomatic Passport",
        "Stateless Person Passport",
        "British National Overseas Passport",
        "Travel Document Number",
    ),
    Kind.NATIONAL_ID: (
        "National ID No.",
        "Afghan Tazkira No.",
        "Birth Certificate Number",
        "Bosnian Personal ID No.",
        "C.I.N.",
        "C.U.I.",
        "C.U.I.P.",
        "C.U.R.P.",
        "CNP (Personal Numerical Code)",
        "CURP",
        "Cartilla de Servicio Militar Nacional",
        "Cedula No.",
        "Cedula de Residencia",
        "Citizen's Card Number",
        "Credencial electoral",
        "D.N.I.",
        "Electoral Registry No.",
        "I.F.E.",
        "Immigration No.",
        "Interpol: Red Notice. File No.",
        "Kenyan ID No.",
        "LE Number",
        "Military Registration Number",
        "Moroccan Personal ID No.",
        "N.I.E.",
        "National Foreign ID Number",
        "Federal ID Card",
        "Numero de Identidad",
        "Personal ID Card",
        "Public Security and Immigration No.",
        "Refugee ID Card",
        "Residency Number",
        "Romanian Permanent Resident",
        "SSN",
        "Seafarer's Identification Document",
        "Stateless Person ID Card",
        "Tarjeta Profesional",
        "Tazkira National ID Card",
        "Turkish Identification Number",
        "Turkish Identificiation Number",
        "UAE Identification",
        "VisaNumberID",
    ),
    Kind.TAX_ID: (
        "Tax ID No.",
        "C.I.F.",
        "C.U.I.T.",
        "D.F.B.",
        "Fiscal Code",
        "Italian Fiscal Code",
        "N.I.F.",
        "NIT #",
        "Numero Unico de Identificacao Tributaria (NUIT)",
        "Paraguayan tax identification number",
        "R.F.C.",
        "RFC",
        "RIF #",
        "RSIN",
        "RTN",
        "RUT #",
        "RUC #",
        "Romanian Tax Registration",
        "US FEIN",
        "V.A.T. Number",
    ),
    Kind.REGISTRATION: (
        "Registration Number",
        "Registration ID",
        "Branch Unit Number",
        "Business Number",
        "Business Registration Document #",
        "Business Registration Number",
        "C.R. No.",
        "Central Registration System Number",
        "Certificate of Incorporation Number",
        "Chamber of Commerce Number",
        "Commercial Registry Number",
        "Company Number",
        "Dubai Chamber of Commerce Membership No.",
        "Economic Register Number (CBLS)",
        "Enterprise Number",
        "File Number",
        "Folio Mercantil No.",
        "Government Gazette Number",
        "Istanbul Chamber of Comm. No.",
        "Legal Entity Number",
        "MSB Registration Number",
        "Matricula Mercantil No",
        "Organization Code",
        "Public Registration Number",
        "Registered Charity No.",
        "Registration Certificate Number (Dubai)",
        "Romanian C.R.",
        "Russian State Individual Business Registration Number Pattern (OGRNIP)",
        "UK Company Number",
        "Unified Social Credit Code (USCC)",
        "United Social Credit Code Certificate (USCCC)",
    ),
    Kind.LICENCE: (
        "License",
        "Afghan Money Service Provider License Number",
        "Driver's License No.",
        "Permit Number",
        "Pilot License Number",
        "SRE Permit No.",
        "Tourism License No.",
        "Trade License No.",
    ),
    Kind.IMO: ("Vessel Registration Identification",),
    Kind.MMSI: ("MMSI",),
    Kind.CALL_SIGN: ("Vessel Call Sign", "Other Vessel Call Sign"),
    Kind.TAIL_NUMBER: ("Aircraft Tail Number", "Previous Aircraft Tail Number"),
    Kind.AIRCRAFT_SERIAL: (
        "Aircraft Manufacturer's Serial Number (MSN)",
        "Aircraft Construction Number (also called L/N or S/N or F/N)",
        "Aircraft Serial Identification",
    ),
    Kind.BIC: ("SWIFT/BIC",),
    Kind.LEI: ("LEI",),
    Kind.DUNS: ("D-U-N-S Number",),
    Kind.OTHER: (
        "Aircraft Mode S Transponder Code",
        "BIK (RU)",
        "Chinese Commercial Code",
        "Equity Ticker",
        "ISIN",
        "Identification Number",
        "MICEX Code",
        "Serial No.",
        "Trademark number",
        "UN/LOCODE",
    ),
}

# The first label of these kinds says no more than the kind itself.
_PLAIN = frozenset(Kind) - {Kind.OTHER, Kind.CALL_SIGN}

_DETAILS = {
    "Additional Sanctions Information -": "additional_sanctions_information",
    # one XML value, which the CSV breaks in two at its semicolon: the whole sentence is the value
    "U.S. Persons Must Continue to Block": "additional_sanctions_information",
    "Secondary sanctions risk:": "secondary_sanctions_risk",
    "Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions:": (
        "transactions_prohibited_for_us_owned_financial_institutions"
    ),
    "For more information on directives, please visit the following link:": "more_information",
    "for more information on directives, please visit the following link:": "more_information",
    "For more information, please reference the following link:": "more_information",
    "For more information, please see:": "more_information",
    "Organization Established Date": "organisation_established",
    "Organization Type:": "organisation_type",
    "Target Type": "target_type",
    "Issuer Name": "issuer_name",
    "Aircraft Model": "aircraft_model",
    "Aircraft Manufacture Date": "aircraft_manufactured",
    "Vessel Year of Build": "vessel_year_of_build",
    "Vessel Type": "vessel_type",
    "Other Vessel Type": "other_vessel_type",
    "Former Vessel Flag": "former_vessel_flag",
    "Gross Tonnage": "gross_tonnage",
    "Gross Registered Tonnage": "gross_tonnage",
    "Position:": "position",
    "arrested": "arrested",
    "Executive Order": "executive_order",
}

_CONTACTS = {
    "Website": "website",
    "Email Address": "email",
    "Phone Number": "phone",
    "Phone No.": "phone",
    "PHONE": "phone",
    "EMAIL": "email",
    "FAX": "fax",
    "TELEX": "telex",
    "Telephone": "phone",
    "Telephone No.": "phone",
    "Fax": "fax",
    "Fax No.": "fax",
}

_COUNTRIES = {
    "nationality": "nationality",
    "citizen": "citizenship",
    "Nationality of Registration": "registration",
    "Registration Country": "registration",
    "Other Vessel Flag": "flag",
    "Vessel Flag": "flag",
}


def _table() -> dict[str, Label]:
    labels = [
        Label(words, Bucket.IDENTIFIER, kind.value, plain=position == 0 and kind in _PLAIN)
        for kind, all_words in _IDENTIFIERS.items()
        for position, words in enumerate(all_words)
    ]
    labels += [Label(words, Bucket.DETAIL, what) for words, what in _DETAILS.items()]
    labels += [Label(words, Bucket.CONTACT, what) for words, what in _CONTACTS.items()]
    labels += [Label(words, Bucket.COUNTRY, what) for words, what in _COUNTRIES.items()]
    labels += [
        Label("DOB", Bucket.BIRTH_DATE, ""),
        Label("POB", Bucket.BIRTH_PLACE, ""),
        Label("Gender", Bucket.GENDER, ""),
        Label("Linked To:", Bucket.LINK, "linked_to"),
        Label("Aircraft Operator", Bucket.LINK, "operator"),
        Label("Digital Currency Address -", Bucket.IDENTIFIER, Kind.WALLET.value),
        Label("a.k.a.", Bucket.NAME, "aka"),
        Label("f.k.a.", Bucket.NAME, "fka"),
        Label("n.k.a.", Bucket.NAME, "nka"),
    ]
    return {label.words: label for label in labels}


LABELS = _table()

_BY_FIRST_WORD: dict[str, list[Label]] = {}
for _label in sorted(LABELS.values(), key=lambda item: -len(item.words)):
    _BY_FIRST_WORD.setdefault(_label.words.partition(" ")[0], []).append(_label)

_PATTERNS = (
    re.compile(r"(Executive Order \d+ (?:Directive )?(?:Determination|[Ii]nformation))(?: -|:)? (.+)"),
    re.compile(r"((?:Listing|Effective|Purchase/Sales For Divestment) Date \([^()]*\)):? (.+)"),
    re.compile(r"(CAATSA Section \d+ Information): (.+)"),
    re.compile(r"(PEESA Information): (.+)"),
    re.compile(r"(IFCA Determination) - (.+)"),
)
_PATTERN_WORDS = frozenset({"Executive", "Listing", "Effective", "Purchase/Sales", "CAATSA", "PEESA", "IFCA"})
_SLUG = re.compile(r"[^a-z0-9]+")


def find_label(segment: str) -> tuple[Label, str] | None:
    """Split a segment such as `alt. Passport 1084010 (Egypt)` into its label and the text after it.

    Returns:
        None when it begins with no label that is known.
    """
    body = segment[5:] if segment[:5] in {"alt. ", "Alt. "} else segment
    word = body.partition(" ")[0]
    if word in _PATTERN_WORDS:
        for pattern in _PATTERNS:
            if found := pattern.fullmatch(body):
                return Label(found[1], Bucket.DETAIL, slug(found[1])), found[2].strip()
    for label in _BY_FIRST_WORD.get(word, ()):
        if body.startswith(label.words):
            rest = body[len(label.words) :]
            if rest[:1] in {" ", ":"}:
                return label, (body if label.words.startswith("U.S. Persons") else rest[1:].strip())
    return None


def slug(words: str) -> str:
    """Return a label as the name of a detail: `Executive Order 13662 ...` to `executive_order_13662_...`."""
    return _SLUG.sub("_", words.lower()).strip("_")
