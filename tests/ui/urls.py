"""The design system's pages alone, so that its tests need no other part of the system."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import RequestContext, Template
from django.urls import include, path
from django.utils.html import format_html

from cit_dispatch.styleguide import styleguide

BOARD = """{% extends "base.html" %}{% block title %}Board{% endblock %}{% block main %}<h1>Board</h1>
<div id="queue" hx-get="/rows" hx-swap="innerMorph" hx-trigger="refresh">{{ rows }}</div>
<form id="form" method="post" action="/save" hx-post="/save" hx-target="#form" hx-swap="outerMorph">
<label>Text <input name="text" id="text"></label><button id="save">Save</button></form>
<button id="refused" hx-get="/403" hx-target="#queue">Ask</button>{% endblock %}"""
ROWS = """<p>Turn {turn}</p><ul><li><label>Note <input id="note"></label><label>More <input id="more"></label>
<details id="more-d"><summary>More</summary><p>Inside</p></details><button id="b{turn}">Row</button></li></ul>"""
turns: list[int] = []


@login_not_required
def board(request: HttpRequest) -> HttpResponse:
    """A page with a part that is fetched again and a form that stays in place."""
    turns.clear()
    return HttpResponse(Template(BOARD).render(RequestContext(request, {"rows": format_html(ROWS, turn=0)})))


@login_not_required
def rows(request: HttpRequest) -> HttpResponse:
    """The part; it says how often it was asked for."""
    turns.append(1)
    return HttpResponse(format_html(ROWS, turn=len(turns)))


@login_not_required
def save(request: HttpRequest) -> HttpResponse:
    """Refuses what was typed and gives it back; without the token the request does not come this far."""
    form = """<form id="form" method="post" action="/save" hx-post="/save" hx-target="#form" hx-swap="outerMorph">
    <div class="errors" role="alert" tabindex="-1" data-focus>Not {text}</div>
    <label>Text <input name="text" id="text" value="{text}"></label><button id="save">Save</button></form>"""
    return HttpResponse(format_html(form, text=request.POST.get("text", "")), status=422)


@login_not_required
def forbidden(request: HttpRequest) -> HttpResponse:
    """A refusal that must leave the board alone."""
    return HttpResponse("You may not.", status=403)


@login_not_required
def refused(request: HttpRequest) -> HttpResponse:
    """An error page as the middleware shows it."""
    return render(request, "error.html", {"status": 409, "message": "It changed.", "request_id": "abc"}, status=200)


@login_not_required
def nothing(request: HttpRequest) -> HttpResponse:
    """A place to post to."""
    return HttpResponse()


urlpatterns = [
    path("", nothing, name="home"),
    path("styleguide", styleguide, name="styleguide"),
    path("refused", refused, name="refused"),
    path("preferences", nothing, name="preferences"),
    path("demo-login", nothing, name="demo_login"),
    path("board", board),
    path("rows", rows),
    path("save", save),
    path("403", forbidden),
    path("accounts/", include("cit_dispatch.accounts")),
]
