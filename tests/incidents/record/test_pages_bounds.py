"""The record's pages ask the database the same number of questions, however much there is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import District, filed
from tests.incidents.desk import signed_in

MOST = {"/records/": 20, "review": 60}


@pytest.mark.parametrize("path", ["/records/", "review"])
def test_more_records_take_no_more_statements(district: District, path: str) -> None:
    first = filed(district)
    chief, where = signed_in(district.supervisor), path if path.startswith("/") else f"/records/{first.pk}/"
    chief.get(where)
    counts = []
    for _ in range(2):
        filed(district)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert chief.get(where).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1] <= MOST[path], counts
