"""The database refuses a row that points into another agency."""

from django.db import migrations

from core.tenancy import AddTenantKeys


class Migration(migrations.Migration):
    dependencies = [("officers", "0001_initial")]

    operations = [AddTenantKeys("Campus", "Building", "Room", "TravelTime", "User", "RoleGrant", "Officer", "Certification")]
