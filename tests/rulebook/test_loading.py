"""The loader: what it reads, and each kind of error with its file and line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from textwrap import dedent

import pytest

from licet.errors import RulebookError
from licet.model.law import Confidence, Interval
from licet.model.listing import NameKind
from licet.model.rulebook import EventKind, Obligation, Place, Rulebook
from licet.rulebook import load

LAW = """\
documents:
  us.order:
    title: An order
    cite: 83 FR 17644
    agency: BIS
    kind: order
    signed: 2018-04-15
    effective: 2018-04-15
    expiry: 2025-03-13
  us.rule:
    title: A rule
    cite: [84 FR 22961, 84 FR 22963]
    kind: rule
    effective: 2019-05-16T16:15-04:00
parties:
  acme:
    names: [Acme Corporation, {text: Acme, weak: true}, {text: 顶点, language: zh}]
    countries: [NO]
    identifiers: [lei:529900T8BM49AURSDO55]
    addresses: ["1 Road, Oslo, NO", {text: "2 Road, Oslo", city: Oslo, country: "NO"}]
  beta:
    names: [Beta]
measures:
  us.denial:
    kind: denial_order
    title: Denial
    matter: [ACME]
    parties: [acme, beta]
    terms: {standard: true, scope: "764.3"}
    life:
      - {issued_suspended: us.order, on: 2017-03-23, until: 2024-03-22}
      - {activated: us.order, until: 2025-03-13, parties: [acme]}
      - {modified: us.rule}
  us.deal:
    kind: settlement
    title: Deal
    parties: [acme]
    terms:
      obligations:
        - {what: penalty, status: paid, amount: 361000000, payee: BIS}
    life:
      - {issued: us.order}
values:
  us.threshold:
    title: Threshold
    is:
      - {from: 2018-01-01, to: null, value: {e1: 10, share: 12.5, ctrl: 1E001, hts: "0101"}, cite: CFR 734.4}
      - {from: null, to: 2017-12-31, value: [2017-05-01, true, null, CN], cite: CFR 734.4}
signals:
  acme.tweet:
    said: 2018-05-13
    speaker: The President
    rung: 12
    text: Instructed to get it done.
    matter: ACME
    linked: [us.order]
"""
FORMS = {
    "denial_order": (("standard", "yes_no"), ("scope", "text?")),
    "settlement": (("obligations", "obligations"),),
}


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write files into a folder and return it."""

    def made(text: str, name: str = "law", file: str = "a.yml") -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        (folder / file).write_text(dedent(text), encoding="utf-8")
        return folder

    return made


def faults(folder: Path, *private: Path) -> tuple[str, ...]:
    """Return what is wrong with a folder."""
    with pytest.raises(RulebookError) as caught:
        load(private, forms=FORMS, law=folder)
    return caught.value.problems


def test_everything_written_is_read(write: Callable[..., Path]) -> None:
    """Dates, moments, names, numbers and codes come out as what the model says they are."""
    book = load(forms=FORMS, law=write(LAW))
    rule = book.documents["us.rule"]
    assert rule.cite == ("84 FR 22961", "84 FR 22963")
    assert rule.effective == date(2019, 5, 16)
    assert rule.effective_at == datetime(2019, 5, 16, 20, 15, tzinfo=UTC)
    acme = book.parties["acme"]
    assert [name.kind for name in acme.names] == [NameKind.PRIMARY, NameKind.AKA, NameKind.AKA]
    assert acme.names[1].weak
    assert acme.names[2].language == "zh"
    assert acme.countries == ("NO",)
    assert acme.addresses[1].country == "NO"
    denial = book.measures["us.denial"]
    assert [event.kind for event in denial.life] == [
        EventKind.ISSUED_SUSPENDED,
        EventKind.ACTIVATED,
        EventKind.MODIFIED,
    ]
    assert [event.on for event in denial.life] == [
        date(2017, 3, 23),
        date(2018, 4, 15),
        date(2019, 5, 16),
    ]
    assert denial.life[2].at == rule.effective_at
    assert denial.life[1].parties == ("acme",)
    assert denial.terms == {"standard": True, "scope": "764.3"}
    assert book.measures["us.deal"].terms["obligations"] == (
        Obligation("penalty", "paid", Decimal(361_000_000), payee="BIS"),
    )
    assert book.signals[0].matter == ("ACME",)
    assert book.of_kind("settlement") == (book.measures["us.deal"],)


def test_numbers_are_exact_and_codes_stay_text(write: Callable[..., Path]) -> None:
    """A control number that looks like a power of ten is text; a percentage is a Decimal."""
    value = load(forms=FORMS, law=write(LAW)).values["us.threshold"]
    assert [item.interval for item in value.dated] == [
        Interval(None, date(2017, 12, 31)),
        Interval(date(2018, 1, 1), None),
    ]
    assert value.dated[0].value == (date(2017, 5, 1), True, None, "CN")
    now = value.on(date(2018, 1, 1))
    assert now is not None
    assert now.value == {"e1": 10, "share": Decimal("12.5"), "ctrl": "1E001", "hts": "0101"}
    assert type(now.value["e1"]) is int


