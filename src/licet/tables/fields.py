"""What a column can mean, and the header words that say so in five languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum

from licet.model import IdentifierKind


class Field(StrEnum):
    """What a column holds; the values are the names that users type, after FollowTheMoney."""

    NAME = "name"
    FIRST_NAME = "firstName"
    MIDDLE_NAME = "middleName"
    LAST_NAME = "lastName"
    ALIAS = "alias"
    KIND = "schema"
    BIRTH_DATE = "birthDate"
    COUNTRY = "country"
    NATIONALITY = "nationality"
    FLAG = "flag"
    ID = "id"
    ADDRESS = "address"
    STREET = "street"
    CITY = "city"
    REGION = "region"
    POSTAL_CODE = "postalCode"
    ADDRESS_COUNTRY = "addressCountry"
    IMO = "imoNumber"
    LEI = "leiCode"
    BIC = "swiftBic"
    PASSPORT = "passportNumber"
    NATIONAL_ID = "idNumber"
    TAX = "taxNumber"
    REGISTRATION = "registrationNumber"
    WALLET = "publicKey"
    MMSI = "mmsi"
    CALL_SIGN = "callSign"
    TAIL = "tailNumber"
    AIRCRAFT_SERIAL = "serialNumber"
    DUNS = "dunsCode"


IDENTIFIERS = {
    Field.IMO: IdentifierKind.IMO,
    Field.LEI: IdentifierKind.LEI,
    Field.BIC: IdentifierKind.BIC,
    Field.PASSPORT: IdentifierKind.PASSPORT,
    Field.NATIONAL_ID: IdentifierKind.NATIONAL_ID,
    Field.TAX: IdentifierKind.TAX_ID,
    Field.REGISTRATION: IdentifierKind.REGISTRATION,
    Field.WALLET: IdentifierKind.WALLET,
    Field.MMSI: IdentifierKind.MMSI,
    Field.CALL_SIGN: IdentifierKind.CALL_SIGN,
    Field.TAIL: IdentifierKind.TAIL_NUMBER,
    Field.AIRCRAFT_SERIAL: IdentifierKind.AIRCRAFT_SERIAL,
    Field.DUNS: IdentifierKind.DUNS,
}
"""The registers that a column may give numbers of."""

SEVERAL = {Field.ALIAS, Field.COUNTRY, Field.NATIONALITY, *IDENTIFIERS}
"""Fields that several detected columns may share; of the others the first column is taken."""

_HEADERS = """
name: name; full name; legal name; company; company name; business name; entity name; organisation;
  organization; organisation name; party; party name; account name; account holder; counterparty;
  vessel name; ship name; ship; vessel; bank name; beneficiary; consignee; supplier; vendor; customer;
  client; firma; firmenname; vollstandiger name; kunde; lieferant; schiffsname; unternehmen;
  nom complet; raison sociale; denomination; societe; nom du navire; entreprise; nombre completo;
  razon social; empresa; denominacion; nombre; nombre del buque; 姓名; 名称; 名字; 公司; 公司名称;
  企业名称; 单位名称; 客户名称; 客户; 船名; 供应商
firstName: first name; firstname; given name; given names; forename; forenames; vorname; vornamen;
  prenom; prenoms; nombres; primer nombre; nombre de pila; fname; first; given; erster vorname; rufname; 名
middleName: middle; middle name; middle names; middlename; middle initial; mname; second name;
  second given name; patronymic; patronym; father name; vatersname; 2 vorname; otros nombres de pila;
  zweiter vorname; deuxieme prenom; segundo nombre
lastName: last name; lastname; surname; family name; familyname; nachname; familienname; zuname; nom;
  nom de famille; apellido; apellidos; lname; last; family; 姓; 姓氏
alias: alias; aliases; aka; a k a; also known as; other name; other names; trading name; trade name;
  dba; former name; former names; previous name; previous names; maiden name; native name; local name;
  fka; geburtsname; fruherer name; weitere namen; nom commercial; nom de naissance; autres noms;
  nombre comercial; otros nombres; 别名; 曾用名; 英文名; 英文名称; 又名
schema: schema; kind; type; entity type; party type; customer type; client type; record type;
  subject type; legal entity type; category; typ; art; kundentyp; type de client; tipo; tipo de cliente;
  类型; 类别; 客户类型
birthDate: birth date; birthdate; date of birth; dob; d o b; birthday; born; born on; geburtsdatum;
  geburtstag; geb datum; geboren; date de naissance; ne le; naissance; fecha de nacimiento; nacimiento;
  fecha nacimiento; 出生日期; 生日; 出生年月日; 出生年月
country: country; countries; country code; country name; land; landercode; laenderkennzeichen; pays;
  code pays; pais; codigo pais; country of residence; residence country; residence; jurisdiction;
  country of incorporation; incorporation country; registration country; wohnsitzland;
  pays de residence; pais de residencia; 国家; 国别; 国家代码; 所在国; 注册国
nationality: nationality; nationalities; citizenship; citizenships; staatsangehorigkeit; nationalitat;
  staatsburgerschaft; nationalite; citoyennete; nacionalidad; ciudadania; 国籍
flag: flag; flag state; flag country; vessel flag; flagge; flaggenstaat; pavillon; etat du pavillon;
  bandera; pabellon; 船旗; 船旗国
