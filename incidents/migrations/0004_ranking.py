"""Weights of the recommendation, what an assignment keeps of it, and the language a call needs."""

import core.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0003_open_until_closed'),
        ('officers', '0005_guards'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='RankingWeights',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('version', models.PositiveIntegerField()),
                ('cit', models.PositiveSmallIntegerField(default=5)),
                ('language', models.PositiveSmallIntegerField(default=6)),
                ('skill', models.PositiveSmallIntegerField(default=3)),
                ('crisis_call', models.PositiveSmallIntegerField(default=4)),
                ('long_duty', models.PositiveSmallIntegerField(default=3)),
                ('long_duty_hours', models.PositiveSmallIntegerField(default=10)),
                ('short_rest', models.PositiveSmallIntegerField(default=5)),
                ('short_rest_hours', models.PositiveSmallIntegerField(default=8)),
                ('stale_place', models.PositiveSmallIntegerField(default=2)),
                ('stale_place_hours', models.PositiveSmallIntegerField(default=6)),
                ('unknown_distance', models.PositiveSmallIntegerField(default=20)),
                ('set_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-version'],
            },
        ),
        migrations.AddField(
            model_name='assignment',
            name='override_note',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='assignment',
            name='override_reason',
            field=models.CharField(blank=True, choices=[('knows_person', 'Knows the person'), ('nearer_in_fact', 'Nearer in fact'), ('special_skill', 'Special skill'), ('officer_requested', 'The officer asked for it'), ('supervisor_direction', 'A supervisor directed it'), ('no_cit_officer', 'No CIT officer could be sent'), ('other', 'Other')], max_length=24),
        ),
        migrations.AddField(
            model_name='assignment',
            name='rank',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='assignment',
            name='ranking_version',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='call',
            name='language_needed',
            field=models.CharField(blank=True, choices=[('en', 'English'), ('es', 'Spanish'), ('ase', 'American Sign Language'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('fr', 'French'), ('vi', 'Vietnamese')], max_length=4),
        ),
        migrations.AddIndex(
            model_name='assignment',
            index=models.Index(fields=['agency', 'dispatched_at'], name='assignment_agency_time'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('override_reason', 'other'), _negated=True), models.Q(('override_note', ''), _negated=True), _connector='OR'), name='assignment_other_is_explained'),
        ),
        migrations.AddField(
            model_name='rankingweights',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='rankingweights',
            name='set_by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='rankingweights',
            constraint=models.UniqueConstraint(fields=('agency', 'version'), name='ranking_weights_version'),
        ),
        migrations.AddConstraint(
            model_name='rankingweights',
            constraint=models.CheckConstraint(condition=models.Q(('version__gt', 1)), name='ranking_weights_after_standard'),
        ),
        core.tenancy.AddTenantKeys('RankingWeights'),
    ]
