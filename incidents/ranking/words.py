"""The reasons in words, in the language of whoever reads them."""

from collections.abc import Callable, Mapping

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from incidents.ranking.result import Advice, Code, Part, PassedOver, Ranked, Reason, Recommendation, Then, Value, Why
from officers.vocabulary import Language, Skill

Values = Mapping[str, Value]
Sentence = Callable[[Values], str]
CALLS = {1: gettext_lazy("second crisis call this shift"), 2: gettext_lazy("third crisis call this shift")}

REASONS: Mapping[str, Sentence] = {
    Code.CIT: lambda v: _("CIT officer"),
    Code.NOT_CIT: lambda v: _("not a CIT officer"),
    Code.CIT_SECURITY: lambda v: _("CIT-trained security officer"),
    Code.NOT_ALONE: lambda v: _("must not be alone at %(priority)s") % v,
    Code.MINUTES: lambda v: _("%(minutes)s min away") % v,
    Code.DISTANCE_UNKNOWN: lambda v: _("distance unknown, counted as %(counted)s min") % v,
    Code.SPEAKS: lambda v: _("speaks %(language)s") % {"language": _language(v)},
    Code.SKILL: lambda v: _("trained: %(skill)s") % {"skill": _lower(Skill(str(v["skill"])).label)},
    Code.CRISIS_CALLS: lambda v: _crisis_calls(int(v["number"])),
    Code.LONG_DUTY: lambda v: _("on duty for %(hours)s h") % v,
    Code.SHORT_REST: lambda v: _("only %(hours)s h of rest before this shift") % v,
    Code.STALE_PLACE: lambda v: _("place last known %(hours)s h ago") % v,
    Code.PEACE_OFFICER_FIRST: lambda v: _("a security officer must not go alone"),
    Code.CIT_FIRST: lambda v: _("CIT officer"),
    Code.CALL_SIGN: lambda v: _("equal in minutes, so by call sign"),
}

# What a difference is called when it speaks for the unit, and when it speaks against it.
DIFFERENCES: Mapping[str, tuple[str | Promise, str | Promise]] = {
    Part.DISTANCE: (gettext_lazy("%(minutes)s min nearer"), gettext_lazy("%(minutes)s min farther")),
    Part.CIT: (gettext_lazy("CIT officer"), gettext_lazy("not a CIT officer")),
    Part.LANGUAGE: (gettext_lazy("speaks %(language)s"), gettext_lazy("does not speak %(language)s")),
    Part.SKILLS: (gettext_lazy("training fits this call better"), gettext_lazy("training fits this call less")),
    Part.CRISIS_CALLS: (gettext_lazy("fewer crisis calls this shift"), gettext_lazy("more crisis calls this shift")),
    Part.LONG_DUTY: (gettext_lazy("not so long on duty"), gettext_lazy("longer on duty")),
    Part.SHORT_REST: (gettext_lazy("better rested"), gettext_lazy("less rested")),
    Part.STALE_PLACE: (gettext_lazy("place known more recently"), gettext_lazy("place known less recently")),
}
# The same where the distance of one of the two is not known.
UNKNOWN: Mapping[str, tuple[str | Promise, str | Promise]] = {
    "mine": (gettext_lazy("the other is far away"), gettext_lazy("distance unknown")),
    "theirs": (gettext_lazy("distance known"), gettext_lazy("far away")),
}

PASSED: Mapping[Why, str | Promise] = {
    Why.ALREADY_SENT: gettext_lazy("already sent to this call"),
    Why.NOT_LICENSED: gettext_lazy("license has ended"),
    Why.RESTRICTED_DUTY: gettext_lazy("restricted from all calls"),
    Why.RESTRICTED_CAMPUS: gettext_lazy("restricted from this campus"),
    Why.RESTRICTED_PERSON: gettext_lazy("restricted from this person"),
    Why.ON_A_CALL: gettext_lazy("on incident %(incident)s"),
    Why.BUSY: gettext_lazy("busy"),
    Why.TRAINING: gettext_lazy("in training"),
    Why.OUT_OF_SERVICE: gettext_lazy("out of service"),
    Why.NOT_CERTIFIED: gettext_lazy("not a CIT officer, though better placed"),
    Why.NOT_ALONE: gettext_lazy("security officer, must not go alone, though better placed"),
}


