"""A clock keeps the rule of its round, and each hand-off has a clock of its own."""

import core.tenancy
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0005_console'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='timer',
            name='timer_one_running',
        ),
        migrations.AddField(
            model_name='timer',
            name='answer_seconds',
            field=models.PositiveSmallIntegerField(default=60),
        ),
        migrations.AddField(
            model_name='timer',
            name='handoff',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='timers', to='incidents.handoff'),
        ),
        migrations.AddField(
            model_name='timer',
            name='minutes',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddIndex(
            model_name='timer',
            index=models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['agency', 'started_at'], name='timer_open'),
        ),
        migrations.AddConstraint(
            model_name='timer',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('incident', 'assignment', 'handoff', 'kind'), name='timer_one_running', nulls_distinct=False),
        ),
        core.tenancy.AddTenantKeysTo('Timer', 'handoff'),
    ]
