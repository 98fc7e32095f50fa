"""Offers to desks end without being taken, and what is open or waits is found without reading what is over."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0008_scripts'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='handover',
            name='handover_one_open',
        ),
        migrations.RemoveIndex(
            model_name='incident',
            name='incident_open',
        ),
        migrations.AddField(
            model_name='handover',
            name='ended_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name='incident',
            index=models.Index(condition=models.Q(('status__in', ('received', 'triaged', 'dispatched', 'cleared', 'scheduled'))), fields=['agency', 'priority', 'received_at'], name='incident_open'),
        ),
        migrations.AddIndex(
            model_name='lookout',
            index=models.Index(condition=models.Q(('status', 'open')), fields=['agency', 'expires_at'], name='lookout_open'),
        ),
        migrations.AddIndex(
            model_name='pendingcall',
            index=models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['officer'], name='pending_of_officer'),
        ),
        migrations.AddConstraint(
            model_name='handover',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('incident',), name='handover_one_open'),
        ),
        migrations.AddConstraint(
            model_name='handover',
            constraint=models.CheckConstraint(condition=models.Q(('taken_at__isnull', True), ('ended_at__isnull', False), _connector='OR'), name='handover_taken_ended'),
        ),
    ]
