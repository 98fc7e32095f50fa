"""Every route of the system."""

from django.urls import URLPattern, URLResolver, include, path

from cit_dispatch import health, live, pages, panels, reports, styleguide

urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.home, name="home"),
    path("preferences/", pages.preferences, name="preferences"),
    path("demo-login/", pages.demo_login, name="demo_login"),
    path("accounts/", include("cit_dispatch.accounts")),
    path("csp-report", reports.csp, name="csp_report"),
    path("board/panels/", panels.several, name="board_panels"),
    path("live/", live.no_stream, name="live"),
    path("healthz/ready", health.ready, name="ready"),
    path("", include("officers.urls")),
    path("api/v1/", include("officers.api.urls")),
    path("", include("incidents.urls")),
    path("api/v1/", include("incidents.api.urls")),
    path("", include("referrals.urls")),
    path("", include("outcomes.urls")),
    path("api/v1/", include("referrals.api.urls")),
    path("api/v1/", include("outcomes.api.urls")),
    path("styleguide/", styleguide.styleguide, name="styleguide"),
]
