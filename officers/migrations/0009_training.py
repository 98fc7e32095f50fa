"""A completion that was refused may be handed in again for the same day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("officers", "0008_coverage")]

    operations = [
        migrations.RemoveConstraint(model_name="certification", name="certification_once"),
        migrations.AddConstraint(
            model_name="certification",
            constraint=models.UniqueConstraint(
                condition=models.Q(refused_at__isnull=True),
                fields=("user", "course", "completed_on"),
                name="certification_once",
            ),
        ),
    ]
