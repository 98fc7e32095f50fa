"""The generated documents are what the program runs on."""

from django.conf import settings
from django.test import Client

from cit_dispatch.reference import pages


def test_the_generated_documents_are_fresh() -> None:
    folder = settings.BASE_DIR / "docs" / "generated"
    assert {name: (folder / name).read_text() for name in pages()} == pages()


def test_a_report_of_the_content_policy_is_taken_without_a_log_in(client: Client) -> None:
    assert client.post("/csp-report", "{}", content_type="application/csp-report").status_code == 204
    assert client.get("/csp-report").status_code == 405
