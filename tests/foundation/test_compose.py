"""The deployment's description agrees with the program. Read as text, since nothing else here needs a YAML parser."""

import re

from django.conf import settings

COMPOSE = (settings.BASE_DIR / "docker-compose.yml").read_text("utf-8")
SETTINGS = (settings.BASE_DIR / "cit_dispatch" / "settings.py").read_text("utf-8")


def section(name: str) -> str:
    """The lines under a key of the first level."""
    return re.split(r"^(?=\S)", COMPOSE.split(f"\n{name}:", 1)[1].lstrip("\n"), maxsplit=1, flags=re.M)[0]


def names(text: str) -> set[str]:
    """The keys of the second level."""
    return set(re.findall(r"^  (\w+):", text, re.M))


def listed(key: str) -> set[str]:
    """Every name in the one-line lists under this key."""
    return {
        name for found in re.findall(rf"\b{key}: \[([^\]]*)\]", COMPOSE) for name in re.findall(r"[\w/.:-]+", found)
    }


def test_the_first_production_start_finds_every_variable_it_asks_for() -> None:
    wanted = set(re.findall(r'(?:required|address)\(\s*"(\w+)"', SETTINGS))
    given = set(re.findall(r"^    (\w+?)(?:_FILE)?: ", COMPOSE, re.M))
    assert wanted
    assert wanted - given == set()


def test_every_secret_that_a_service_reads_is_declared_and_every_declared_one_is_read() -> None:
    assert listed("secrets") == names(section("secrets"))
    assert set(re.findall(r"/run/secrets/(\w+)", COMPOSE)) <= names(section("secrets"))


def test_every_service_that_is_waited_for_exists() -> None:
    waited = set(re.findall(r"(\w+): \{condition:", COMPOSE))
    assert waited
    assert waited <= names(section("services"))


def test_every_volume_is_declared() -> None:
    used = {place.partition(":")[0] for place in listed("volumes")}
    assert {name for name in used if not name.startswith(".")} == names(section("volumes"))


def test_every_queue_has_a_worker() -> None:
    queues = {route["queue"] for route in settings.CELERY_TASK_ROUTES.values()} | {settings.CELERY_TASK_DEFAULT_QUEUE}
    served = set(re.findall(r"-Q, (\w+)", COMPOSE))
    assert served == queues
