"""What a person who reads Spanish sees and is sent: no English but the names that people gave."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from polib import pofile

from core import clock
from incidents.services import assignments, incidents, records
from notifications.consumers import ROUTES
from notifications.messages import subject_and_body
from notifications.models import Delivery
from notifications.tasks import tick
from officers.models import User
from referrals.services import referrals
from scripts.check_translations import PO
from tests.cast import NOON, WHOLE, District, arrived, begun, counselors, log_call, refer
from tests.security.scene import address, stage
from tests.security.test_matrix import PEOPLE, ROWS
from tests.site.reading import SAME, Visible, given, seen, untranslated

MAIN = ("/", "/board/", "/calls/new/", "/tablet/", "/records/", "/records/<uuid:pk>/", "/referrals/", "/outcomes/")
# The style guide shows icons by name, to those who build.
NOT_READ = ("/styleguide/", "/api/")
PAGES = [row for row in ROWS if row["method"] == "GET" and not row["route"].startswith(NOT_READ)]


@pytest.fixture
def labels() -> set[str]:
    """Every English label of the catalogue that reads otherwise in Spanish."""
    return {entry.msgid for entry in pofile(str(PO)) if entry.msgstr and entry.msgstr != entry.msgid}


@pytest.mark.parametrize("who", [name for name in PEOPLE if name != "anonymous"])
def test_the_main_pages_are_spanish_for_everyone(
    who: str, district: District, client: Client, labels: set[str]
) -> None:
    scene = stage(district)
    names = set(given())
    read = 0
    for route in MAIN:
        status, page = seen(client, address(route, scene.keys), scene.people[who], "es")
        if status == 200:
            read += 1
            assert '<html lang="es"' in page, route
            assert Visible(page).texts & labels - names - SAME == set(), route
    assert read >= 1


def test_the_same_pages_in_english_would_be_noticed(district: District, client: Client, labels: set[str]) -> None:
    _status, page = seen(client, "/board/", district.dispatcher.id, "en")
    assert {"Board", "New call", "Active incidents", "Log out"} <= Visible(page).texts & labels
    assert "Board" in untranslated(page, page, given())


@pytest.mark.parametrize("row", PAGES, ids=lambda row: str(row["route"]))
def test_no_page_says_the_same_in_both_languages(row: dict[str, str], district: District, client: Client) -> None:
    scene = stage(district)
    path = address(row["route"], scene.keys)
    # One person for each kind of answer is enough: what they see differs by answer, not by name.
    for who in {row[name]: name for name in PEOPLE}.values():
        _status, english = seen(client, path, scene.people[who], "en")
        _status, spanish = seen(client, path, scene.people[who], "es")
        assert untranslated(english, spanish, given()) == set(), who


def forms_of_a_case(district: District) -> Iterator[tuple[UUID, str]]:
    """Who is at which form, at the moment in a case when it can be filled in."""
    desk, boss = district.dispatcher, district.supervisor
    officer = district.officer(district.cit_officer)
    step: dict[str, Any] = {"expected_version": None, "at": NOON}
    incident = log_call(district).incident
    here = f"/incidents/{incident.pk}"
    yield from ((desk.id, f"{here}/{name}/") for name in ("assess", "send", "cancel"))
    part = arrived(district, incident)
    yield officer.id, f"{here}/record/"
    record = begun(district, incident)
    yield officer.id, f"/records/{record.pk}/"
    record = records.submit(records.save(record, actor=officer, **step, **WHOLE), actor=officer, **step)
    yield boss.id, f"/records/{record.pk}/return/"
    assignments.clear(part, actor=officer, **step)
    yield desk.id, f"{here}/close/"
    incidents.close(incident, actor=desk, close_reason="report_taken", **step)
    yield boss.id, f"{here}/reopen/"
    team, (counselor,) = counselors(district, "Marigold")
    sent = referrals.make(record, actor=officer, client_key=uuid4(), team=team, urgency="urgent", at=NOON)
    there = f"/referrals/{sent.pk}"
    yield officer.id, f"{there}/recall/"
    yield counselor.id, f"{there}/decline/"
    referrals.acknowledge(sent, actor=counselor, **step)
    yield counselor.id, f"{there}/contact/"
    reached = {"channel": "phone", "contact_with": "student", "result": "reached", "note": ""}
    referrals.log_contact(sent, actor=counselor, at=NOON, **reached)
    yield from ((counselor.id, f"{there}/{name}/") for name in ("complete", "fail"))


def test_no_form_of_a_case_says_the_same_in_both_languages(district: District, client: Client) -> None:
    for key, path in forms_of_a_case(district):
        status, english = seen(client, path, key, "en")
        assert (status, "<form" in english) == (200, True), path
        assert untranslated(english, seen(client, path, key, "es")[1], given()) == set(), path


def test_a_mistake_in_a_form_is_told_in_spanish(district: District, client: Client) -> None:
    User.objects.update(language="es")
    client.force_login(User.objects.get(pk=district.dispatcher.id))
    texts = Visible(client.post("/calls/new/", {}).content.decode()).texts
    assert "Revise esto" in texts
    assert not [text for text in texts if "required" in text]


def test_a_refusal_of_the_api_is_told_in_spanish(district: District, client: Client) -> None:
    User.objects.update(language="es")
    incident = log_call(district).incident
    client.force_login(User.objects.get(pk=district.dispatcher.id))
    answer = client.post(f"/api/v1/incidents/{incident.pk}/moves/", {"move": "dance"}, content_type="application/json")
    assert answer.json()["message"] == "Corrija esto."
    assert str(answer.json()["fields"]).count("Uno de:") == 1


@pytest.mark.parametrize(("language", "words"), [("es", "Hay una remisión pendiente"), ("en", "A referral waits")])
def test_a_mail_is_written_in_the_language_of_who_gets_it(
    district: District, mailoutbox: list[EmailMessage], language: str, words: str
) -> None:
    team, (_counselor,) = counselors(district, "Marigold")
    User.objects.filter(name="Marigold").update(language=language)
    refer(district, team, at=clock.now())
    tick()
    assert [words in str(mail.body) for mail in mailoutbox] == [True]


@pytest.mark.parametrize("kind", sorted(ROUTES))
def test_every_kind_of_message_has_spanish_words(kind: str) -> None:
    told = {
        language: subject_and_body(Delivery(kind=kind, reference="26-R-0001", path="/"), language)[1].splitlines()
        for language in ("en", "es")
    }
    assert [english == spanish for english, spanish in zip(told["en"], told["es"], strict=True)] == [False, False]


def test_the_mail_about_a_changed_password_is_spanish(
    district: District, client: Client, mailoutbox: list[EmailMessage]
) -> None:
    user = User.objects.get(pk=district.dispatcher.id)
    user.language = "es"
    user.set_password("granite yucca at noon")
    user.save()
    client.force_login(user)
    wish = {"oldpassword": "granite yucca at noon", "password1": "mesquite after rain"}
    client.post("/accounts/password/change/", {**wish, "password2": "mesquite after rain"})
    assert ["Contraseña modificada" in mail.subject for mail in mailoutbox] == [True]
