"""The pages of duties that the law sets, their clocks and forms."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import duties, legal_forms, legal_templates, school_days

urlpatterns: list[URLPattern | URLResolver] = [
    path("duties/", duties.listed, name="duties"),
    path("duties/<uuid:pk>/", duties.page, name="duty"),
    *(
        path(f"duties/<uuid:pk>/{name}/", duties.do, {"name": name}, name=f"duty_{name}")
        for name in ("attempt", "step", "satisfy", "explain", "waive", "release", "form")
    ),
    path("legal-forms/<uuid:pk>/", legal_forms.form, name="legal_form"),
    path("legal-forms/<uuid:pk>/sign/", legal_forms.sign, name="legal_form_sign"),
    path("legal-forms/<uuid:pk>/times/", legal_forms.stamp, name="legal_form_stamp"),
    path("legal-forms/<uuid:pk>/draft/", legal_forms.draft, name="legal_form_draft"),
    path("legal-forms/<uuid:pk>/print/", legal_forms.hand_out, name="legal_form_print"),
    path("legal-templates/", legal_templates.listed, name="legal_templates"),
    path("legal-templates/<uuid:pk>/", legal_templates.version, name="legal_template"),
    path("legal-templates/<uuid:pk>/edit/", legal_templates.edit, name="legal_template_edit"),
    path("legal-templates/<uuid:pk>/preview/", legal_templates.preview, name="legal_template_preview"),
    path("legal-templates/<uuid:pk>/activate/", legal_templates.activate, name="legal_template_activate"),
    path("legal-templates/<uuid:pk>/move/", legal_templates.move, name="legal_template_move"),
    path("school-calendar/", school_days.days, name="school_calendar"),
    path("school-calendar/terms/", school_days.terms, name="school_terms"),
    path("school-calendar/school-days/<uuid:pk>/withdraw/", school_days.withdraw_day, name="school_day_withdraw"),
    path("school-calendar/school-terms/<uuid:pk>/withdraw/", school_days.withdraw_term, name="school_term_withdraw"),
    path("restraint-reports/", school_days.reports, name="restraint_exports"),
    path("restraint-reports/<uuid:pk>/", school_days.report, name="restraint_export"),
]
