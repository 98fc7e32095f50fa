"""Whatever was counted, a chart stays within its frame, covers nothing, and can be reckoned back."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from outcomes import charts
from outcomes.api.output import report_out
from outcomes.charts import BOTTOM, HEIGHT, LEFT, MOST_LABELS, RIGHT, TOP, WIDTH
from outcomes.counts import Bucket, Counts
from outcomes.definitions import DEFINITIONS
from outcomes.figures import of_all
from outcomes.period import Period, months_back
from outcomes.reports import COLUMNS, CampusRow, Report

fixed = settings(max_examples=150, derandomize=True, deadline=None, database=None)
seconds = st.one_of(st.none(), st.floats(0, 90_000))


@st.composite
def series(draw: st.DrawFn) -> list[Bucket]:
    """Months in a row, some of them empty."""
    first = date(2025, 1, 1)
    return [
        Bucket(
            months_back(first, -place),
            crisis + other,
            crisis,
            half,
            None if half is None else half + draw(st.floats(0, 9_000)),
        )
        for place, (crisis, other, half) in enumerate(
            draw(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900), seconds), min_size=1, max_size=30))
        )
    ]


@fixed
@given(series())
def test_every_bar_stays_within_the_frame_and_beside_its_neighbor(buckets: list[Bucket]) -> None:
    bars = charts.incidents(buckets, "month").bars
    assert len(bars) == len(buckets)
    for bar in bars:
        assert float(bar.x) >= LEFT
        assert float(bar.x) + float(bar.width) <= WIDTH - RIGHT + 0.2
        assert float(bar.other_y) >= TOP - 0.2
        assert float(bar.crisis_y) + float(bar.crisis_height) <= HEIGHT - BOTTOM + 0.2
    assert all(float(a.x) + float(a.width) <= float(b.x) + 0.2 for a, b in pairwise(bars))


@fixed
@given(series())
def test_the_parts_of_a_bar_stand_on_one_another_and_its_number_over_both(buckets: list[Bucket]) -> None:
    highest = max(bucket.incidents for bucket in buckets) or 1
    for bar in charts.incidents(buckets, "month").bars:
        whole = float(bar.crisis_height) + float(bar.other_height)
        assert abs(whole - bar.bucket.incidents / highest * (HEIGHT - TOP - BOTTOM)) < 0.2
        assert abs(float(bar.other_y) + float(bar.other_height) - float(bar.crisis_y)) < 0.2
        assert float(bar.number_y) < float(bar.other_y)


@fixed
@given(series())
def test_no_more_labels_than_fit_and_the_first_is_one_of_them(buckets: list[Bucket]) -> None:
    labels = [bar.axis for bar in charts.incidents(buckets, "month").bars]
    assert labels[0]
    assert sum(bool(label) for label in labels) <= MOST_LABELS
    assert all(bar.label for bar in charts.incidents(buckets, "year").bars)


@fixed
@given(series())
def test_a_line_has_a_point_for_each_time_and_joins_neighbors_only(buckets: list[Bucket]) -> None:
    half, nine = charts.responses(buckets, "month").lines
    timed = [bucket.response_median_s is not None for bucket in buckets]
    for line in (half, nine):
        assert len(line.marks) == sum(timed)
        assert len(line.stretches) == sum(a and b for a, b in pairwise(timed))
        assert all(TOP - 0.2 <= float(mark.y) <= HEIGHT - BOTTOM + 0.2 for mark in line.marks)
    for low, high in zip(half.marks, nine.marks, strict=True):
        assert (low.x, float(low.y) >= float(high.y)) == (high.x, True)


@fixed
@given(series())
def test_the_titles_name_what_can_be_read_from_the_series(buckets: list[Bucket]) -> None:
    most = max(bucket.crisis for bucket in buckets)
    title = charts.incidents(buckets, "month").title
    assert title.endswith(f": {most}") if most else title == "No crisis incidents in this time"


def test_the_api_names_every_figure_column_and_bucket() -> None:
    day = date(2026, 3, 1)
    told = report_out(
        Report(
            period=Period(day, date(2026, 3, 31), "America/Denver"),
            open=False,
            campus="",
            campuses={"AHS": "Agave"},
            figures=of_all(Counts(calls=3)),
            encounters=0,
            not_approved=0,
            series=[Bucket(day, 3, 1, 60.0, 90.0)],
            rows=[CampusRow("AHS", "Agave", [None, 0, 12, None, 10])],
            presets=[],
        )
    )
    assert [figure["key"] for figure in told["figures"]] == [one.key for one in DEFINITIONS]
    (campus,) = told["campuses"]
    assert set(campus) == {"code", "name", *(name for name, _heading in COLUMNS)}
    assert (campus["incidents"], campus["detained"]) == (None, 12)
    assert told["series"][0] == {
        "begins_on": day,
        "incidents": 3,
        "crisis": 1,
        "response_median_s": 60.0,
        "response_p90_s": 90.0,
    }
    assert (told["campus"], told["step"], told["actions"]) == (None, "month", [])
