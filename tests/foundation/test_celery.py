"""The web process publishes to our broker, from whichever thread."""

from concurrent.futures import ThreadPoolExecutor

import redis
from celery import current_app
from django.conf import settings


def test_another_thread_finds_our_application_and_our_broker():
    with ThreadPoolExecutor() as pool:
        found = pool.submit(lambda: (current_app.main, current_app.conf.broker_url)).result()
    assert found == ("cit_dispatch", settings.REDIS_URL)


def test_what_is_published_reaches_the_broker():
    broker = redis.Redis.from_url(settings.REDIS_URL.replace("redis+socket://", "unix://", 1))
    with broker, ThreadPoolExecutor() as pool:
        broker.delete("published-in-a-test")
        pool.submit(lambda: current_app.send_task("unheard", queue="published-in-a-test", retry=False)).result()
        assert broker.llen("published-in-a-test") == 1
        broker.delete("published-in-a-test")


def test_every_task_of_the_schedule_exists_and_none_needs_an_argument():
    current_app.loader.import_default_modules()
    scheduled = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert scheduled <= set(current_app.tasks)
    assert set(settings.CELERY_TASK_ROUTES) <= set(current_app.tasks)
