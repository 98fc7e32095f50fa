"""What a service may refuse with. The doors turn each into one HTTP answer; the text is for the user."""

from collections.abc import Mapping


class DomainError(Exception):
    """A refusal whose text a dispatcher could act on."""

    status = 400
    code = "refused"

    def __init__(self, message: object, *, fields: Mapping[str, object] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.fields = dict(fields or {})

    def __str__(self) -> str:
        return str(self.message)


class NotFound(DomainError):
    """No such row, or a row outside the actor's scope: the two are indistinguishable on purpose."""

    status = 404
    code = "not_found"


class Forbidden(DomainError):
    """The row is visible but this actor may not do this to it."""

    status = 403
    code = "forbidden"


class Conflict(DomainError):
    """Someone was faster, or the record has moved on."""

    status = 409
    code = "conflict"


class BrokenRule(DomainError):
    """A rule of the field or of the law is broken by what was asked."""

    status = 422
    code = "broken_rule"


class Undeclared(RuntimeError):
    """A permission, event or move that no table declares: a mistake of ours, never of a user."""
