"""The de-escalation record: the officer's structured report of a crisis encounter."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.tenancy import TenantForeignKey
from incidents.models.incident import Incident, Subject
from incidents.record_vocabulary import ENFORCEMENT, NO_CONTACT, Force, Injured, Outcome, Weapon
from incidents.workflow import RECORD, RecordState
from officers.models import CaseRecord, User

_slugs = models.CharField(max_length=32)


class DeescalationRecord(CaseRecord):
    """What one officer saw, did and what came of it. Nothing is preselected: null is "not answered"."""

    workflow = RECORD

    incident = TenantForeignKey(Incident, related_name="records")
    subject = TenantForeignKey(Subject, related_name="records")
    author = TenantForeignKey(User, related_name="+")
    status = models.CharField(max_length=12, choices=RecordState.choices, default=RecordState.DRAFT)
    nature = ArrayField(_slugs, default=list, blank=True)
    behaviors = ArrayField(_slugs, default=list, blank=True)
    techniques = ArrayField(_slugs, default=list, blank=True)
    weapon = models.CharField(max_length=12, choices=Weapon.choices, blank=True)
    force_highest = models.PositiveSmallIntegerField(choices=Force.choices, null=True, blank=True)
    force_reportable = models.BooleanField(null=True, blank=True)
    anyone_injured = models.BooleanField(null=True, blank=True)
    injured = ArrayField(models.CharField(max_length=20, choices=Injured.choices), default=list, blank=True)
    primary_outcome = models.CharField(max_length=32, choices=Outcome.choices, blank=True)
    outcomes = ArrayField(_slugs, default=list, blank=True)
    arrestable_but_diverted = models.BooleanField(null=True, blank=True)
    narrative = models.TextField(max_length=8000, blank=True)
    return_comment = models.TextField(max_length=1000, blank=True)
    submitted_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["incident", "author"], name="record_per_author"),
            models.CheckConstraint(
                condition=models.Q(status__in=("draft", "returned"))
                | (models.Q(force_highest__isnull=False) & ~models.Q(primary_outcome="")),
                name="record_filed_whole",
            ),
        ]

    @property
    def all_outcomes(self) -> list[str]:
        """The primary outcome first, then the others."""
        return list(dict.fromkeys([self.primary_outcome, *self.outcomes]))

    def problems(self) -> dict[str, str | Promise]:
        """What still keeps this record from being filed: field name to sentence."""
        found = {name: text for name, (missing, text) in self._unanswered().items() if missing}
        ended = set(self.all_outcomes)
        if Outcome.UNFOUNDED in ended and len(ended) > 1:
            found["outcomes"] = _("“Unfounded” stands alone.")
        if ended & NO_CONTACT and ended & {Outcome.DETENTION, Outcome.ARREST}:
            found["outcomes"] = _("Without contact there can be no detention or arrest.")
        if self.arrestable_but_diverted and ended & ENFORCEMENT:
            found["arrestable_but_diverted"] = _("Diverted and an enforcement outcome cannot both be true.")
        return found

    def _unanswered(self) -> dict[str, tuple[bool, str | Promise]]:
        force = self.force_highest
        return {
            "nature": (not self.nature, _("Say what kind of crisis it was.")),
            "behaviors": (not self.behaviors, _("Say what you saw or were told.")),
            "weapon": (not self.weapon, _("Say whether a weapon was involved.")),
            "force_highest": (force is None, _("Say which force was used, “None” included.")),
            "force_reportable": (
                force is not None and force >= Force.SOFT_HANDS and self.force_reportable is None,
                _("Say whether this force is reportable."),
            ),
            "anyone_injured": (self.anyone_injured is None, _("Say whether anyone was injured.")),
            "injured": (bool(self.anyone_injured) and not self.injured, _("Say who was injured.")),
            "primary_outcome": (not self.primary_outcome, _("Choose how it ended.")),
            "arrestable_but_diverted": (
                self.arrestable_but_diverted is None,
                _("Say whether an arrest was possible and services were chosen."),
            ),
        }
