"""Addresses of the API for duties that the law sets, their clocks and forms."""

from django.urls import URLPattern, URLResolver, path

from incidents.api import law, law_office

urlpatterns: list[URLPattern | URLResolver] = [
    path("duties/", law.Duties.as_view(), name="api_duties"),
    path("duties/<uuid:pk>/", law.OneDuty.as_view(), name="api_duty"),
    path("duties/<uuid:pk>/moves/", law.DutyMoves.as_view(), name="api_duty_moves"),
    path("duties/<uuid:pk>/attempts/", law.DutyAttempts.as_view(), name="api_duty_attempts"),
    path("duties/<uuid:pk>/steps/", law.DutySteps.as_view(), name="api_duty_steps"),
    path("duties/<uuid:pk>/forms/", law.DutyForms.as_view(), name="api_duty_forms"),
    path("legal-forms/<uuid:pk>/", law.OneLegalForm.as_view(), name="api_legal_form"),
    path("legal-forms/<uuid:pk>/moves/", law.LegalFormMoves.as_view(), name="api_legal_form_moves"),
    path("legal-forms/<uuid:pk>/print/", law.LegalFormPrint.as_view(), name="api_legal_form_print"),
    path("legal-templates/", law_office.Templates.as_view(), name="api_legal_templates"),
    path("legal-templates/<uuid:pk>/", law_office.OneTemplate.as_view(), name="api_legal_template"),
    path("legal-templates/<uuid:pk>/moves/", law_office.TemplateMoves.as_view(), name="api_legal_template_moves"),
    path("school-calendar/", law_office.SchoolCalendar.as_view(), name="api_school_calendar"),
    path("school-terms/", law_office.SchoolTerms.as_view(), name="api_school_terms"),
    path("school-terms/<uuid:pk>/withdrawal/", law_office.SchoolTermWithdrawal.as_view(), name="api_school_term"),
    path("school-days/", law_office.SchoolDays.as_view(), name="api_school_days"),
    path("school-days/<uuid:pk>/withdrawal/", law_office.SchoolDayWithdrawal.as_view(), name="api_school_day"),
    path("restraint-reports/", law_office.RestraintReports.as_view(), name="api_restraint_reports"),
    path("restraint-reports/<uuid:pk>/", law_office.OneRestraintReport.as_view(), name="api_restraint_report"),
]
