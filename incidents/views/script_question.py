"""One question of a draft as a form: its words, keys, levels and who comes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.script_question_form import QuestionForm
from incidents.selectors import scripts as selector
from incidents.services import scripts


@require_http_methods(["GET", "POST"])
def edit(request: ActorRequest, pk: UUID, key: str) -> HttpResponse:
    """Change one question; conditions and new questions are changed in the whole draft."""
    row = selector.to_try(request.actor, pk, "revise")
    form = QuestionForm(posted(request), version=row.version, question=selector.question_of(row, key))
    done = attempt(
        form,
        lambda: scripts.revise(
            row,
            actor=request.actor,
            expected_version=form.cleaned_data["version"],
            title=row.title,
            content=form.placed_in(row.content),
        ),
    )
    if done is not None:
        messages.success(request, _("The draft is saved."))
        return see_other("script_version", pk)
    shown = {"form": form, "row": row, "asked": key}
    return render(request, "incidents/scripts/question.html", shown, status=status_of(form))
