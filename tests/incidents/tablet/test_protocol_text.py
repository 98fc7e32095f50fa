"""docs/tablet_protocol.md says what the code does."""

import json
import re

from django.conf import settings
from django.urls import Resolver404, resolve

from incidents.tablet.envelope import FrameIn
from incidents.tablet.kinds import KINDS, MOVES
from tests.incidents.tablet.sending import Tablet

TEXT = (settings.BASE_DIR / "docs" / "tablet_protocol.md").read_text()
EXAMPLES = [json.loads(found) for found in re.findall(r"```json\n(.*?)```", TEXT, re.S)]
KIND_ROWS = re.findall(r"^\| `(\w+)` \| `(\{.*\})` \| (yes|no) \|$", TEXT, re.M)
ADDRESSES = re.findall(r"`?(?:POST|GET) (/api/[^` ]+)`", TEXT)


def test_every_kind_is_described_and_every_example_is_accepted() -> None:
    assert {name for name, _data, _version in KIND_ROWS} == set(KINDS)
    for name, data, version in KIND_ROWS:
        body = KINDS[name].body(data=json.loads(data))
        assert body.is_valid(), (name, body.errors)
        assert KINDS[name].needs_version(body.validated_data) == (version == "yes"), name
    assert all(f"`{move}`" in TEXT for move in MOVES)


def test_every_field_of_a_kind_is_in_an_example() -> None:
    for name, kind in KINDS.items():
        shown = {field for row, data, _version in KIND_ROWS if row == name for field in json.loads(data)}
        assert shown == set(kind.body().fields), name


def test_the_frames_are_accepted() -> None:
    frames = [example for example in EXAMPLES if "seq" in example]
    assert len(frames) == 2
    for frame in frames:
        body = FrameIn(data=frame)
        assert body.is_valid(), body.errors


def test_every_address_exists() -> None:
    assert len(set(ADDRESSES)) >= 7
    for address in ADDRESSES:
        path = address.replace("{id}", "6f1c3e1e-0d4c-4f0e-9a59-0f4f3f1f9d10")
        try:
            resolve(path)
        except Resolver404:
            raise AssertionError(address) from None


def test_the_answers_have_the_fields_that_are_shown(tablet: Tablet) -> None:
    (shown,) = (example for example in EXAMPLES if "recorded_at" in example)
    assert tablet.note().json().keys() == shown.keys()
    told = tablet.client.get("/api/v1/tablet/key").json()
    assert all(f"`{name}`" in TEXT for name in told)
