"""On which side of the tablet the thumb is."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("officers", "0013_keys"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="hand",
            field=models.CharField(blank=True, max_length=5),
        ),
    ]
