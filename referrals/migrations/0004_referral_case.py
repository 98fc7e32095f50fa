"""A report looks up the referrals of each case."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index."""

    dependencies = [("referrals", "0003_only_grows")]

    operations = [
        migrations.AddIndex(model_name="referral", index=models.Index(fields=["case_id"], name="referral_case")),
    ]
