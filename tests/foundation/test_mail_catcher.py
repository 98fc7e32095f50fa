"""The mail catcher speaks real SMTP, and real faults."""

import http.client
import smtplib

import pytest

from cit_dispatch.mail_catcher import MailCatcher, Mode
from cit_dispatch.mail_page import page, serve

MESSAGE = """Subject: {subject}
To: a@example.org
Message-ID: <{subject}@example.org>
Date: Mon, 02 Mar 2026 08:00:00 +0000

See http://localhost:8000/r?a=1&b=2 <now>
"""


def _send(port, subject="first", timeout=5):
    with smtplib.SMTP("127.0.0.1", port, timeout=timeout) as client:
        client.sendmail("b@example.org", ["a@example.org"], MESSAGE.format(subject=subject))


def test_messages_are_counted_by_their_id_and_written_whole(tmp_path):
    with MailCatcher(folder=tmp_path) as mail:
        _send(mail.port)
        _send(mail.port, "second")
        _send(mail.port, "second")
    assert mail.message_ids == ["<first@example.org>", "<second@example.org>", "<second@example.org>"]
    assert len(list(tmp_path.glob("*.eml"))) == len(list(tmp_path.iterdir())) == 3


def test_the_page_lists_the_newest_first_escaped_and_with_links(tmp_path):
    with MailCatcher(folder=tmp_path) as mail:
        _send(mail.port, "older")
        _send(mail.port, "newer <b>")
    shown = page(tmp_path)
    assert shown.index("newer &lt;b&gt;") < shown.index("older")
    assert 'href="http://localhost:8000/r?a=1&amp;b=2"' in shown
    assert "&lt;now&gt;" in shown
    assert "Mon, 02 Mar 2026 08:00:00" in shown


def test_the_page_is_served_under_the_strict_policy(tmp_path):
    server = serve(tmp_path, 0)
    web = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    web.request("GET", "/")
    answer = web.getresponse()
    assert (answer.status, b"0 messages" in answer.read()) == (200, True)
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    web.close()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(("mode", "code"), [(Mode.REJECT_FOR_NOW, 450), (Mode.REJECT, 550)])
def test_a_refused_message_is_not_kept(mode, code):
    with MailCatcher() as mail:
        mail.mode = mode
        with pytest.raises(smtplib.SMTPDataError) as refused:
            _send(mail.port)
    assert refused.value.smtp_code == code
    assert mail.messages == []


@pytest.mark.parametrize(
    ("mode", "kept", "error"),
    [
        (Mode.STALL_AT_START, 0, TimeoutError),
        (Mode.STALL, 1, TimeoutError),
        (Mode.DROP, 0, smtplib.SMTPServerDisconnected),
    ],
)
def test_a_sender_that_is_left_without_an_answer_notices(mode, kept, error):
    with MailCatcher() as mail:
        mail.mode = mode
        with pytest.raises((error, smtplib.SMTPServerDisconnected)):
            _send(mail.port, timeout=0.3)
        assert len(mail.messages) == kept
        mail.mode = Mode.ACCEPT
        _send(mail.port, "afterwards")
    assert mail.message_ids[-1] == "<afterwards@example.org>"
