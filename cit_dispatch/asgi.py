"""The web process: the door in front, the pages and the API behind it on threads, and the streams beside them."""

from typing import Any, cast

from a2wsgi import WSGIMiddleware
from django.urls import reverse

# First, since it sets Django up.
from cit_dispatch.wsgi import application as pages  # isort: skip
from cit_dispatch.door import THREADS, Door
from cit_dispatch.live import admit
from core.feed.stream import Live
from core.web.asgi import Application

# The two packages describe WSGI and ASGI in different words for the same thing.
inner = cast("Application", WSGIMiddleware(cast("Any", pages), workers=THREADS))
# Every page's code is loaded before the first connection is accepted: after a restart all desks ask at once.
reverse("home")
application = Door(inner, live=Live(admit))
