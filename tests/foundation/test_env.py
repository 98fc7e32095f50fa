"""Each kind of setting, read from the environment: what is understood, and how the rest is refused."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from cit_dispatch import env

NAME = "CIT_TRIED_SETTING"


@pytest.fixture(autouse=True)
def in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the setting nor the demonstration."""
    for name in (NAME, f"{NAME}_FILE", "CIT_DEMO"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(("text", "found"), [("7", 7), ("0", 0), (" 12 ", 12), ("007", 7)])
def test_a_number_is_a_whole_number(text: str, found: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, text)
    assert env.number(NAME, 5) == found


@pytest.mark.parametrize("text", ["-1", "1.5", "1e3", "0x10", "five", "1 2", "5m"])
def test_what_is_no_number_is_refused_by_name_with_an_example(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, text)
    with pytest.raises(ImproperlyConfigured, match=f"{NAME} must be a whole number, such as 5") as refusal:
        env.number(NAME, 5)
    assert text not in str(refusal.value).replace("such as 5", "")


def test_without_a_value_the_usual_one_is_taken() -> None:
    assert (env.number(NAME, 5), env.text(NAME, "usual"), env.yes(NAME, default=True)) == (5, "usual", True)
    assert env.names(NAME, ["a", "b"]) == ["a", "b"]
    assert env.names(NAME, []) == []


@pytest.mark.parametrize(
    ("text", "found"), [("1", True), ("true", True), ("on", True), ("0", False), ("false", False), ("no", False)]
)
def test_a_switch_is_on_or_off(text: str, found: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, text)
    assert env.yes(NAME, default=not found) is found


def test_a_list_may_have_spaces_and_gaps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, " https://a.example.org , ,https://b.example.org,")
    assert env.names(NAME, ["usual"]) == ["https://a.example.org", "https://b.example.org"]


def test_a_file_is_read_without_its_line_break(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("kept in a file\n")
    # A name of its own: what was read from a file is remembered for the life of the process.
    monkeypatch.setenv("CIT_TRIED_SECRET_FILE", str(secret))
    assert env.required("CIT_TRIED_SECRET", in_development="") == "kept in a file"


def test_a_file_that_is_not_there_is_refused_by_the_name_of_the_variable(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(f"{NAME}_FILE", str(tmp_path / "planted-name"))
    with pytest.raises(ImproperlyConfigured, match=f"{NAME}_FILE names a file that cannot be read") as refusal:
        env.text(NAME)
    assert "planted-name" not in str(refusal.value)


def test_what_production_needs_is_made_up_in_the_demonstration_only(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"{NAME} is not set"):
        env.required(NAME, in_development="made up")
    monkeypatch.setenv("CIT_DEMO", "1")
    assert env.required(NAME, in_development="made up") == "made up"
    monkeypatch.setenv(NAME, "given")
    assert env.required(NAME, in_development="made up") == "given"


def test_a_blank_value_is_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "   ")
    with pytest.raises(ImproperlyConfigured, match="is not set"):
        env.required(NAME, in_development="")


GOOD = [
    (env.DATABASE, "postgres://cit_app@db/cit"),
    (env.DATABASE, "postgresql://cit_app:secret@db:5433/cit"),
    (env.DATABASE, "postgres://cit_app@%2Ftmp%2Fsocket/cit"),
    (env.BROKER, "redis://redis:6379/0"),
    (env.BROKER, "rediss://redis:6379/0"),
    (env.BROKER, "redis+socket:///tmp/redis.sock"),
    (env.MAIL, "smtp://mail:25"),
    (env.MAIL, "smtp+tls://user:secret@mail:587"),
    (env.WEB, "https://dispatch.example.org"),
]
BAD = [
    (env.DATABASE, "sqlite:///db"),
    (env.DATABASE, "//db/cit"),
    (env.DATABASE, "postgres:"),
    (env.DATABASE, "postgres://db:99999/cit"),
    (env.BROKER, "http://redis"),
    (env.BROKER, "redis+socket://"),
    (env.MAIL, "https://mail"),
    (env.WEB, "ftp://dispatch.example.org"),
    (env.WEB, "https://"),
    (env.WEB, "http://[::1"),
]


@pytest.mark.parametrize(("schemes", "value"), GOOD)
def test_a_whole_address_is_taken_as_it_is(
    schemes: tuple[str, ...], value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NAME, value)
    assert env.address(NAME, schemes, in_development="") == value


@pytest.mark.parametrize(("schemes", "value"), BAD)
def test_half_an_address_or_one_of_another_kind_is_refused(
    schemes: tuple[str, ...], value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NAME, value)
    with pytest.raises(ImproperlyConfigured, match=f"{NAME} must be a whole address, such as usual") as refusal:
        env.address(NAME, schemes, in_development="usual")
    assert value not in str(refusal.value)
