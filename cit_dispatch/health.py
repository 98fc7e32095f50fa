"""Whether this process can serve."""

from concurrent.futures import Future, ThreadPoolExecutor

import redis
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET
from redis.backoff import NoBackoff
from redis.retry import Retry

LIMIT_S = 1.0
# One thread with a connection of its own: a database that hangs must not take the web's threads with it.
_probe = ThreadPoolExecutor(max_workers=1, thread_name_prefix="health")


@require_GET
@login_not_required
def ready(request: HttpRequest) -> JsonResponse:
    """200 when the database answers within a second and no migration is missing, else 503 with the reason."""
    reason = _fault(_probe.submit(_missing_migrations))
    if reason:
        return JsonResponse({"ready": False, "reason": reason}, status=503)
    # Without Redis calls are still taken and the beat's sweep still sends: slower, not down.
    return JsonResponse({"ready": True, "degraded": not _redis_answers()})


def _fault(asked: Future[bool]) -> str:
    try:
        return "migrations" if asked.result(timeout=LIMIT_S) else ""
    except (TimeoutError, DatabaseError, InterfaceError):
        asked.cancel()
        return "database"


def _missing_migrations() -> bool:
    connection.close_if_unusable_or_obsolete()
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _redis_answers() -> bool:
    url = settings.REDIS_URL.replace("redis+socket://", "unix://", 1)
    client = redis.Redis.from_url(url, socket_timeout=1, socket_connect_timeout=1, retry=Retry(NoBackoff(), 0))
    try:
        return bool(client.ping())
    except redis.RedisError:
        return False
    finally:
        client.close()
