"""The standard script: injury, weapon, harm to oneself and to others."""

from django.utils.translation import gettext_lazy as _

from incidents.scripting.parts import NOTE, P1, P2, P3, UNKNOWN, UNKNOWN_KEY, Choice, Question
from incidents.scripting.standard.conditions import beyond_no, given

WEAPON, SUICIDE, VIOLENT, HEIGHT = ("weapon",), ("suicide_threat_attempt",), ("violent",), ("jump_or_traffic",)
YES, NO = _("Yes"), _("No")

DANGER: tuple[Question, ...] = (
    Question(
        "q03",
        _("Injury"),
        _("Is anybody injured, or has anybody taken, swallowed or breathed in something?"),
        (
            Choice("no", _("None reported"), "N", tone="n"),
            Choice("injury_minor", _("Minor injury"), "M", P3, "y", responders=("nurse",)),
            Choice("injury_serious", _("Serious injury"), "S", P1, "y", responders=("ems", "nurse")),
            Choice("ingestion", _("Took something"), "T", P1, "y", responders=("ems", "nurse")),
            Choice(
                "not_awake_or_breathing", _("Not awake or not breathing"), "B", P1, "y", responders=("ems", "nurse")
            ),
        ),
        safety=True,
        raises=True,
        unknown=Choice(UNKNOWN, _("Unknown"), UNKNOWN_KEY, tone="y", responders=("ems",), alone=True),
    ),
    Question(
        "q03a",
        _("Injury in words"),
        _("What, how much, when? Awake and breathing normally?"),
        kind=NOTE,
        show_if=beyond_no("q03"),
        hint=_("Read the answer to EMS. Ask whether naloxone is at hand."),
    ),
    Question(
        "q04",
        _("Weapon"),
        _("Is there a weapon, anything used like one, or one within reach?"),
        (
            Choice("no", _("None reported"), "N", tone="n"),
            Choice("stated_only", _("Only spoken of"), "S", P2, "y", WEAPON),
            Choice("accessible", _("Within reach"), "R", P2, "y", WEAPON, ("supervisor",)),
            Choice("on_person", _("On the person"), "P", P1, "y", WEAPON, ("supervisor", "second_unit")),
            Choice("in_hand", _("In hand"), "H", P1, "y", WEAPON, ("supervisor", "second_unit")),
        ),
        safety=True,
        raises=True,
    ),
    Question(
        "q04a",
        _("Kind of weapon"),
        _("What kind of weapon is it, and has anybody seen it?"),
        (
            Choice("firearm_seen", _("Firearm, seen"), "F", P1, "y", WEAPON, ("outside_le", "ems", "supervisor")),
            Choice("firearm_stated", _("Firearm, only spoken of"), "S", P2, "y", WEAPON, ("supervisor",)),
            Choice("blade", _("Blade"), "B", P2, "y", WEAPON),
            Choice("blunt", _("Blunt object"), "O", P2, "y", WEAPON),
            Choice("chemical", _("Chemical or fire"), "C", P2, "y", WEAPON, ("ems",)),
            Choice("other", _("Something else"), "E", P2, "y", WEAPON),
        ),
        show_if=beyond_no("q04"),
    ),
    Question(
        "q05",
        _("Self-harm"),
        _("Is the person trying to harm themselves, or saying that they will?"),
        (
            Choice("no", _("No sign"), "N", tone="n"),
            Choice("hints", _("Hints"), "H", P3, "y", SUICIDE, ("counselor",)),
            Choice("self_harm_only", _("Self-harm only"), "S", P3, "y", SUICIDE, ("counselor",)),
            Choice("talks_about", _("Talks about it"), "T", P3, "y", SUICIDE, ("counselor",)),
            Choice("says_will", _("Says they will"), "W", P2, "y", SUICIDE, ("counselor",)),
            Choice("attempt_now", _("Attempt now"), "A", P1, "y", SUICIDE, ("ems", "counselor")),
        ),
        safety=True,
        raises=True,
    ),
    Question(
        "q05a",
        _("Way or time"),
        _("Did they mention a way or a time?"),
        (Choice("yes", YES, "Y", P2, "y"), Choice("no", NO, "N", tone="n")),
        show_if=beyond_no("q05"),
    ),
    Question(
        "q05b",
        _("Means within reach"),
        _("Could they get hold of what they mentioned?"),
        (Choice("yes", YES, "Y", P2, "y"), Choice("no", NO, "N", tone="n")),
        show_if={"all": [beyond_no("q05"), given("q05a", "yes")]},
        hint=_("Ask an adult to remove it if that is safe."),
    ),
    Question(
        "q05c",
        _("Height or traffic"),
        _("Are they somewhere high, by a road or by rails?"),
        (Choice("yes", YES, "Y", P1, "y", HEIGHT, ("ems",)), Choice("no", NO, "N", tone="n")),
        show_if=beyond_no("q05"),
    ),
    Question(
        "q06",
        _("Others at risk"),
        _("Is anyone else being hurt or threatened?"),
        (
            Choice("no", _("Nobody"), "N", tone="n"),
            Choice("threat_general", _("General threat"), "G", P3, "y", responders=("threat_team",)),
            Choice("threat_target", _("Threat to someone"), "T", P2, "y", responders=("threat_team",)),
            Choice("assault_now", _("Assault now"), "A", P1, "y", VIOLENT, ("second_unit",)),
        ),
        safety=True,
        unknown=Choice(UNKNOWN, _("Unknown"), UNKNOWN_KEY, P3, "y", alone=True),
    ),
    Question(
        "q06a",
        _("Threat in words"),
        _("Who or which place, and how close?"),
        kind=NOTE,
        show_if=beyond_no("q06"),
        hint=_("Warn the campus of whoever is threatened."),
    ),
)
