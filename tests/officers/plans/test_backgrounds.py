"""The picture beneath a plan: taken by what it is, kept clean, and served as nothing but a picture."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.actors import Actor
from core.models import Event
from officers.models import FloorPlan, PlanBackground, PlanDrawing, StoredFile
from officers.selectors import plan_keeping, plan_rows
from tests.cast import District
from tests.officers.plans.test_editor import post
from tests.officers.test_uploads import HTML, PDF, ZIP, bomb, picture


def test_a_picture_beneath_stretches_what_is_drawn_and_is_served_as_an_image(
    district: District, plan: FloorPlan, admin: Actor, client_of: Any
) -> None:
    client = client_of(admin)
    post(client, plan, "text", drawing="door D: 404,214")
    upload = SimpleUploadedFile("floor.webp", picture("WEBP", (808, 107)))
    assert post(client, plan, "picture", 2, file=upload).status_code == 303
    shapes = plan_rows.shapes(plan_keeping.drawing(plan))
    assert [shape.points for shape in shapes] == [((808.0, 107.0),)]
    found = client_of(district.dispatcher).get(f"/plans/{plan.pk}/background/?number=3")
    assert (found["Content-Type"], found["X-Content-Type-Options"]) == ("image/webp", "nosniff")
    assert "sandbox" in found["Content-Security-Policy"]
    assert client.get(f"/plans/{plan.pk}/background/?number=2").status_code == 404
    assert f'href="/plans/{plan.pk}/background/?number=3"' in client.get(f"/plans/{plan.pk}/").content.decode()


def test_an_svg_is_kept_clean_and_shown_inline(plan: FloorPlan, admin: Actor, client_of: Any) -> None:
    client = client_of(admin)
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="5 5 100 50" onload="x()"><rect width="9" height="9"/></svg>'
    )
    assert post(client, plan, "picture", file=SimpleUploadedFile("f.png", drawing)).status_code == 303
    body = client.get(f"/plans/{plan.pk}/").content.decode()
    assert '<rect height="9" width="9"></rect>' in body
    assert "translate(-5 -5)" in body
    assert "onload" not in body


@pytest.mark.parametrize("name", ["floor.png", "floor.svg", "floor.webp"])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HTML, "DOCTYPE|no SVG drawing|not a whole SVG"),
        (b"<html><script>alert(1)</script></html>", "no SVG drawing"),
        (PDF, "SVG, PNG, JPEG or WebP"),
        (ZIP, "SVG, PNG, JPEG or WebP"),
        (picture("GIF"), "SVG, PNG, JPEG or WebP"),
        (b"RIFF\x10\0\0\0WEBPVP8 \0\0\0\0", "damaged|SVG, PNG, JPEG or WebP"),
        (picture("WEBP")[:30], "damaged"),
        (bomb(30_000, 30_000), "too many pixels"),
        (b"MZ\x90\0", "SVG, PNG, JPEG or WebP"),
    ],
)
def test_what_is_no_picture_is_refused_whatever_it_is_called(
    plan: FloorPlan, admin: Actor, client_of: Any, content: bytes, said: str, name: str
) -> None:
    events = Event.objects.count()
    answer = post(client_of(admin), plan, "picture", file=SimpleUploadedFile(name, content))
    assert answer.status_code == 422
    assert any(part in answer.content.decode() for part in said.split("|"))
    assert (PlanBackground.objects.count(), StoredFile.objects.count(), PlanDrawing.objects.count()) == (0, 0, 1)
    assert Event.objects.count() == events


def test_a_large_photo_is_made_small_and_loses_where_it_was_taken(
    plan: FloorPlan, admin: Actor, client_of: Any
) -> None:
    upload = SimpleUploadedFile("floor.jpg", picture("JPEG", (4000, 2000), comment=b"taken at home"))
    assert post(client_of(admin), plan, "picture", file=upload).status_code == 303
    kept = PlanBackground.objects.get()
    assert (kept.width, kept.height) == (3000, 1500)
    found = client_of(admin).get(f"/plans/{plan.pk}/background/")
    assert b"taken at home" not in found.content


def test_every_step_is_in_the_ledger_and_says_no_more_than_numbers(
    plan: FloorPlan, admin: Actor, client_of: Any
) -> None:
    client = client_of(admin)
    post(client, plan, "text", drawing="door D: 1,1")
    post(client, plan, "picture", 2, file=SimpleUploadedFile("f.png", picture("PNG", (40, 30))))
    post(client, plan, "turn", 3, move="withdraw")
    rows = Event.objects.filter(record_id=plan.pk).order_by("at", "pk")
    assert {row.type: row.facts for row in rows} == {
        "plan.added": {"building": str(plan.building_id), "floor": 2},
        "plan.drawn": {"drawing": 2, "rooms": 0, "marks": 1},
        "plan.background_set": {"drawing": 3, "kind": "image"},
        "plan.withdrawn": {},
    }
