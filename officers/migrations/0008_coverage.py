"""What two people may change at once carries its version; a share is always a share of the certified."""

from django.db import migrations, models

VERSION = models.PositiveIntegerField(default=1, editable=False)


class Migration(migrations.Migration):
    dependencies = [("officers", "0007_roster")]

    operations = [
        migrations.AddField(model_name="campusgroup", name="version", field=VERSION),
        migrations.AddField(model_name="coveragerule", name="version", field=VERSION),
        migrations.AddField(model_name="rosterpolicy", name="version", field=VERSION),
        migrations.AddConstraint(
            model_name="coveragerule",
            constraint=models.CheckConstraint(
                condition=~models.Q(kind="share") | models.Q(cit=True), name="coverage_rule_share_of_certified"
            ),
        ),
    ]
