"""The standard script: what came before, what helps, and who meets the officers."""

from django.utils.translation import gettext_lazy as _

from incidents.scripting.parts import MANY, NOTE, P3, Choice, Question

ASKED = ("caller_asks",)

HELP: tuple[Question, ...] = (
    Question("q13", _("Just before"), _("What happened just before?"), kind=NOTE),
    Question(
        "q14",
        _("What helps"),
        _("What has calmed them before, and whom do they trust?"),
        kind=NOTE,
        hint=_("Read it to the officers, and bring the trusted adult if that is safe."),
    ),
    Question(
        "q15",
        _("Earlier"),
        _("Has this happened before?"),
        (
            Choice("past_contact", _("Earlier contact"), "C"),
            Choice("past_violence", _("Earlier violence"), "V", "", "y", responders=("second_unit", "supervisor")),
            Choice("past_hospital", _("Earlier hospital stay"), "H"),
            Choice("past_attempt", _("Earlier attempt"), "A", "", "y", responders=("counselor",)),
            Choice("recent_discharge", _("Just back from hospital"), "D", P3, "y", responders=("mobile_crisis",)),
            Choice("none", _("Not known before"), "N", tone="n", alone=True),
        ),
        kind=MANY,
    ),
    Question(
        "q16",
        _("What the caller wants"),
        _("Do you want a CIT officer, a counselor, or both?"),
        (
            Choice("cit", _("CIT officer"), "C", triggers=ASKED, responders=("police_cit",)),
            Choice("counselor", _("Counselor"), "S", responders=("counselor",)),
            Choice("both", _("Both"), "B", triggers=ASKED, responders=("police_cit", "counselor")),
            Choice("no_preference", _("No preference"), "N"),
        ),
    ),
    Question(
        "q17",
        _("Parent or guardian"),
        _("Has a parent or guardian been reached?"),
        (
            Choice("reached", _("Reached"), "R", tone="n"),
            Choice("tried", _("Tried"), "T"),
            Choice("not_yet", _("Not yet"), "N"),
            Choice("not_safe_to_call", _("Not safe to call"), "S", "", "y", responders=("social_worker",)),
        ),
        hint=_("Not safe to call: hold the notice to parents, and think of abuse."),
    ),
    Question(
        "q18",
        _("May officers come quietly"),
        _("Who will meet the officers, at which door, and may they come quietly?"),
        (Choice("quiet_yes", _("Quietly"), "Q"), Choice("quiet_no", _("Lights and sirens"), "L")),
        hint=_("Lights and sirens stay off, except for a P1."),
    ),
)