id: id; key; ref; reference; customer id; client id; customer no; customer number; customer ref;
  account number; account no; account id; party id; entity id; supplier id; supplier number; vendor id;
  vendor number; record id; internal id; kundennummer; kunden nr; kundennr; lieferantennummer; nr;
  numero client; identifiant; numero de cliente; codigo cliente; 编号; 客户编号; 序号
address: address; full address; registered address; business address; addr; mailing address;
  residential address; adresse; anschrift; adresse complete; direccion; domicilio; 地址; 住址; 注册地址;
  联系地址
street: street; street address; address 1; address line 1; addressline1; strasse;
  strasse und hausnummer; rue; calle; 街道
city: city; town; place; stadt; ort; wohnort; ville; commune; ciudad; localidad; municipio; 城市; 市
region: state; province; region; county; state province; bundesland; kanton; departement; provincia;
  estado; 省; 省份; 州
postalCode: postal code; postcode; post code; zip; zip code; zipcode; plz; postleitzahl; code postal;
  codigo postal; cp; 邮编; 邮政编码
addressCountry: address country; country of address; billing country; shipping country
imoNumber: imo; imo number; imo no; imonumber; imo nummer; numero imo; imo nr; 海事编号; imo编号
leiCode: lei; lei code; legal entity identifier; leicode
swiftBic: bic; swift; swift code; bic code; swift bic; swiftbic; bic swift; code swift; codigo swift
passportNumber: passport; passport number; passport no; passportnumber; reisepass; passnummer;
  reisepassnummer; passeport; numero de passeport; pasaporte; numero de pasaporte; 护照; 护照号;
  护照号码
idNumber: national id; national id number; id number; idnumber; identity number; identity card; id card;
  personal id; ssn; social security number; ausweisnummer; personalausweis; carte d identite;
  numero d identite; dni; nie; cedula; documento de identidad; 身份证; 身份证号; 身份证号码; 证件号码;
  证件号
taxNumber: tax id; tax number; taxnumber; tax no; tin; ein; vat; vat id; vat number; vat no; inn;
  ust id; ustid; ust idnr; umsatzsteuer id; steuernummer; steuer id; numero fiscal; numero de tva; tva;
  nif; cif; rfc; rut; cuit; 税号; 纳税人识别号
registrationNumber: registration number; registration no; registrationnumber; company number;
  company no; company registration number; reg no; reg number; crn; ogrn; handelsregisternummer; hrb;
  registernummer; siren; siret; rcs; numero d immatriculation; numero de registro; registro mercantil;
  注册号; 工商注册号; 统一社会信用代码
publicKey: wallet; wallet address; crypto address; crypto wallet; bitcoin address; btc address;
  eth address; blockchain address; digital currency address; public key; publickey; 钱包地址
mmsi: mmsi; mmsi number; mmsi no; maritime mobile service identity
callSign: call sign; callsign; rufzeichen; indicatif; 呼号
tailNumber: tail number; tail no; tailnumber; aircraft registration; registration mark;
  aircraft tail number; aircraft reg; tail; luftfahrzeugkennzeichen; immatriculation avion; 机尾号; 飞机注册号
serialNumber: msn; manufacturer serial number; aircraft serial number; aircraft serial no;
  construction number; aircraft msn
dunsCode: duns; duns number; duns code; d u n s; dunscode
"""


def entries(block: str) -> Iterator[tuple[str, str]]:
    """Read `key: words` lines, where a line that begins with spaces goes on from the one above."""
    for line in block.replace("\n  ", " ").split("\n"):
        key, colon, words = line.partition(": ")
        if colon:
            yield key, words


_PHRASES = {phrase.strip(): Field(key) for key, phrases in entries(_HEADERS) for phrase in phrases.split(";")}
_FILLERS = {
    *(
        "customer",
        "client",
        "party",
        "vendor",
        "supplier",
        "counterparty",
        "entity",
        "subject",
        "beneficiary",
    ),
    *("borrower", "member", "contractor", "partner", "the", "of", "s", "kunden", "kunde", "lieferanten"),
    *("applicant", "person", "individual", "registered", "primary", "main", "customers", "owner", "account"),
    *("du", "de", "la", "le", "des", "del", "der", "des", "client", "cliente", "proveedor", "fournisseur"),
}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD = re.compile(r"[^\W_]+")


def field_named(text: str) -> Field | None:
    """Return the field that a user means by a name on the right of `COLUMN=FIELD`; None when unknown."""
    wanted = text.strip().casefold()
    for field in Field:
        if wanted == field.value.casefold():
            return field
    spoken = {"kind": Field.KIND, "secondname": Field.MIDDLE_NAME, "jurisdiction": Field.COUNTRY}
    return spoken.get(wanted) or _PHRASES.get(plain(text))


def meaning(column: str) -> tuple[Field, str] | None:
    """Return the field that a column header names and why; None when the words say nothing."""
    words = plain(column)
    if words in _PHRASES:
        return _PHRASES[words], f"the header {column!r}"
    rest = " ".join(word for word in words.split() if word not in _FILLERS)
    if rest and rest in _PHRASES:
        return _PHRASES[rest], f"the words {rest!r} in the header {column!r}"
    return None


def plain(text: str) -> str:
    """Return a header as lower-case words without accents or punctuation; camelCase is taken apart."""
    split = unicodedata.normalize("NFKD", _CAMEL.sub(" ", text).replace("ß", "ss").casefold())
    return " ".join(_WORD.findall("".join(letter for letter in split if not unicodedata.combining(letter))))