def test_places_tell_file_and_line(write: Callable[..., Path]) -> None:
    """Every entry knows where it is written."""
    book = load(forms=FORMS, law=write(LAW))
    assert book.documents["us.order"].place == Place("law/a.yml", 2)
    assert book.measures["us.denial"].life[1].place == Place("law/a.yml", 32)


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("    agency: BIS\n", "    agencie: BIS\n", 5, "unknown field agencie"),
        ("    agency: BIS\n", "    agency: BIS\n    agency: BIS\n", 6, "agency is written twice"),
        ("signed: 2018-04-15", "signed: 15 April 2018", 7, "is no day"),
        ("signed: 2018-04-15", "signed: 2018-02-30", 7, "is no day"),
        ("signed: 2018-04-15", "signed: 0018-04-15", 7, "is no day"),
        ("T16:15-04:00", "T16:15", 14, "is no day"),
        ("    cite: 83 FR 17644\n", "", 2, "cite is missing"),
        ("cite: 83 FR 17644", 'cite: ""', 4, "an empty citation"),
        ("cite: 83 FR 17644", "cite: []", 4, "no citation"),
        ("kind: order\n", "kind: ordre\n", 6, "'ordre' is unknown"),
        ("expiry: 2025-03-13", "expiry: 2015-03-13", 9, "expires (2015-03-13) before"),
        ("kind: rule\n", "kind: rule\n    confidence: L\n", 14, "needs `review`"),
        ("kind: rule\n", "kind: rule\n    confidence: X\n", 14, "'X' is unknown"),
        ("[NO]", "[Norway]", 18, "no ISO 3166"),
        ("lei:529900T8BM49AURSDO55", "number:5", 19, "must be kind:value"),
        ("weak: true", "weak: yes", 17, "must be true or false"),
        ("names: [Beta]", "names: []", 22, "no name"),
        ("kind: denial_order", "kind: denial", 24, "the measure kind 'denial' is unknown"),
        ("standard: true, ", "", 29, "standard is missing"),
        ("standard: true", "standard: true, colour: red", 29, "unknown field colour"),
        ("parties: [acme, beta]", "parties: [acme, gamma]", 24, "there is no gamma"),
        ("parties: [acme]}", "parties: [zeta]}", 32, "there is no zeta"),
        ("{activated: us.order", "{activated: us.odrer", 32, "no document is called us.odrer"),
        ("{activated: us.order", "{begun: us.order", 32, "unknown field begun"),
        ("{activated: us.order", "{activated: us.order, on: 2016-01-01", 32, "out of order"),
        ("until: 2024-03-22", "until: 2014-03-22", 31, "ends (2014-03-22) before"),
        ("{issued_suspended: us.order", "{renewed: us.order", 31, "cannot begin with renewed"),
        ("- {modified: us.rule}", "- {modified: ~, on: 2019-05-16}", 33, "needs a `note`"),
        ("status: paid", "status: payed", 40, "'payed' is unknown"),
        ("amount: 361000000", "amount: 361M", 40, "must be a number"),
        ("{from: null, to: 2017-12-31", "{from: null, to: 2018-01-01", 47, "overlaps the one of line 48"),
        ("{from: null, to: 2017-12-31", "{to: 2017-12-31", 48, "from is missing"),
        ('hts: "0101"', "hts: 0101", 47, "begins with 0"),
        (", cite: CFR 734.4}\n      - {from: null", "}\n      - {from: null", 47, "cite is missing"),
        ("rung: 12", "rung: 3", 53, "must be 8 to 13"),
        ("linked: [us.order]", "linked: [us.deal]", 50, "there is no us.deal"),
        ("signals:", "signs:", 49, "unknown field signs"),
        ("us.order:\n    title", "us order:\n    title", 2, "cannot be an id"),
        ("title: An order", "title: &x An order", 3, "the anchor &x"),
        ("title: An order", "title: !!str An order", 3, "the tag"),
        ("title: An order", "title: [An, order]", 3, "must be a text"),
        ("title: An order", "title: {An order", 4, "no YAML"),
        ("title: A rule", "title: A \x07rule", 11, "a character that YAML forbids"),
    ],
)
def test_an_error_names_file_and_line(
    write: Callable[..., Path], old: str, new: str, line: int, says: str
) -> None:
    """Each kind of fault is told where it stands."""
    assert old in LAW
    found = faults(write(LAW.replace(old, new, 1)))
    assert any(item.startswith(f"law/a.yml:{line}: ") and says in item for item in found), found


def test_all_errors_are_told_at_once(write: Callable[..., Path]) -> None:
    """One load tells every fault of every file."""
    folder = write(LAW.replace("agency: BIS", "agencie: BIS").replace("[NO]", "[Norway]"))
    write("documents:\n  us.other: {title: Other, kind: rule}\n", file="b.yml")
    (folder / "c.yml").write_bytes(b"documents:\n  \xff")
    found = faults(folder)
    assert [item.split(": ")[0] for item in found] == [
        "law/c.yml:2",
        "law/a.yml:5",
        "law/b.yml:2",
        "law/a.yml:18",
    ]


