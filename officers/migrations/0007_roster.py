"""A role ends without being removed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("officers", "0006_shifts")]

    operations = [
        migrations.AddField(
            model_name="rolegrant",
            name="active",
            field=models.BooleanField(default=True),
        ),
    ]
