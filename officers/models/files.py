"""Files that people hand in, kept outside everything that is served."""

from django.db import models

from core.tenancy import TenantForeignKey
from officers.models.base import AgencyRecord
from officers.models.people import User


class StoredFile(AgencyRecord):
    """What is known of a stored file; the bytes lie in the uploads folder under agency and hash."""

    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    media_type = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    uploaded_by = TenantForeignKey(User, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(size__gt=0), name="stored_file_not_empty")]

    def __str__(self) -> str:
        return self.name
