"""Whether single keys act anywhere is a person's own choice."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('officers', '0012_places'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='keys',
            field=models.CharField(blank=True, max_length=8),
        ),
    ]
