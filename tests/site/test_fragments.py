"""A panel whose session has ended says so, and never shows the log-in inside itself."""

from django.test import Client

from officers.models import User
from tests.cast import District


def test_a_panel_without_a_session_gets_401_and_the_address_of_the_log_in(client: Client, district: District) -> None:
    answer = client.get("/board/queue/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (401, "/accounts/login/")
    assert client.get("/board/queue/").status_code == 302
    client.force_login(User.objects.get(pk=district.dispatcher.id))
    assert client.get("/board/queue/", headers={"HX-Request": "true"}).status_code == 200
