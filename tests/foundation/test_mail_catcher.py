"""The mail catcher speaks real SMTP."""

import smtplib

import pytest

from cit_dispatch.mail_catcher import MailCatcher, Mode, page

MESSAGE = "Subject: Hello <b>\nTo: a@example.org\n\nText\n"


def _send(port):
    with smtplib.SMTP("127.0.0.1", port, timeout=5) as client:
        client.sendmail("b@example.org", ["a@example.org"], MESSAGE)


def test_a_message_is_kept_and_shown_escaped(tmp_path):
    with MailCatcher(folder=tmp_path) as mail:
        _send(mail.port)
    assert [message["to"] for message in mail.messages] == ["a@example.org"]
    assert "Hello &lt;b&gt;" in page(tmp_path)


@pytest.mark.parametrize(("mode", "code"), [(Mode.REJECT_FOR_NOW, 450), (Mode.REJECT, 550)])
def test_a_refused_message_is_not_kept(mode, code):
    with MailCatcher() as mail:
        mail.mode = mode
        with pytest.raises(smtplib.SMTPDataError) as refused:
            _send(mail.port)
    assert refused.value.smtp_code == code
    assert mail.messages == []
