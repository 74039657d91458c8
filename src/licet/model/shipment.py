"""The question: an act, by an actor, with items, for parties in roles, to a place, on a day.

Every field that may be left out means "not stated" when it is None or empty; nothing is assumed from silence.
The reader and the published JSON Schema are made from these types and their docstrings.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from licet.model.dates import PartialDate


class Activity(StrEnum):
    """What is done."""

    EXPORT = "export"
    REEXPORT = "reexport"
    TRANSFER = "transfer"
    """Inside one foreign country."""
    DEEMED_EXPORT = "deemed_export"
    SERVICE = "service"
    """Installation, maintenance, repair, modification, testing, or any other service."""
    FINANCE = "finance"
    BROKER = "broker"
    IMPORT = "import"
    PROCURE = "procure"
    """Buying with somebody's money: an agency, a contractor, a recipient of support or grants."""
    RETAIL_SALE = "retail_sale"
    """Selling through a channel, such as a military exchange store, or to a consumer."""
    PURCHASE = "purchase"
    """Buying from a party (a supplier), in trade."""
    SECURITIES = "securities"
    """Buying or selling securities."""
    DEALING = "dealing"
    """Any other dealing with a party."""
    USE = "use"
    """Going on using what one has."""


class Role(StrEnum):
    """What a party is in the deal. The first four are the parties of 15 CFR 748.5(c)-(f)."""

    PURCHASER = "purchaser"
    INTERMEDIATE_CONSIGNEE = "intermediate_consignee"
    ULTIMATE_CONSIGNEE = "ultimate_consignee"
    END_USER = "end_user"
    SUPPLIER = "supplier"
    FORWARDER = "forwarder"
    CARRIER = "carrier"
    VESSEL = "vessel"
    BANK = "bank"
    BROKER = "broker"
    SIGNATORY = "signatory"
    OWNER = "owner"
    CUSTOMER = "customer"
    ISSUER = "issuer"
    """Of securities."""
    MAKER = "maker"
    DESIGNER = "designer"
    OTHER = "other"


