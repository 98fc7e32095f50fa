"""Files as spreadsheets really save them, and files that are no table."""

from collections.abc import Mapping

import pytest

from core import csv_in
from core.csv_in import BadCell, Line
from core.errors import BrokenRule


def cells(content: str | bytes) -> list[Line]:
    """The rows of a file with a badge and perhaps a name."""
    raw = content.encode() if isinstance(content, str) else content
    return csv_in.lines(raw, required=["badge"], optional=["name"])


@pytest.mark.parametrize(
    "content",
    [
        "badge,name\n17,Yucca\n",
        "\ufeffbadge,name\r\n17,Yucca\r\n",
        "badge;name\n17;Yucca",
        "name\tBadge\nYucca\t17\n",
        '"badge","name"\n" 17 ","Yucca"\n\n , \n',
    ],
)
def test_a_table_is_understood_however_the_spreadsheet_wrote_it(content: str) -> None:
    assert cells(content) == [Line(2, {"badge": "17", "name": "Yucca"})]


def test_a_windows_code_page_is_understood() -> None:
    assert cells("badge,name\n17,Peña\n".encode("cp1252"))[0].cells["name"] == "Peña"


def test_line_numbers_are_those_of_the_file_even_after_empty_lines_and_long_cells() -> None:
    found = cells('badge,name\n1,"two\nlines"\n\n2,b\n')
    assert [line.number for line in found] == [2, 5]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "missing: badge"),
        ("badge\n", "no rows"),
        ("name\nx\n", "missing: badge"),
        ("badge,shoe\n1,2\n", "not known: shoe"),
        ("badge,badge\n1,2\n", "twice: badge"),
        ("badge,name\n1\n", "Line 2 has 1 cells instead of 2"),
        ('badge,name\n1,"open\n', "not closed"),
        (b"badge\n\x00\x01", "not a CSV"),
        (b"badge\n\x81\n", "UTF-8"),
        (b"x" * (csv_in.MAX_BYTES + 1), "larger"),
        ("badge\n" + "1\n" * (csv_in.MAX_ROWS + 1), "more than 5000 rows"),
    ],
)
def test_what_is_no_such_table_is_refused_with_a_reason(content: str | bytes, said: str) -> None:
    with pytest.raises(BrokenRule, match=said) as refusal:
        cells(content)
    assert set(refusal.value.fields) == {"file"}


def test_every_bad_row_is_reported_and_the_good_ones_are_read() -> None:
    def number(row: Mapping[str, str]) -> int:
        if not row["badge"].isdigit():
            raise BadCell("badge", "not a number")
        return int(row["badge"])

    found = csv_in.read(cells("badge\n1\nx\n3\ny\n"), number)
    assert found.rows == [(2, 1), (4, 3)]
    assert [str(bad) for bad in found.bad] == ["Line 3, badge: not a number", "Line 5, badge: not a number"]


@pytest.mark.parametrize(("value", "cell"), [("=1+1", "'=1+1"), ("-5", "'-5"), ("", ""), (None, ""), ("C-12", "C-12")])
def test_an_export_holds_no_formula(value: object, cell: str) -> None:
    assert csv_in.safe_cell(value) == cell
