"""The standard script: the person, what can be seen, and what may lie behind it."""

from django.utils.translation import gettext_lazy as _

from incidents.scripting.parts import MANY, NOTE, P1, P3, Choice, Question

PERSON: tuple[Question, ...] = (
    Question(
        "q07",
        _("Where and with whom"),
        _("Where is the person now and who is beside them?"),
        (
            Choice("with_adult", _("With an adult"), "A", tone="n"),
            Choice("with_students", _("Among students"), "S", P3, "y", responders=("school_admin",)),
            Choice("alone", _("Alone"), "O", P3, "y", responders=("school_admin",)),
            Choice("left_area", _("Left the area"), "L", P3, "y", responders=("school_admin",)),
        ),
        hint=_("Keep them in sight, and move other students away."),
    ),
    Question("q08", _("Who it is"), _("Who is it: name, grade, looks, clothes, direction?"), kind=NOTE),
    Question(
        "q09",
        _("What can be seen"),
        _("What can you see and hear them doing?"),
        (
            Choice("answers_unseen_voices", _("Answers unseen voices"), "V"),
            Choice("confused", _("Confused"), "C"),
            Choice("crying", _("Crying"), "R"),
            Choice("pacing", _("Pacing"), "P"),
            Choice("frozen", _("Frozen"), "F", responders=("nurse",)),
            Choice("running_hiding", _("Running or hiding"), "H"),
            Choice("yelling", _("Yelling"), "Y"),
            Choice("calm", _("Calm"), "A", tone="n", alone=True),
        ),
        kind=MANY,
        hint=_("When they are frozen, ask about injury again."),
    ),
    Question(
        "q09a",
        _("Trend"),
        _("Is it getting worse, staying level, or settling?"),
        (
            Choice("worse", _("Getting worse"), "W", P3, "y", ("escalating_risk",)),
            Choice("same", _("Staying level"), "S"),
            Choice("calmer", _("Settling"), "C", tone="n"),
        ),
    ),
    Question(
        "q10",
        _("Alcohol or drugs"),
        _("Any alcohol, drug or vape involved?"),
        (
            Choice("none", _("None"), "N", tone="n"),
            Choice("suspected", _("Suspected"), "S", P3, "y", responders=("nurse",)),
            Choice("known", _("Known"), "K", P3, "y", responders=("nurse",)),
            Choice("overdose_signs", _("Signs of an overdose"), "O", P1, "y", responders=("ems", "nurse")),
        ),
        hint=_("Signs of an overdose: send for naloxone."),
    ),
    Question(
        "q11",
        _("Medicine"),
        _("Any prescribed medicine, and was it missed or changed?"),
        (
            Choice("not_prescribed", _("None prescribed"), "N", tone="n"),
            Choice("taking", _("Taken as prescribed"), "T", tone="n"),
            Choice("missed", _("Missed"), "M", responders=("nurse",)),
            Choice("changed", _("Changed"), "C", responders=("nurse",)),
        ),
    ),
    Question(
        "q12",
        _("Good to know"),
        _("Anything about disability, health, hearing, sight or language we should know?"),
        (
            Choice("autism_idd", _("Autism or IDD"), "A"),
            Choice("mental_health", _("Mental health"), "M"),
            Choice("hearing", _("Hearing"), "H"),
            Choice("vision", _("Sight"), "S"),
            Choice("language", _("Language"), "L", responders=("interpreter",)),
            Choice("none", _("Nothing"), "N", tone="n", alone=True),
        ),
        kind=MANY,
        hint=_("Autism or IDD: approach quietly, and use the sensory card."),
    ),
)
