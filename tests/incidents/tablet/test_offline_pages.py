"""What opens without a signal holds no names, asks nobody to sign in, and is named by its content."""

import json

import pytest
from django.test import Client

from incidents import tablet_files
from tests.cast import District
from tests.incidents.desk import signed_in

OPEN = ("/tablet/sw.js", "/tablet/manifest.webmanifest", "/tablet/shell/")


def test_the_shell_page_is_the_same_for_an_officer_and_for_nobody(district: District, client: Client) -> None:
    mine = signed_in(district.officer(district.cit_officer)).get("/tablet/shell/")
    nobodys = client.get("/tablet/shell/")
    assert mine.content == nobodys.content
    assert b"Yucca" not in mine.content
    assert b"C-12" not in mine.content
    assert mine["X-CIT"] == nobodys["X-CIT"] == "1"


@pytest.mark.parametrize("path", OPEN)
def test_what_opens_without_a_signal_needs_no_log_in(path: str, client: Client, db: None) -> None:
    assert client.get(path).status_code == 200


def test_the_worker_may_serve_the_tablet_alone_and_is_asked_for_anew(client: Client, db: None) -> None:
    answer = client.get("/tablet/sw.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Service-Worker-Allowed"] == "/tablet/"
    assert answer["Cache-Control"] == "no-cache"
    assert f'const RELEASE = "{tablet_files.release()}";' in answer.content.decode()


def test_every_file_of_the_list_exists_and_none_of_them_is_a_page_or_the_api() -> None:
    for address in tablet_files.addresses():
        assert address.startswith("/static/"), address
    assert "/static/js/tablet/start.js" in tablet_files.addresses()
    assert "/static/css/tablet-offline.css" in tablet_files.addresses()


def test_the_manifest_can_be_installed(client: Client, db: None) -> None:
    said = json.loads(client.get("/tablet/manifest.webmanifest").content)
    assert said["start_url"] == said["scope"] == "/tablet/"
    assert said["display"] == "standalone"
    assert {(icon["sizes"], icon["purpose"]) for icon in said["icons"]} >= {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }


def test_a_session_names_the_person_by_call_sign_and_is_refused_to_nobody(district: District, client: Client) -> None:
    me = district.officer(district.cit_officer)
    said = signed_in(me).get("/tablet/session/")
    assert (said.json()["user"], said.json()["label"]) == (str(me.id), "C-12")
    assert said["X-CIT"] == "1"
    refused = client.get("/tablet/session/")
    assert refused.status_code == 401
    assert refused["X-CIT"] == "1"
    assert "csrf" not in refused.json()
