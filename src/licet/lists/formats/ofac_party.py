"""One OFAC party while it is put together from columns, remarks and tables, or from XML elements."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from licet.lists.formats.ofac_identifiers import names_no_country
from licet.lists.formats.ofac_labels import Bucket
from licet.model import (
    Address,
    Identifier,
    IdentifierKind,
    Link,
    Listing,
    Name,
    PartialDate,
    PartyKind,
    Problem,
    Severity,
)

Value: TypeAlias = PartialDate | Identifier | Link | Name | tuple[str, str] | str


@dataclass(frozen=True, slots=True)
class Finding:
    """What one labelled value says.

    Attributes:
        bucket: Field of the listing.
        value: Value of that field; a detail is a pair (name, value).
        problem: Code and message of what was not understood; None when all was.
    """

    bucket: Bucket
    value: Value
    problem: tuple[str, str] | None = None


@dataclass(slots=True)
class Party:
    """Fields of one party; a value that comes twice counts once, order is the publisher's."""

    key: str
    kind: PartyKind
    names: dict[Name, None] = field(default_factory=dict)
    birth_dates: dict[PartialDate, None] = field(default_factory=dict)
    identifiers: dict[Identifier, None] = field(default_factory=dict)
    addresses: dict[Address, None] = field(default_factory=dict)
    links: dict[Link, None] = field(default_factory=dict)
    texts: dict[Bucket, dict[str, None]] = field(default_factory=dict)
    details: dict[str, dict[str, None]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def where(self) -> str:
        """Place for problems; the file name goes before it."""
        return f"uid {self.key}"

    def add(self, finding: Finding, text: str) -> None:
        """Put a finding into its field and note its problem, with the source text."""
        value = finding.value
        if finding.bucket is Bucket.PROSE:
            pass
        elif isinstance(value, str):
            self.texts.setdefault(finding.bucket, {})[value] = None
        elif isinstance(value, Identifier):
            self.identifiers[value] = None
        elif isinstance(value, Name):
            self.names[value] = None
        elif isinstance(value, Link):
            self.links[value] = None
        elif isinstance(value, PartialDate):
            self.birth_dates[value] = None
        else:
            self.detail(*value)
        if finding.problem:
            self.problem(*finding.problem, text)

    def address(self, address: Address | None, country: str) -> None:
        """Add an address, and note a country that is none that is known."""
        if address:
            self.addresses[address] = None
            if country and not address.country and not names_no_country(country):
                self.problem("unknown_country", f"address: {country!r} is no known country", country)

    def vessel(
        self, *, call_sign: str, vessel_type: str, tonnage: str, gross_tonnage: str, owner: str
    ) -> None:
        """Add the columns of a vessel but its flag; tonnages are told apart by thousands in the CSV alone."""
        if call_sign:
            self.identifiers[Identifier(IdentifierKind.CALL_SIGN, call_sign)] = None
        self.detail("vessel_type", vessel_type)
        self.detail("tonnage", tonnage.replace(",", ""))
        self.detail("gross_tonnage", gross_tonnage.replace(",", ""))
        if owner:
            self.links[Link("owner", owner)] = None

    def detail(self, name: str, value: str) -> None:
        """Add a detail; several values of one name are joined by semicolons in the end."""
        if value:
            self.details.setdefault(name, {})[value] = None

    def problem(self, code: str, message: str, text: str) -> None:
        """Note a value that was kept but not understood."""
        self.problems.append(Problem(code, self.where, message, text[:500], Severity.FIELD))

    def listing(
        self, list_id: str, *, programmes: tuple[str, ...], titles: tuple[str, ...], remarks: str
    ) -> Listing:
        """Return the listing; details are sorted by name."""
        return Listing(
            list_id=list_id,
            key=self.key,
            kind=self.kind,
            names=tuple(self.names),
            birth_dates=tuple(self.birth_dates),
            birth_places=self._texts(Bucket.BIRTH_PLACE),
            countries=self._texts(Bucket.COUNTRY),
            addresses=tuple(self.addresses),
            identifiers=tuple(self.identifiers),
            programmes=programmes,
            remarks=remarks,
            genders=self._texts(Bucket.GENDER),
            titles=titles,
            links=tuple(self.links),
            contacts=self._texts(Bucket.CONTACT),
            details=tuple(sorted((name, "; ".join(values)) for name, values in self.details.items())),
        )

    def _texts(self, bucket: Bucket) -> tuple[str, ...]:
        return tuple(self.texts.get(bucket, ()))
