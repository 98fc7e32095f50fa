"""What the file tells, and what it leaves to a stated rule."""

from datetime import date
from pathlib import Path

import pytest

from outcomes.replay.days import dated
from outcomes.replay.dice import Dice
from outcomes.replay.errors import ReplayRefused
from outcomes.replay.model import ENDED, tell
from outcomes.replay.rows import read

HERE = Path(__file__).parent
ARRIVALS = HERE / "arrivals.csv"


def _file(folder: Path, *rows: str) -> Path:
    path = folder / "rows.csv"
    path.write_text("\n".join([ARRIVALS.read_text().splitlines()[0], *rows]) + "\n")
    return path


def test_a_row_like_the_one_before_is_the_same_day_and_any_other_is_the_next_such_day() -> None:
    days = [day for _, day in dated(read(ARRIVALS, None).rows)]
    assert days[:7] == [
        date(2014, 1, 1),
        date(2014, 1, 1),
        date(2014, 1, 2),
        date(2014, 1, 2),
        date(2014, 1, 8),
        date(2014, 1, 13),
        date(2014, 1, 13),
    ]
    assert days[10:12] == [date(2014, 2, 1), date(2014, 2, 1)]
    assert days[-3:] == [date(2014, 12, 3), date(2015, 1, 1), date(2015, 1, 1)]


def test_another_start_moves_the_days_and_keeps_month_and_weekday() -> None:
    rows = read(ARRIVALS, None).rows
    moved = [day for _, day in dated(rows, date(2021, 6, 1))]
    assert moved[0] == date(2022, 1, 5)
    assert [(row.month, row.weekday) for row in rows] == [(day.month, day.weekday()) for day in moved]
    assert moved == sorted(moved)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("x,January,Monday,9,No,1", "sequence “x” is not a whole number"),
        ("1,Januar,Monday,9,No,1", "month “Januar” is not"),
        ("1,January,Mon,9,No,1", "day_of_week “Mon” is not"),
        ("1,January,Monday,24,No,1", "hour “24” is not 0 to 23"),
        ("1,January,Monday,9,Maybe,1", "emergency_apprehension “Maybe” is not Yes or No"),
        ("1,January,Monday,9,No,", "neighbourhood “” is not a whole number"),
        ("1,January,Monday,9,No,1,2", "more cells than columns"),
        ("1,January", "day_of_week “” is not"),
        ("1,January,Monday,9,No," + "9" * 5000, "is not a whole number"),
    ],
)
def test_a_malformed_row_is_named_by_line_and_reason(tmp_path: Path, row: str, reason: str) -> None:
    found = read(_file(tmp_path, row, "2,January,Monday,9,No,1"), None)
    assert [(bad.line, reason in bad.reason) for bad in found.bad] == [(2, True)]
    assert [good.line for good in found.rows] == [3]


def test_a_sequence_that_does_not_rise_is_malformed(tmp_path: Path) -> None:
    found = read(_file(tmp_path, "5,January,Monday,9,No,1", "5,January,Monday,9,No,1"), None)
    assert [bad.line for bad in found.bad] == [3]


def test_only_the_wanted_rows_are_judged(tmp_path: Path) -> None:
    found = read(_file(tmp_path, "5,January,Monday,9,No,1", "broken"), 1)
    assert (len(found.rows), found.bad) == (1, [])


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"a,b\n1,2\n", "lacks the columns"), (b"\xff\xfe\x00", "not UTF-8"), (b"", "lacks the columns")],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "other.csv"
    path.write_bytes(content)
    with pytest.raises(ReplayRefused, match=words):
        read(path, None)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReplayRefused, match="cannot be read"):
        read(tmp_path / "none.csv", None)


def test_the_same_seed_and_line_tell_the_same_story_and_another_seed_another_one() -> None:
    first, again = (tell(Dice(1, 7), apprehended=False, campus_kind="high") for _ in range(2))
    assert first == again
    other = [tell(Dice(2, line), apprehended=False, campus_kind="high") for line in range(20)]
    assert other != [tell(Dice(1, line), apprehended=False, campus_kind="high") for line in range(20)]


def test_the_model_keeps_to_its_stated_rates() -> None:
    stories = [tell(Dice(1, line), apprehended=False, campus_kind="high") for line in range(4000)]
    total = sum(ENDED.values())
    for outcome, weight in ENDED.items():
        share = sum(story.record["primary_outcome"] == outcome for story in stories) / len(stories)
        assert abs(share - weight / total) < 0.02
    reportable = sum(story.record["force_reportable"] is True for story in stories) / len(stories)
    assert 0.01 < reportable < 0.03
