"""What exists elsewhere and what never was are the same answer, byte for byte."""

import re
from uuid import uuid4

import pytest
from django.test import Client

from officers.models import User
from tests.cast import District, log_call

# What differs from one answer to the next of the very same page: a reference, the clock, and the token of forms.
# The address asked for stands in the page too, and is taken out by itself.
CHANGING = re.compile(
    rb'\b[0-9a-f]{12}\b|name="server-time" content="[^"]+"|name="csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": ?"\w+"'
)


@pytest.mark.parametrize("path", ["/incidents/{}/", "/api/v1/incidents/{}/", "/referrals/{}/", "/api/v1/referrals/{}/"])
def test_a_foreign_key_and_one_that_never_was_get_the_same_bytes(
    path: str, client: Client, district: District, neighbor: District
) -> None:
    log_call(district)
    foreign = log_call(neighbor).incident.pk
    client.force_login(User.objects.get(pk=district.dispatcher.id))
    answers = []
    for key in (foreign, uuid4()):
        answer = client.get(path.format(key))
        assert answer.status_code == 404
        answers.append(CHANGING.sub(b"", answer.content.replace(str(key).encode(), b"")))
    assert answers[0] == answers[1]