TRANSACTION_ROLES = frozenset(
    {Role.PURCHASER, Role.INTERMEDIATE_CONSIGNEE, Role.ULTIMATE_CONSIGNEE, Role.END_USER}
)
"""Entity List and Unverified List bite on these (15 CFR 744.11, 744.16); denial and blocking on any role."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts.

    Attributes:
        country: ISO 3166 alpha-2 of where the actor is established.
        name: Name; screened as well when given.
        us_person: A US citizen, resident, entity, foreign branch, or anyone in the US. When not stated, an
            actor of the US counts as one; any other is unknown.
        us_owned_or_controlled: A foreign company owned 50 % or more, or controlled, by a US person.
        federal_contractor: Holds or seeks a contract with an executive agency.
        executive_agency: Is an executive agency of the US.
        grantee: Spends federal grant money.
        universal_service_recipient: Spends federal universal-service support.
        military_exchange: Is a military exchange store.
        uk_person: Acts in the UK or is a UK national or company.
        eu_person: Acts in the EU or is an EU national or company.
        us_person_involved: Any US person takes part, such as a US bank for a payment in dollars.
    """

    country: str = ""
    name: str = ""
    us_person: bool | None = None
    us_owned_or_controlled: bool | None = None
    federal_contractor: bool | None = None
    executive_agency: bool | None = None
    grantee: bool | None = None
    universal_service_recipient: bool | None = None
    military_exchange: bool | None = None
    uk_person: bool | None = None
    eu_person: bool | None = None
    us_person_involved: bool | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """A US-origin part of a foreign-made item.

    Attributes:
        description: In words.
        eccn: Its ECCN, or `EAR99`.
        value: Fair market value.
        origin: ISO 3166 alpha-2; US where left out.
        controlled: It would need a licence to the destination if shipped alone; computed when not stated.
        kind: `commodity`, `software` or `technology`.
        bundled: Software that is part of a commodity.
        reasons: Reasons for control with their column, such as `NS2`, `AT1`.
    """

    description: str = ""
    eccn: str = ""
    value: Decimal | None = None
    origin: str = "US"
    controlled: bool | None = None
    kind: str = ""
    bundled: bool | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """Goods, software, technology, or what is served.

    Attributes:
        description: In words.
        eccn: ECCN with its paragraph, such as `5A002.a.1`, or `EAR99`. Never assumed.
        origin: ISO 3166 alpha-2 of the country where it was made (for customs: where it was last
            substantially transformed).
        hts: Tariff code, 8 or 10 digits, with or without dots.
        kind: `commodity`, `software`, `technology`.
        product: What it is in the words of a ban: `phone`, `modem`, `router`, `drone`, `food`, `medicine` ...
        maker: Who made it.
        value: Fair market value.
        currency: ISO 4217.
        reasons: Reasons for control with their column, such as `NS2`, `AT1`, where the user knows them.
        in_us: It is in the US, or moves through it.
        exported_from_us: It has been or will be exported from the US.
        published: Published information or software, fundamental research, or in a patent (734.7).
        encryption: It has encryption functions.
        itar: It is a defence article under the ITAR (22 CFR 121).
        us_content: US-origin parts, for the de minimis calculation.
        us_content_percent: Controlled US content in per cent of the value, where the user has calculated it.
        direct_product: Facts of 734.9: `us_technology`, `us_software`, `us_plant`, and the paragraph's
            product scope where known, such as `(e)(1)`.
        contains_us_ic: It holds an integrated circuit of US origin, or one made with US technology.
        technology_report: The one-time report of 734.4 for technology was made.
        part_of: What it goes into.
        owned_by_listed: For a service: who owns what is serviced (a path of a party).
        range_km: Range of a missile or UAV in kilometres, for what it is meant.
        supplement_7: An EAR99 item listed in Supplement No. 7 to part 746.
        supplement_2_meu: An item listed in Supplement No. 2 to part 744.
        production_began: Day on which production began, for savings clauses.
        classified_by: Who classified it.
        tariff_list: Lists of extra duties that name its code, where the user knows them: `1`, `2`, `3`, `4A`,
            `4B`, `cn-128-15`, `cn-128-25`, `cn-545`, `ieepa`, or `none`; several with commas.
    """

    description: str = ""
    eccn: str = ""
    origin: str = ""
    hts: str = ""
    kind: str = ""
    product: str = ""
    maker: str = ""
    value: Decimal | None = None
    currency: str = ""
    reasons: tuple[str, ...] = ()
    in_us: bool | None = None
    exported_from_us: bool | None = None
    published: bool | None = None
    encryption: bool | None = None
    itar: bool | None = None
    us_content: tuple[Content, ...] = ()
    us_content_percent: Decimal | None = None
    direct_product: tuple[str, ...] = ()
    contains_us_ic: bool | None = None
    technology_report: bool | None = None
    part_of: str = ""
    owned_by_listed: str = ""
    range_km: Decimal | None = None
    supplement_7: bool | None = None
    supplement_2_meu: bool | None = None
    production_began: date | None = None
    classified_by: str = ""
    tariff_list: str = ""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who owns a party, as far as known.

    Attributes:
        name: Name; screened like a party.
        percent: Direct share in per cent, exact; None when unknown.
        percent_low: Lower end where only a range is known.
        percent_high: Upper end where only a range is known.
        country: ISO 3166 alpha-2.
        kind: `person` or `organisation`.
        birth_date: Of a person.
        since: First day of the holding.
        until: Last day of the holding.
        controls: Controls the party by other means than its share.
        sold_in_us: For a holding that ended: the sale touched the US (402).
        owners: Its own owners.
        identifiers: As `kind:value`.
        key: Joins mentions of one and the same owner; by name where left out.
        listed_as: What the user knows it to be listed as, where screening cannot tell: `SDN`, `EL`, `MEU`.
    """

    name: str = ""
    percent: Decimal | None = None
    percent_low: Decimal | None = None
    percent_high: Decimal | None = None
    country: str = ""
    kind: str = ""
    birth_date: PartialDate | None = None
    since: date | None = None
    until: date | None = None
    controls: bool | None = None
    sold_in_us: bool | None = None
    owners: tuple[Owner, ...] = ()
    identifiers: tuple[str, ...] = ()
    key: str = ""
    listed_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShipmentParty:
    """A party in a role.

    Attributes:
        role: What it is in the deal.
        name: Name.
        names: Further names and aliases.
        country: ISO 3166 alpha-2 of where it is established.
        kind: `person`, `organisation`, `vessel` or `aircraft`.
        addresses: Each on one line.
        identifiers: As `kind:value`, such as `imo:9187629`, `lei:...`, `bic:...`.
        birth_date: Of a person.
        owners: Who owns it.
        subsidiary_of: Names of known parents where no share is known.
        headquarters: ISO 3166 alpha-2 of its own or its parent's headquarters.
        end_user_type: `civil`, `government`, `military`, `military_intelligence`, `intelligence`.
        located: ISO 3166 alpha-2 of where it takes the goods, where that is another country.
        location: Where it takes the goods in words, such as `Texas`.
        key: The user's own reference.
        controlled_by: Names of those who control it by other means than ownership.
        listed_as: What the user knows it to be listed as: `SDN`, `EL`, `MEU`, `UVL` ...
        uvl_statement: The signed statement of 744.15(b) is at hand.
    """

    role: Role = Role.OTHER
    name: str = ""
    names: tuple[str, ...] = ()
    country: str = ""
    kind: str = ""
    addresses: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    birth_date: PartialDate | None = None
    owners: tuple[Owner, ...] = ()
    subsidiary_of: tuple[str, ...] = ()
    headquarters: str = ""
    end_user_type: str = ""
    located: str = ""
    location: str = ""
    key: str = ""
    controlled_by: tuple[str, ...] = ()
    listed_as: tuple[str, ...] = ()
    uvl_statement: bool | None = None


@dataclass(frozen=True, slots=True)
class EndUse:
    """What the items are for.

    Attributes:
        description: In words.
        uses: Codes, such as `civil`, `nuclear`, `missile`, `wmd_delivery`, `chemical_biological`, `military`,
            `military_intelligence`, `advanced_node_fab`, `fab_node_unknown`, `supercomputer`,
            `sme_production`, `maritime_nuclear`, `oil_project`.
        facility: Name or kind of the facility.
        known: The exporter knows it (in the sense of 772.1); False where it is only suspected.
    """

    description: str = ""
    uses: tuple[str, ...] = ()
    facility: str = ""
    known: bool | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A licence, exception or general licence that the user relies on.

    Attributes:
        name: Such as `BIS licence D123456`, `licence exception TMP`, `GL 8`.
        agency: `BIS`, `OFAC`, `State` ...
        covers: Rule ids or measure kinds that it names; empty covers nothing.
        since: First day.
        until: Last day.
        conditions: Its conditions.
    """

    name: str
    agency: str = ""
    covers: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    conditions: tuple[str, ...] = ()

    def holds_on(self, day: date) -> bool:
        """Tell whether it has begun by a day and not ended before it."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Shipment:
    """One question.

    Attributes:
        activity: What is done.
        day: The day asked about, by the place's own calendar.
        instant: The moment, where the hour matters.
        actor: Who acts.
        items: What it is about.
        destination: ISO 3166 alpha-2 of the country of ultimate destination.
        region: Region inside it with rules of its own: `Crimea`, `Donetsk`, `Luhansk`.
        route: ISO 3166 alpha-2 of transit countries, in order.
        origin_country: ISO 3166 alpha-2 of where it leaves from.
        parties: In roles.
        end_use: What the items are for.
        red_flags: Numbers (1-29) or words of red flags raised and not resolved.
        authorisations: What the user holds.
        channel: Such as `military_exchange`, `retail`.
        funds: Such as `universal_service`, `federal_grant`, `federal_contract`, `own`.
        contract_day: Day on which the contract was signed.
        acts: What exactly is done, in the words of an authorisation: `handset_support`, `network_support`,
            `vulnerability_disclosure`, `repair`, `new_sale`, `equipment_authorisation` ...
        export_day: Day of export, for transition rules of tariffs.
        security: Kind of security or debt: `public_security`, `equity`, `debt`.
        debt_days: Maturity of new debt in days.
        correspondent_account: The act is opening or keeping a US correspondent account.
        knowledge: What the user knows or has reason to know, in words; the word `violation` alone states
            knowledge that a violation has happened or will (general prohibition 10).
        reference: The user's own reference.
    """

    activity: Activity
    day: date
    instant: datetime | None = None
    actor: Actor = Actor()
    items: tuple[Item, ...] = ()
    destination: str = ""
    region: str = ""
    route: tuple[str, ...] = ()
    origin_country: str = ""
    parties: tuple[ShipmentParty, ...] = ()
    end_use: EndUse | None = None
    red_flags: tuple[str, ...] = ()
    authorisations: tuple[Held, ...] = ()
    channel: str = ""
    funds: str = ""
    contract_day: date | None = None
    acts: tuple[str, ...] = ()
    export_day: date | None = None
    security: str = ""
    debt_days: int | None = None
    correspondent_account: bool | None = None
    knowledge: tuple[str, ...] = ()
    reference: str = ""
