"""The database refuses a row that points into another agency."""

from django.db import migrations

from core.tenancy import AddTenantKeys


class Migration(migrations.Migration):
    dependencies = [("referrals", "0001_initial"), ("officers", "0002_tenant_keys"), ("core", "0002_ledger")]

    operations = [AddTenantKeys("ReferralTeam", "TeamMember", "Referral", "ReferralSnapshot", "Disclosure", "ContactAttempt")]
