"""The database refuses a row that points into another agency."""

from django.db import migrations

from core.tenancy import AddTenantKeys


class Migration(migrations.Migration):
    dependencies = [("incidents", "0001_initial"), ("officers", "0002_tenant_keys")]

    operations = [AddTenantKeys("Incident", "Call", "Answer", "PriorityChange", "Subject", "Assignment", "DeescalationRecord")]
