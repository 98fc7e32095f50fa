"""A call while it is still being taken, and the words by which a nature is found."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.tenancy import TenantForeignKey
from incidents.console_vocabulary import DraftEnd
from incidents.models.incident import Incident
from incidents.vocabulary import Nature
from officers.models import AgencyRecord, User


class Draft(AgencyRecord):
    """What a dispatcher has typed so far. It is emptied when it ends: the words then live with the call, or nowhere."""

    owner = TenantForeignKey(User, related_name="+")
    # The call that comes of it carries the same key, so a draft is logged once however often it is sent.
    client_key = models.UUIDField()
    answered_at = models.DateTimeField()
    typed = models.JSONField(default=dict)
    # Counts the savings; a saving that names an older number arrived late and is left out.
    step = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_as = models.CharField(max_length=12, choices=DraftEnd.choices, blank=True)
    incident = TenantForeignKey(Incident, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["answered_at"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "client_key"], name="draft_client_key"),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True) | models.Q(typed={}), name="draft_emptied_at_its_end"
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "answered_at"], name="draft_open", condition=models.Q(ended_at__isnull=True))
        ]


class NatureCode(AgencyRecord):
    """How a dispatcher says a nature in one or two letters, and the words that suggest it."""

    nature = models.CharField(max_length=32, choices=Nature.choices)
    code = models.CharField(max_length=4)
    words = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "code"], name="nature_code_once"),
            models.UniqueConstraint(fields=["agency", "nature"], name="nature_has_one_code"),
        ]

    def __str__(self) -> str:
        return self.code
