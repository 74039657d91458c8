"""How the content of a listing is kept: canonical JSON, compressed one by one.

A listing is some hundreds of bytes, too few for a compressor to learn the field names from, so both sides
start from a text that has them. The first byte of a body names that text: a later one gets a new number,
and bodies under the old number stay readable.
"""

from __future__ import annotations

import json

import zstandard

from licet.errors import StoreError
from licet.model import Listing, from_dict

_FORMAT = 1
_PRIMER = (
    b'","weak":true}],"titles":["genders":["male"],"genders":["female"],"contacts":["website:http://www.",'
    b'"email:info@","phone:"links":[{"kind":"linked_to","name":"'
    b'"details":{"licence_policy":"Presumption of denial","licence_requirement":"For all items subject to '
    b'the EAR","vessel_type":"","vessel_flag":"","tonnage":"","gross_tonnage":"","call_sign":""'
    b'{"birth_dates":[{"iso":"1960-01-01"},{"iso":"~1970/1975","text":"circa 19"}],"birth_places":["'
    b'"citations":["84 FR 2019","countries":["IR","RU","SY","CN","KP"],"addresses":[{"city":"Moscow",'
    b'"country":"RU","postal_code":"1","region":"Moscow","street":"ul. ","text":"Street, Tehran, Iran"},'
    b'"end":"2026-01-01","identifiers":[{"country":"RU","kind":"tax_id","note":"Tax ID No.","value":"7"},'
    b'{"country":"IR","kind":"passport","note":"Passport","value":"A0"},{"kind":"national_id",'
    b'{"kind":"registration","note":"Registration Number","value":"1027700"},{"kind":"imo","value":"9"},'
    b'{"kind":"other","key":"1","kind":"person","kind":"vessel","kind":"organisation","list_id":"us_ofac_sdn",'
    b'"names":[{"kind":"primary","text":"AL-"},{"kind":"aka","text":"","weak":true},{"kind":"fka",'
    b'"text":"COMPANY LIMITED"},{"kind":"aka","text":"LLC"}],"programmes":["RUSSIA-EO14024"],'
    b'"programmes":["SDGT","IFSR","IRAN","NPWMD","UKRAINE-EO13661","SYRIA","DPRK","CUBA"],'
    b'"remarks":"DOB 1 Jan 1970; POB ; nationality Russia; Gender Male; Passport  (Russia); Additional '
    b"Sanctions Information - Subject to Secondary Sanctions; Tax ID No. ; Organization Established Date ; "
    b'Secondary sanctions risk: ; (Linked To: ).","start":"2022-02-24","titles":["'
)


class BodyCodec:
    """Compresses and reads bodies. Cheap to make; not to be shared between threads."""

    def __init__(self) -> None:
        primer = zstandard.ZstdCompressionDict(_PRIMER, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
        self._pack = zstandard.ZstdCompressor(level=5, dict_data=primer)
        self._unpack = zstandard.ZstdDecompressor(dict_data=primer)

    def encode(self, canonical: bytes) -> bytes:
        """Compress canonical JSON to a body."""
        return bytes([_FORMAT]) + self._pack.compress(canonical)

    def decode(self, body: bytes) -> bytes:
        """Return the canonical JSON of a body.

        Raises:
            StoreError: The bytes are no body.
        """
        if body[:1] != bytes([_FORMAT]):
            message = f"a listing is kept in an unknown form ({body[:1].hex() or 'empty'})"
            raise StoreError(message)
        try:
            return self._unpack.decompress(body[1:])
        except zstandard.ZstdError as error:
            message = f"the kept content of a listing cannot be read: {error}"
            raise StoreError(message) from error

    def listing(self, body: bytes) -> Listing:
        """Return the listing of a body."""
        return from_dict(json.loads(self.decode(body)))
