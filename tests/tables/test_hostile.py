"""Files that would exhaust the memory or stop a driver, and text that looks like another encoding."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter

from licet.errors import UnreadableInputError
from licet.tables import FlawedRow, Kind, TableWriter, open_table

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def xlsx(folder: Path, rows: str, *, compress: bool = False) -> Path:
    """Write a workbook of one sheet from its rows in XML."""
    path = folder / "t.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED) as book:
        for place, kind, target in (
            ("_rels/.rels", "officeDocument", "xl/workbook.xml"),
            ("xl/_rels/workbook.xml.rels", "worksheet", "worksheets/sheet1.xml"),
        ):
            link = f'<Relationship Id="r1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
            book.writestr(place, f'<Relationships xmlns="{_PACKAGE}">{link}</Relationships>')
        sheet = '<sheet name="S &amp; T" sheetId="1" r:id="r1"/>'
        book.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheet}</sheets></workbook>',
        )
        book.writestr(
            "xl/worksheets/sheet1.xml",
            f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>',
        )
    return path


def cell(place: str, text: str = "name") -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def ods(folder: Path, rows: str) -> Path:
    path = folder / "t.ods"
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = " ".join(f'xmlns:{item}="{names}{item}:1.0"' for item in ("office", "table", "text"))
    with zipfile.ZipFile(path, "w") as book:
        sort = "application/vnd.oasis.opendocument.spreadsheet"
        book.writestr("mimetype", sort)
        entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{sort}"/>'
        book.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{names}manifest:1.0">{entry}</manifest:manifest>',
        )
        book.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="S">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def ods_cell(text: str, attributes: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="string"{attributes}><text:p>{text}</text:p></table:table-cell>'
    )


@pytest.mark.parametrize(
    "rows",
    [
        f'<row r="1">{cell("A1")}</row><row r="1048576">{cell("XFD1048576")}</row>',
        f'<row r="1">{cell("A1")}{cell("ZZZZZ1")}</row>',
        "<row>" + "<c><v>1</v></c>" * 20_000 + '</row><row r="9000"><c><v>1</v></c></row>',
    ],
)
def test_an_xlsx_with_a_stray_cell_far_away_is_refused_with_advice(tmp_path: Path, rows: str) -> None:
    with pytest.raises(UnreadableInputError, match=r"sheet 'S & T' has \d+ filled cells.*stray cells"):
        open_table(xlsx(tmp_path, rows))


def test_a_cell_that_only_carries_a_format_is_not_filled(tmp_path: Path) -> None:
    rows = f'<row r="1">{cell("A1")}</row><row r="2">{cell("A2", "A B")}</row>'
    table = open_table(xlsx(tmp_path, rows + '<row r="1048576"><c r="XFD1048576" s="0"/></row>'))
    assert (table.columns, list(table.read())) == (("name",), [("A B",)])


@pytest.mark.parametrize(
    "rows",
    [
        (
            f"<table:table-row>{ods_cell('name')}</table:table-row>"
            '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>'
            "<table:table-row><table:table-cell table:number-columns-repeated='16000'/>"
            f"{ods_cell('x')}</table:table-row>"
        ),
        '<table:table-row table:number-rows-repeated="1048576">'
        + ods_cell("name", ' table:number-columns-repeated="16384"')
        + "</table:table-row>",
    ],
)
def test_an_ods_with_absurd_repeats_is_refused_with_advice(tmp_path: Path, rows: str) -> None:
    with pytest.raises(UnreadableInputError, match=r"sheet 'S' has .* filled cells"):
        open_table(ods(tmp_path, rows))


def test_the_empty_cells_that_fill_up_an_ods_sheet_do_no_harm(tmp_path: Path) -> None:
    empty = '<table:table-cell table:number-columns-repeated="16383"/>'
    rows = (
        f"<table:table-row>{ods_cell('name')}{empty}</table:table-row>"
        f"<table:table-row>{ods_cell('A B')}{empty}</table:table-row>"
        f'<table:table-row table:number-rows-repeated="1048574">{empty}<table:table-cell/></table:table-row>'
    )
    table = open_table(ods(tmp_path, rows))
    assert (table.columns, list(table.read())) == (("name",), [("A B",)])


def test_a_workbook_that_unpacks_to_a_multiple_is_refused_unopened(tmp_path: Path) -> None:
    path = xlsx(tmp_path, f'<row r="1">{cell("A1")}</row>')
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as book,
        book.open("xl/sharedStrings.xml", "w") as member,
    ):
        for _ in range(210):
            member.write(b"a" * (1 << 20))
    with pytest.raises(UnreadableInputError, match=r"unpacks from .* bytes, too many to open"):
        open_table(path)


def test_a_size_that_the_archive_lies_about_is_seen(tmp_path: Path) -> None:
    path = xlsx(tmp_path, f'<row r="1">{cell("A1", "a" * 5000)}</row>', compress=True)
    with zipfile.ZipFile(path) as book:
        size = book.getinfo("xl/worksheets/sheet1.xml").file_size.to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (100).to_bytes(4, "little")))
    with pytest.raises(UnreadableInputError, match="archive of the workbook is broken"):
        open_table(path)


def test_the_sheets_that_are_not_read_are_told_with_their_rows(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("A").write_column(0, 0, ["name", "A B"])
        book.add_worksheet("B & C").write_column(0, 0, ["name", "C D", "E F"])
        book.add_worksheet("Empty")
    told = "sheet 'A' is read; not read: 'B & C' (3 rows, not screened), 'Empty' (empty)"
    assert open_table(path).notes == (told,)


def test_half_a_character_in_json_is_replaced_and_told(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(
        '{"name": "\\ud800ZTE", "also": ["\\uDC00", {"k": 1}]}\n{"name": "\\ud83d\\ude00 \\\\ud800"}\n',
        encoding="ascii",
    )
    table = open_table(path)
    damaged, sound = table.read()
    assert damaged == ("\ufffdZTE", ["\ufffd", {"k": 1}])
    assert isinstance(damaged, FlawedRow)
    assert damaged.usable
    assert damaged.reason.startswith("line 1: half of a character")
    assert sound == ("\U0001f600 \\ud800", None)
    assert not isinstance(sound, FlawedRow)


def test_a_key_with_half_a_character_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text('{"name\\ud800": "A B"}\n', encoding="ascii")
    table = open_table(path)
    assert table.columns == ("name\ufffd",)
    with TableWriter(tmp_path / "out.jsonl", table.shape) as writer:
        writer.write(table.read())
        writer.finish({})
    assert "A B" in (tmp_path / "out.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize("at", [1, 2, 3, 7, 8, 14, 15])
def test_a_stray_nul_is_no_utf_16(tmp_path: Path, at: int) -> None:
    text = b"name,city\nPetrov,Omsk\n"
    path = tmp_path / "t.csv"
    path.write_bytes(text[:at] + b"\x00" + text[at:])
    assert open_table(path).shape.encoding == "utf-8"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_in_any_script(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("имя;страна\nИван Петров;Россия\nАнна;Чехия\n".encode(encoding))
    table = open_table(path)
    assert (table.shape.encoding, list(table.read())) == (
        encoding,
        [("Иван Петров", "Россия"), ("Анна", "Чехия")],
    )


def test_a_csv_cell_of_any_length_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"name,remark\nA B,{'x' * 300_000}\nC D,y\n", encoding="utf-8")
    rows = list(open_table(path).read())
    assert [len(str(row[1])) for row in rows] == [300_000, 1]
    assert not any(isinstance(row, FlawedRow) for row in rows)


def _titled(folder: Path, kind: Kind, rows: Sequence[tuple[str, ...]]) -> Path:
    path = folder / f"t.{kind}"
    if kind is Kind.XLSX:
        with xlsxwriter.Workbook(str(path)) as book:
            sheet = book.add_worksheet("S")
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, [text or None for text in row])
    elif kind is Kind.ODS:
        cells = ("".join(ods_cell(text) if text else "<table:table-cell/>" for text in row) for row in rows)
        return ods(folder, "".join(f"<table:table-row>{text}</table:table-row>" for text in cells))
    else:
        path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", [Kind.CSV, Kind.XLSX, Kind.ODS])
@pytest.mark.parametrize("title", [[("Customers 2018", "", "")], [("Customers", "", ""), ("2018", "", "")]])
def test_a_title_above_the_header_is_left_out_and_told(
    tmp_path: Path, kind: Kind, title: list[tuple[str, ...]]
) -> None:
    rows = [("Name", "Country", "Remark"), ("A B", "FR", "x"), ("C D", "DE", "y")]
    table = open_table(_titled(tmp_path, kind, [*title, *rows]))
    assert table.columns == rows[0]
    assert list(table.read()) == rows[1:]
    assert list(table.read(1)) == rows[2:]
    assert table.rows in {2, None}
    left_out = " | ".join(item[0] for item in title)
    assert f"row {len(title) + 1} is the header; left out above it: {left_out}" in table.notes


def test_a_csv_title_without_delimiters_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Kundenliste\n\nVorname;Nachname;Land\nA;B;FR\nC;D;DE\n", encoding="utf-8")
    table = open_table(path)
    assert (table.columns, list(table.read())) == (
        ("Vorname", "Nachname", "Land"),
        [("A", "B", "FR"), ("C", "D", "DE")],
    )


@pytest.mark.parametrize("kind", [Kind.CSV, Kind.XLSX, Kind.ODS])
def test_a_first_row_that_names_hardly_any_column_is_refused_by_its_number(
    tmp_path: Path, kind: Kind
) -> None:
    rows = [("Report", "", ""), ("A B", "FR", "x"), ("C D", "DE", "y")]
    with pytest.raises(UnreadableInputError, match=r"row 1 \('Report'\) names 1 columns .* fill 3"):
        open_table(_titled(tmp_path, kind, rows))


def test_a_header_with_a_gap_stays_the_header(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(",Name,Country\n0,A B,FR\n1,C D,DE\n", encoding="utf-8")
    table = open_table(path)
    assert (table.columns, table.notes) == (("column_1", "Name", "Country"), ())
    assert len(list(table.read())) == 2


@pytest.mark.parametrize("head", ["Name", '"Full name"', "Kunde"])
def test_a_comma_in_a_table_of_one_column_divides_nothing(tmp_path: Path, head: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f'{head}\nVoronin, Sergei\n"Petrov, Ivan"\nAcme, Inc., Ltd\n', encoding="utf-8")
    table = open_table(path)
    assert table.columns == (head.strip('"'),)
    assert list(table.read()) == [("Voronin, Sergei",), ("Petrov, Ivan",), ("Acme, Inc., Ltd",)]


def test_a_title_that_could_name_a_column_is_no_table_of_one_column(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Kunde\nVorname,Nachname,Land\nA,B,FR\n", encoding="utf-8")
    table = open_table(path)
    assert (table.columns, list(table.read())) == (("Vorname", "Nachname", "Land"), [("A", "B", "FR")])