def test_a_duplicate_id_names_the_first(write: Callable[..., Path]) -> None:
    """Two files may not write the same id."""
    write(LAW)
    folder = write("documents:\n  us.order: {title: Other, kind: rule, cite: x}\n", file="b.yml")
    assert faults(folder) == ("law/b.yml:2: documents.us.order is already written in law/a.yml:2",)


def test_low_confidence_reaches_the_event(write: Callable[..., Path]) -> None:
    """An event is no surer than its document."""
    text = LAW.replace("kind: rule\n", "kind: rule\n    confidence: L\n    review: day from memory\n")
    book = load(forms=FORMS, law=write(text))
    assert [item.confidence for item in book.measures["us.denial"].life] == [
        Confidence.HIGH,
        Confidence.HIGH,
        Confidence.LOW,
    ]


def test_a_folder_without_law_is_an_error(tmp_path: Path) -> None:
    """An empty rulebook would find nothing and look like an answer."""
    assert "holds no .yml file" in faults(tmp_path)[0]
    assert "is no folder" in faults(tmp_path / "nowhere")[0]


def test_a_form_that_does_not_exist_is_a_fault_of_the_kind(write: Callable[..., Path]) -> None:
    """A kind that declares an unknown form is refused when it is used."""
    with pytest.raises(ValueError, match="declares the form 'colour'"):
        load(forms={**FORMS, "settlement": (("obligations", "colour"),)}, law=write(LAW))


@pytest.mark.parametrize(
    "text", ["[" * 50_000, "[" * 50_000 + "]" * 50_000, "a: " * 9_000, "- " * 9_000 + "a"]
)
def test_deep_nesting_is_an_error_and_no_crash(write: Callable[..., Path], text: str) -> None:
    """Brackets without end are refused before they fill the stack."""
    assert faults(write(text))


PRIVATE = """\
documents:
  our.memo: {title: Memo of counsel, cite: Memo 7, kind: guidance, effective: 2020-01-01}
measures:
  our.ban:
    kind: denial_order
    title: We do not deal with Acme
    parties: [acme]
    terms: {standard: true}
    life: [{issued: our.memo}]
values:
  us.threshold:
    replaces: true
    title: Stricter threshold
    is: [{from: null, to: null, value: 5, cite: Memo 7}]
"""


def test_a_private_rulebook_adds_and_replaces(write: Callable[..., Path]) -> None:
    """New ids add; what is replaced is remembered with its place."""
    law, private = write(LAW), write(PRIVATE, name="ours")
    book = load([private], forms=FORMS, law=law)
    assert {"us.denial", "our.ban"} <= set(book.measures)
    assert book.values["us.threshold"].dated[0].value == 5
    where = f"{private.as_posix()}/a.yml"
    assert book.replaced == (("values.us.threshold", Place(where, 11)),)
    assert [name for name, _hash in book.files] == ["law/a.yml", where]


def test_a_private_rulebook_replaces_only_in_so_many_words(write: Callable[..., Path]) -> None:
    """An id that is there already needs `replaces: true`, and one that is not may not have it."""
    law = write(LAW)
    private = write(PRIVATE.replace("    replaces: true\n", ""), name="ours")
    where = f"{private.as_posix()}/a.yml"
    (found,) = faults(law, private)
    assert found == (
        f"{where}:11: values.us.threshold is already written in law/a.yml:44; a private rulebook replaces "
        "with `replaces: true`"
    )
    private = write(PRIVATE.replace("us.threshold", "us.treshold"), name="ours")
    assert "there is none before it" in faults(law, private)[0]


def test_later_private_folders_lie_over_earlier_ones(write: Callable[..., Path]) -> None:
    """The last folder wins, and both replacements are told."""
    law, one = write(LAW), write(PRIVATE, name="one")
    two = write(PRIVATE[PRIVATE.index("values:") :].replace("value: 5", "value: 4"), name="two")
    book = load([one, two], forms=FORMS, law=law)
    assert book.values["us.threshold"].dated[0].value == 4
    assert len(book.replaced) == 2


def test_the_hash_follows_the_bytes_and_not_the_folder(write: Callable[..., Path]) -> None:
    """The same law in another folder has the same version; one more space is another version."""

    def version(*private: Path) -> str:
        return load(private, forms=FORMS, law=law).sha256

    law = write(LAW)
    alone = version()
    assert version(write(PRIVATE, name="one")) == version(write(PRIVATE, name="two")) != alone
    write(LAW + "\n")
    assert version() != alone


def test_loading_twice_gives_the_same(write: Callable[..., Path]) -> None:
    """Nothing hangs on the order of a set."""
    law = write(LAW)
    assert load(forms=FORMS, law=law) == load(forms=FORMS, law=law)


def test_without_forms_terms_are_read_in_any_form(write: Callable[..., Path]) -> None:
    """Obligations are known by their name."""
    book: Rulebook = load(law=write(LAW))
    assert isinstance(book.measures["us.deal"].terms["obligations"][0], Obligation)
    assert book.measures["us.denial"].terms["scope"] == "764.3"
