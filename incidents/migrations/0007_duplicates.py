"""A call can join an incident with its own answers and people, and an agency says how near is near."""

import core.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0006_timers'),
        ('officers', '0010_premises'),
    ]

    operations = [
        migrations.AddField(
            model_name='answer',
            name='call',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='incidents.call'),
        ),
        migrations.AddField(
            model_name='call',
            name='nature',
            field=models.CharField(blank=True, choices=[('suicide_attempt', 'Suicide attempt'), ('suicidal_ideation', 'Suicidal thoughts'), ('self_harm', 'Self-harm'), ('threat_to_others', 'Threat to others'), ('psychosis_altered', 'Psychosis / altered state'), ('panic_anxiety', 'Panic or anxiety'), ('emotional_outburst', 'Emotional outburst'), ('behavioral_disability_crisis', 'Behavior crisis, autism/IDD'), ('intoxication_overdose', 'Intoxication / overdose'), ('runaway_elopement', 'Runaway / elopement'), ('welfare_check', 'Welfare check'), ('grief_trauma', 'Grief or trauma'), ('family_crisis', 'Family crisis'), ('abuse_disclosure', 'Abuse disclosure'), ('fight_with_mh_component', 'Fight, mental-health component'), ('weapon_with_mh_component', 'Weapon, mental-health component'), ('criminal_with_mh_component', 'Offense, mental-health component'), ('missing_medication', 'Missed medication'), ('medical', 'Medical'), ('follow_up_visit', 'Follow-up visit')], max_length=32),
        ),
        migrations.AddField(
            model_name='subject',
            name='call',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='subjects', to='incidents.call'),
        ),
        migrations.CreateModel(
            name='DuplicateRule',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('minutes', models.PositiveSmallIntegerField(default=15)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('agency',), name='duplicate_rule_once'), models.CheckConstraint(condition=models.Q(('minutes__lte', 240)), name='duplicate_rule_time')],
            },
        ),
        core.tenancy.AddTenantKeys('DuplicateRule'),
        core.tenancy.AddTenantKeysTo('Answer', 'call'),
        core.tenancy.AddTenantKeysTo('Subject', 'call'),
    ]
