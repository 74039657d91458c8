"""US AECA debarred parties, CSV in three layouts (16 columns of 2014-05, 12 of 2014-07, 6 since 2017).

Key: hash of name (without aliases) and notice, for the list has no numbers; these two are in every layout.
Companies are marked in a column only until 2014; elsewhere the kind is unknown. A rescission ends a
debarment.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from licet.lists.base import Facts, RawEdition
from licet.lists.formats.delimited import Columns, Row, is_html
from licet.lists.formats.us_citations import citations
from licet.lists.formats.us_dates import birth_date, day_of, read_day
from licet.lists.formats.us_names import names_of, split_list
from licet.lists.formats.us_tables import KeyRing, count_rows, has_header, open_table, row_key
from licet.model import Listing, PartialDate, PartyKind, Problem, Severity

LIST_ID = "us_ddtc_aeca"
CSV = "csv"

_FORMER = "Federal Register Notices - "
COLUMNS = Columns(
    required=(
        "Full Name",
        "Date of Birth",
        "Notice",
        "Notice Date",
        "Corrected Notice",
        "Corrected Notice Date",
    ),
    optional=(
        "Corp",
        "Surname",
        "Given Names",
        "Alias",
        "Type",
        "Eff. Date",
        "Juris",
        "Rescission Notice",
        "Rescission Eff. Date",
        "Notes",
    ),
    aliases={
        f"{_FORMER}Debarred Party (Full Name)": "Full Name",
        f"{_FORMER}Debarred Party Surname/Corporate Name": "Surname",
        f"{_FORMER}Debarred Party Given Names": "Given Names",
        "DOB": "Date of Birth",
        "Debarred Party Full Name": "Full Name",
        "Debarred Party Surname/Corporate Name": "Surname",
        "Debarred Party Given Names": "Given Names",
        "Date of Birth - PUBLIC RELEASE": "Date of Birth",
        "Debarred Party Full Name and Alias": "Full Name",
    },
)


def recognise(name: str, head: bytes) -> str | None:
    """Tell the file by its columns, whatever it is called."""
    del name
    return CSV if not is_html(head) and has_header(head.decode("utf-8", "replace"), COLUMNS) else None


def facts(raw: RawEdition) -> Facts:
    """Count the rows; the file states no day of publication and no number of records."""
    return Facts(rows=count_rows(open_table(raw, CSV, COLUMNS)))


def parse(raw: RawEdition) -> Iterator[Listing | Problem]:
    """Read one edition."""
    keys = KeyRing()
    where = raw.where(CSV)
    for row in open_table(raw, CSV, COLUMNS):
        if isinstance(row, Problem):
            yield row
        elif not row["Full Name"]:
            record = ",".join(row.raw)[:500]
            yield Problem(
                "no_name", f"{where}:{row.line}", "the row has no name", record, Severity.ROW, rows=1
            )
        else:
            yield from _listing(row, f"{where}:{row.line}", keys)


def _listing(row: Row, place: str, keys: KeyRing) -> Iterator[Listing | Problem]:
    notes = _Notes(place)
    is_company = row["Corp"].lower() == "x"
    if row["Corp"] and not is_company:
        notes.add("unknown_type", "Corp", "the mark of a company is not known", row["Corp"])
    start = notes.day("Eff. Date", row["Eff. Date"])
    end = notes.day("Rescission Eff. Date", row["Rescission Eff. Date"])
    births = _birth(row["Date of Birth"], notes)
    cited = _notices(row, notes)
    details = {
        "debarment": row["Type"].lower(),
        "notice_date": _written(row["Notice Date"]),
        "district": row["Juris"],
        **dict(notes.unread),
    }
    if row["Type"].lower() not in {"", "statutory", "administrative"}:
        notes.add("unknown_type", "Type", "the type of debarment is not known", row["Type"])
    names = names_of(row["Full Name"], split_list(row["Alias"]))
    key, duplicate = keys.take(row_key(names[0].text, row["Notice"]), place)
    yield Listing(
        list_id=LIST_ID,
        key=key,
        kind=_kind(row, is_company=is_company),
        names=names,
        birth_dates=births,
        start=start,
        end=end,
        citations=cited,
        remarks=row["Notes"],
        details=tuple(sorted((name, value) for name, value in details.items() if value)),
    )
    if duplicate:
        yield duplicate
    yield from notes.problems


class _Notes:
    """Collects the FIELD problems of one row, and the texts that were not understood."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.problems: list[Problem] = []
        self.unread: list[tuple[str, str]] = []

    def add(self, code: str, column: str, message: str, text: str) -> None:
        self.problems.append(Problem(code, f"{self.place}: {column}", message, text[:500]))
        self.unread.append((f"{column.lower().replace('.', '').replace(' ', '_')}_unread", text))

    def day(self, column: str, text: str) -> date | None:
        value, problems = read_day(text, f"{self.place}: {column}")
        for problem in problems:
            self.add(problem.code, column, problem.message, text)
        return value


def _kind(row: Row, *, is_company: bool) -> PartyKind:
    """Until 2014 a column marks companies, and those not marked have given names."""
    if is_company:
        return PartyKind.ORGANISATION
    return PartyKind.PERSON if row["Given Names"] else PartyKind.UNKNOWN


def _birth(text: str, notes: _Notes) -> tuple[PartialDate, ...]:
    """Read a month and year; `September/October 1975` spans the months it names."""
    if not text:
        return ()
    value = birth_date(text)
    if value is None and "/" in text:
        first, _, rest = text.partition("/")
        last = birth_date(rest)
        begin = birth_date(f"{first}, {last.last.year}") if last else None
        if begin and last and begin.first <= last.last:
            value = PartialDate(begin.first, last.last, text=text)
    if value is None:
        notes.add("bad_birth_date", "Date of Birth", f"{text!r} is no date that is understood", text)
        return ()
    return (value,)


def _notices(row: Row, notes: _Notes) -> tuple[str, ...]:
    found: list[str] = []
    for column in ("Notice", "Corrected Notice", "Rescission Notice"):
        day = f" {row[f'{column} Date']}" if row[column] and row[f"{column} Date"] else ""
        cited, unread = citations(row[column] + day)
        found += cited
        for piece in unread:
            message = f"{piece!r} is no Federal Register citation that is understood; kept as it is"
            notes.add("unread_citation", column, message, row[column])
    return tuple(dict.fromkeys(found))


def _written(text: str) -> str:
    value, _ = day_of(text)
    return value.isoformat() if value else text
