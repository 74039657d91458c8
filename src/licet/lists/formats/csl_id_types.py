"""OFAC's words for registers and statements, as the "ids" of the Consolidated Screening List have them."""

from __future__ import annotations

from licet.model import IdentifierKind

_BY_KIND = {
    IdentifierKind.PASSPORT: """
        Passport|Diplomatic Passport|Stateless Person Passport|British National Overseas Passport
        Travel Document Number|Stateless Person Travel Document""",
    IdentifierKind.NATIONAL_ID: """
        Cedula No.|National ID No.|C.U.R.P.|Identification Number|D.N.I.|Personal ID Card|C.U.I.|C.U.I.P.
        National Foreign ID Number|Tazkira National ID Card|Citizen's Card Number|Numero de Identidad|I.F.E.
        Credencial electoral|Electoral Registry No.|Kenyan ID No.|Turkish Identification Number|SSN|LE Number
        Turkish Identificiation Number|Residency Number|Refugee ID Card|Bosnian Personal ID No.|N.I.E.
        CNP (Personal Numerical Code)|Moroccan Personal ID No.|UAE Identification|Stateless Person ID Card
        Birth Certificate Number|Cartilla de Servicio Militar Nacional|Romanian Permanent Resident
        Cedula de Residencia|Cedula de Ciudadania|Cedula de Extranjeria|Public Security and Immigration No.
        Immigration No.|Military Registration Number|Interpol: Red Notice. File No.|Tribal ID No.""",
    IdentifierKind.TAX_ID: """
        Tax ID No.|NIT #|R.F.C.|RFC|RUC #|RIF #|V.A.T. Number|US FEIN|Italian Fiscal Code|C.U.I.T.|RTN
        Fiscal Code|Romanian Tax Registration|Numero Unico de Identificacao Tributaria (NUIT)|C.I.F.
        Paraguayan tax identification number|Permanent Account Number (PAN)|CNPJ|CPF""",
    IdentifierKind.REGISTRATION: """
        Registration ID|Registration Number|Company Number|Folio Mercantil No.|Matricula Mercantil No
        Commercial Registry Number|Business Registration Document #|Business Registration Number|C.R. No.
        Unified Social Credit Code (USCC)|United Social Credit Code Certificate (USCCC)|UK Company Number
        Public Registration Number|Chamber of Commerce Number|Certificate of Incorporation Number
        Branch Unit Number|Dubai Chamber of Commerce Membership No.|Enterprise Number|Business Number
        Registered Charity No.|Government Gazette Number|Istanbul Chamber of Comm. No.|Romanian C.R.
        Central Registration System Number|File Number|Organization Code|MSB Registration Number|RSIN
        Economic Register Number (CBLS)""",
    IdentifierKind.LICENCE: """
        Trade License No.|Tourism License No.|License|Driver's License No.
        Afghan Money Service Provider License Number
        Pilot License Number|Tarjeta Profesional|Seafarer's Identification Document""",
    IdentifierKind.BIC: "SWIFT/BIC",
    IdentifierKind.MMSI: "MMSI",
    IdentifierKind.DUNS: "D-U-N-S Number",
    IdentifierKind.TAIL_NUMBER: "Aircraft Tail Number|Previous Aircraft Tail Number",
    IdentifierKind.AIRCRAFT_SERIAL: """
        Aircraft Manufacturer's Serial Number (MSN)|Aircraft Serial Identification
        Aircraft Construction Number (also called L/N or S/N or F/N)""",
    IdentifierKind.CALL_SIGN: "Other Vessel Call Sign",
    IdentifierKind.OTHER: """
        ISIN|Equity Ticker|BIK (RU)|UN/LOCODE|MICEX Code|Chinese Commercial Code|Serial No.|SRE Permit No.
        Aircraft Mode S Transponder Code|VisaNumberID""",
}

KINDS: dict[str, IdentifierKind] = {
    word.strip(): kind for kind, words in _BY_KIND.items() for word in words.replace("\n", "|").split("|")
}
"""Type of a number to its register."""
KINDS.pop("", None)

CONTACTS = {"Website": "website", "Email Address": "email", "Phone Number": "phone", "Fax": "fax"}
"""Types that tell how to reach the party."""

STATEMENTS = frozenset(
    {
        "Aircraft Manufacture Date",
        "Aircraft Model",
        "Effective Date (CMIC)",
        "Executive Order 14024 Directive Information",
        "Former Vessel Flag",
        "Issuer Name",
        "Listing Date (CMIC)",
        "Nationality of Registration",
        "Organization Established Date",
        "Organization Type",
        "Other Vessel Flag",
        "Other Vessel Type",
        "Registration Country",
        "Purchase/Sales For Divestment Date (CMIC)",
        "Target Type",
    }
)
"""Types that state something about the party; so do all that end in a colon or a dash."""
