"""The web process: the door in front, the pages and the API behind it on threads."""

from typing import Any, cast

from a2wsgi import WSGIMiddleware

from cit_dispatch.door import THREADS, Application, Door
from cit_dispatch.wsgi import application as pages

# The two packages describe WSGI and ASGI in different words for the same thing.
application = Door(cast("Application", WSGIMiddleware(cast("Any", pages), workers=THREADS)))