def reason(one: Reason) -> str:
    """One reason, as a line beside the unit."""
    return _difference(one) if one.code == Code.AHEAD else REASONS[one.code](one.values)


def ahead(one: Ranked, following: Ranked | None) -> str:
    """What sets a unit before the next one, and what speaks for the next one all the same."""
    if following is None or not one.ahead:
        return ""
    best = ", ".join(reason(found) for found in one.ahead if found.minutes >= 0)
    against = ", ".join(reason(found) for found in one.ahead if found.minutes < 0)
    named = {"unit": following.unit.call_sign, "reasons": best, "against": against}
    if against:
        return _("Before %(unit)s: %(reasons)s; although %(against)s") % named
    return _("Before %(unit)s: %(reasons)s") % named


def passed_over(one: PassedOver) -> str:
    """Why a unit was passed over."""
    return str(PASSED[one.code]) % one.values


def advice(one: Advice) -> str:
    """What to do, as a sentence or two."""
    return ADVICE[one.code](one.values)


def lines(found: Recommendation) -> list[str]:
    """The whole answer as text, for a log or a test."""
    following = [*found.ranked[1:], None]
    said = [f"! {advice(one)}" for one in found.advice]
    for one, after in zip(found.ranked, following, strict=False):
        said.append(f"{one.rank}. {one.unit.call_sign}: {', '.join(reason(each) for each in one.reasons)}")
        if after is not None:
            said.append(f"   {ahead(one, after)}")
    return said + [f"-  {one.unit.call_sign}: {passed_over(one)}" for one in found.passed_over]


def _difference(one: Reason) -> str:
    unknown = str(one.values.get("unknown", ""))
    for_it, against_it = UNKNOWN[unknown] if unknown else DIFFERENCES[str(one.values["part"])]
    values: dict[str, Value] = {"minutes": abs(one.minutes)}
    if "language" in one.values:
        values["language"] = _language(one.values)
    return str(for_it if one.minutes > 0 else against_it) % values


def _crisis_calls(number: int) -> str:
    if number in CALLS:
        return str(CALLS[number])
    return _("%(number)s crisis calls already this shift") % {"number": number}


def _language(values: Values) -> str:
    """English writes languages with a capital everywhere, Spanish only where a sentence begins."""
    label = str(Language(str(values["language"])).label)
    return label if (get_language() or "en").startswith("en") else _lower(label)


def _lower(label: object) -> str:
    """A label inside a sentence."""
    text = str(label)
    return text[:1].lower() + text[1:]


def _follow(values: Values) -> str:
    """Who follows, with what keeps them and how far they are."""
    if "minutes" in values:
        return _("%(follow)s to follow (%(kept)s, %(minutes)s min away)") % {**values, "kept": _kept(values)}
    return _("%(follow)s to follow (%(kept)s)") % {**values, "kept": _kept(values)}


def _kept(values: Values) -> str:
    return str(PASSED[Why(str(values["why"]))]) % values


def _with_follower(sentence: str, values: Values) -> str:
    """The sentence, and who follows where somebody can."""
    if "follow" not in values:
        return f"{sentence}."
    return f"{sentence}; {_follow(values)}."


ADVICE: Mapping[Then, Sentence] = {
    Then.SEND_NEAREST_CIT_TO_FOLLOW: lambda v: _with_follower(_("No CIT officer is free. Send %(unit)s now") % v, v),
    Then.SEND_NEAREST_NO_CIT: lambda v: (
        _("No CIT officer can come. Send %(unit)s now and tell the supervisor; never hold the call.") % v
    ),
    Then.SEND_SECURITY_POLICE_TO_FOLLOW: lambda v: _with_follower(
        _("No peace officer is free. Send %(unit)s to be present and ask the city’s dispatch for police now") % v, v
    ),
    Then.NOBODY: lambda v: _with_follower(_("No unit is free. Call the supervisor or the city’s dispatch now"), v),
}
