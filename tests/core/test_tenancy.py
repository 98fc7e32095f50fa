"""The database itself refuses a row that points into another agency."""

import pytest
from django.db import IntegrityError, connection, transaction

from officers.models import Building, Room
from tests.cast import District


def test_a_room_cannot_stand_in_a_building_of_another_agency(district: District, neighbor: District) -> None:
    foreign = Building.objects.get(agency=neighbor.campus.agency)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(IntegrityError), transaction.atomic():
        Room.objects.create(agency=district.campus.agency, building=foreign, name="X-1", nearest_door="X")
    own = Building.objects.get(agency=district.campus.agency)
    assert Room.objects.create(agency=district.campus.agency, building=own, name="X-1", nearest_door="X").pk
