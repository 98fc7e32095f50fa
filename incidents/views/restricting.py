"""From a record: do not send this unit to this person again."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core import clock
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.restrict_forms import KeepAwayForm
from incidents.selectors import restricting as selector
from officers.services import restrictions
from officers.vocabulary import RestrictionKind


@require_http_methods(["GET", "POST"])
def restrict(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The person stays a key: the roster learns no name."""
    officer, record = selector.meeting(request.actor, pk)
    form = KeepAwayForm(posted(request))
    service = partial(
        restrictions.restrict,
        officer,
        actor=request.actor,
        kind=RestrictionKind.PERSON.value,
        subject_id=record.subject_id,
        from_day=timezone.localdate(clock.now()),
    )
    if attempt(form, lambda: service(**form.cleaned_data)) is not None:
        messages.success(request, _("%(unit)s is not sent to this person again.") % {"unit": officer.call_sign})
        return see_other("record_edit", record.pk)
    shown = {"form": form, "record": record, "officer": officer}
    return render(request, "incidents/record/restrict.html", shown, status=status_of(form))
