"""Drafts, script versions, hand-offs, desks, clocks, notes, lookouts: all that the console keeps."""

import core.tenancy
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0004_ranking'),
        ('officers', '0010_premises'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CommandRun',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('at', models.DateTimeField()),
                ('verb', models.CharField(max_length=8)),
                ('undo', models.JSONField(default=dict)),
                ('undone_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-at'],
            },
        ),
        migrations.CreateModel(
            name='Desk',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('name', models.CharField(max_length=40)),
                ('active', models.BooleanField(default=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='DeskTurn',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('began_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('signed_off', models.BooleanField(default=False)),
                ('note', models.TextField(blank=True, max_length=4000)),
            ],
            options={
                'ordering': ['-began_at'],
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('client_key', models.UUIDField()),
                ('answered_at', models.DateTimeField()),
                ('typed', models.JSONField(default=dict)),
                ('step', models.PositiveIntegerField(default=0)),
                ('saved_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_as', models.CharField(blank=True, choices=[('logged', 'Logged'), ('attached', 'Added to an incident'), ('discarded', 'Discarded')], max_length=12)),
            ],
            options={
                'ordering': ['answered_at'],
            },
        ),
        migrations.CreateModel(
            name='Handoff',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('case_id', models.UUIDField(editable=False)),
                ('status', models.CharField(choices=[('started', 'Calling'), ('connected', 'Connected'), ('confirmed', 'Confirmed'), ('failed', 'Not taken')], default='started', max_length=12)),
                ('destination', models.CharField(choices=[('counselor', 'Counselor'), ('mobile_crisis', 'Mobile crisis team'), ('lifeline_988', '988 Lifeline'), ('lmha_crisis_line', 'Local crisis line'), ('ems', 'EMS'), ('outside_le', 'City police'), ('center_911', '911 center')], max_length=20)),
                ('started_at', models.DateTimeField()),
                ('connected_at', models.DateTimeField(null=True)),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('spoke_with', models.CharField(blank=True, max_length=80)),
                ('reference', models.CharField(blank=True, max_length=40)),
                ('outcome', models.CharField(blank=True, choices=[('declined', 'Declined'), ('no_answer', 'No answer'), ('disconnected', 'Disconnected'), ('taken_back', 'Taken back')], max_length=16)),
            ],
            options={
                'ordering': ['started_at'],
            },
        ),
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('note', models.TextField(max_length=4000)),
                ('at', models.DateTimeField()),
                ('taken_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='IncidentFile',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('case_id', models.UUIDField()),
                ('label', models.CharField(max_length=120)),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='IncidentNote',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('case_id', models.UUIDField()),
                ('text', models.TextField(max_length=100000)),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='LogEntry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('at', models.DateTimeField()),
                ('text', models.TextField(max_length=4000)),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='Lookout',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('number', models.CharField(max_length=12)),
                ('status', models.CharField(choices=[('open', 'Open'), ('located', 'Located'), ('cancelled', 'Cancelled'), ('expired', 'Expired')], default='open', max_length=12)),
                ('kind', models.CharField(choices=[('bolo', 'Be on the lookout'), ('locate', 'Attempt to locate')], max_length=8)),
                ('text', models.TextField(max_length=1000)),
                ('issued_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['expires_at'],
            },
        ),
        migrations.CreateModel(
            name='NatureCode',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('nature', models.CharField(choices=[('suicide_attempt', 'Suicide attempt'), ('suicidal_ideation', 'Suicidal thoughts'), ('self_harm', 'Self-harm'), ('threat_to_others', 'Threat to others'), ('psychosis_altered', 'Psychosis / altered state'), ('panic_anxiety', 'Panic or anxiety'), ('emotional_outburst', 'Emotional outburst'), ('behavioral_disability_crisis', 'Behavior crisis, autism/IDD'), ('intoxication_overdose', 'Intoxication / overdose'), ('runaway_elopement', 'Runaway / elopement'), ('welfare_check', 'Welfare check'), ('grief_trauma', 'Grief or trauma'), ('family_crisis', 'Family crisis'), ('abuse_disclosure', 'Abuse disclosure'), ('fight_with_mh_component', 'Fight, mental-health component'), ('weapon_with_mh_component', 'Weapon, mental-health component'), ('criminal_with_mh_component', 'Offense, mental-health component'), ('missing_medication', 'Missed medication'), ('medical', 'Medical'), ('follow_up_visit', 'Follow-up visit')], max_length=32)),
                ('code', models.CharField(max_length=4)),
                ('words', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                ('active', models.BooleanField(default=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='PendingCall',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_as', models.CharField(blank=True, choices=[('sent', 'Sent'), ('dropped', 'Taken off'), ('ended', 'The incident ended')], max_length=12)),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='ResponsePlan',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('student_number', models.CharField(max_length=20)),
                ('number', models.PositiveSmallIntegerField(default=1)),
                ('caution', models.CharField(blank=True, max_length=200)),
                ('helps', models.CharField(max_length=400)),
                ('avoid', models.CharField(blank=True, max_length=400)),
                ('reviewed_on', models.DateField(null=True)),
                ('expires_on', models.DateField(null=True)),
            ],
            options={
                'ordering': ['student_number', '-number'],
            },
        ),
        migrations.CreateModel(
            name='Script',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('approved', 'Approved'), ('active', 'Active'), ('retired', 'Retired')], default='draft', max_length=12)),
                ('title', models.CharField(max_length=80)),
                ('content', models.JSONField()),
                ('sha256', models.CharField(blank=True, max_length=64)),
                ('approved_at', models.DateTimeField(null=True)),
                ('active_from', models.DateTimeField(null=True)),
                ('retired_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='Timer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('case_id', models.UUIDField()),
                ('kind', models.CharField(choices=[('welfare', 'Welfare check'), ('waiting', 'Waiting too long'), ('report', 'On scene without a report'), ('handoff', 'Hand-off not confirmed')], max_length=8)),
                ('stage', models.CharField(choices=[('running', 'Running'), ('asked', 'Asked'), ('asked_again', 'Asked again'), ('alarm', 'Alarm'), ('ended', 'Ended')], default='running', max_length=12)),
                ('started_at', models.DateTimeField()),
                ('next_at', models.DateTimeField(null=True)),
                ('asked_at', models.DateTimeField(null=True)),
                ('asked_again_at', models.DateTimeField(null=True)),
                ('alarmed_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('words', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'ordering': ['next_at'],
            },
        ),
        migrations.CreateModel(
            name='TimerRule',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('kind', models.CharField(choices=[('welfare', 'Welfare check'), ('waiting', 'Waiting too long'), ('report', 'On scene without a report'), ('handoff', 'Hand-off not confirmed')], max_length=8)),
                ('nature', models.CharField(blank=True, choices=[('suicide_attempt', 'Suicide attempt'), ('suicidal_ideation', 'Suicidal thoughts'), ('self_harm', 'Self-harm'), ('threat_to_others', 'Threat to others'), ('psychosis_altered', 'Psychosis / altered state'), ('panic_anxiety', 'Panic or anxiety'), ('emotional_outburst', 'Emotional outburst'), ('behavioral_disability_crisis', 'Behavior crisis, autism/IDD'), ('intoxication_overdose', 'Intoxication / overdose'), ('runaway_elopement', 'Runaway / elopement'), ('welfare_check', 'Welfare check'), ('grief_trauma', 'Grief or trauma'), ('family_crisis', 'Family crisis'), ('abuse_disclosure', 'Abuse disclosure'), ('fight_with_mh_component', 'Fight, mental-health component'), ('weapon_with_mh_component', 'Weapon, mental-health component'), ('criminal_with_mh_component', 'Offense, mental-health component'), ('missing_medication', 'Missed medication'), ('medical', 'Medical'), ('follow_up_visit', 'Follow-up visit')], max_length=32)),
                ('priority', models.CharField(blank=True, choices=[('p1', 'P1 Life threat now'), ('p2', 'P2 Immediate'), ('p3', 'P3 Prompt'), ('p4', 'P4 Support')], max_length=2)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('answer_seconds', models.PositiveSmallIntegerField(default=60)),
                ('active', models.BooleanField(default=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                'ordering': ['kind', 'priority', 'nature'],
            },
        ),
        migrations.AddField(
            model_name='assignment',
            name='primary',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='call',
            name='extension',
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.AddField(
            model_name='incident',
            name='merged_into',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='incidents.incident'),
        ),
        migrations.AddField(
            model_name='incident',
            name='origin',
            field=models.CharField(choices=[('call', 'A call'), ('officer', 'Officer initiated'), ('scheduled', 'Scheduled')], default='call', max_length=12),
        ),
        migrations.AddField(
            model_name='incident',
            name='place_text',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='incident',
            name='scheduled_for',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='prioritychange',
            name='reason',
            field=models.CharField(blank=True, choices=[('answers_changed', 'The answers changed'), ('on_scene_update', 'Update from the scene'), ('entered_in_error', 'Entered in error'), ('supervisor_direction', 'A supervisor directed it'), ('dispatcher_judgment', 'What the dispatcher hears')], max_length=24),
        ),
        migrations.AddField(
            model_name='subject',
            name='description',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AlterField(
            model_name='call',
            name='said',
            field=models.TextField(max_length=100000),
        ),
        migrations.AlterField(
            model_name='incident',
            name='status',
            field=models.CharField(choices=[('received', 'Received'), ('triaged', 'Triaged'), ('dispatched', 'Dispatched'), ('cleared', 'Cleared'), ('closed', 'Closed'), ('cancelled', 'Cancelled'), ('scheduled', 'Scheduled'), ('merged', 'Merged')], default='received', max_length=12),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.UniqueConstraint(condition=models.Q(('primary', True), ('status__in', ('dispatched', 'en_route', 'on_scene'))), fields=('incident',), name='assignment_one_primary'),
        ),
        migrations.AddField(
            model_name='commandrun',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='commandrun',
            name='by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='commandrun',
            name='incident',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.incident'),
        ),
        migrations.AddField(
            model_name='desk',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='incident',
            name='desk',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='incidents', to='incidents.desk'),
        ),
        migrations.AddConstraint(
            model_name='incident',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'merged'), _negated=True), ('merged_into__isnull', False), _connector='OR'), name='incident_merged_where'),
        ),
        migrations.AddConstraint(
            model_name='incident',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'scheduled'), _negated=True), ('scheduled_for__isnull', False), _connector='OR'), name='incident_scheduled_when'),
        ),
        migrations.AddField(
            model_name='deskturn',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='deskturn',
            name='desk',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='turns', to='incidents.desk'),
        ),
        migrations.AddField(
            model_name='deskturn',
            name='taken_over_from',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.deskturn'),
        ),
        migrations.AddField(
            model_name='deskturn',
            name='user',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='draft',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='draft',
            name='incident',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.incident'),
        ),
        migrations.AddField(
            model_name='draft',
            name='owner',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='handoff',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='handoff',
            name='incident',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='handoffs', to='incidents.incident'),
        ),
        migrations.AddField(
            model_name='handoff',
            name='started_by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='handover',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='handover',
            name='by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='handover',
            name='from_desk',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.desk'),
        ),
        migrations.AddField(
            model_name='handover',
            name='incident',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='incidents.incident'),
        ),
        migrations.AddField(
            model_name='handover',
            name='taken_by',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='handover',
            name='to_desk',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.desk'),
        ),
        migrations.AddField(
            model_name='incidentfile',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='incidentfile',
            name='by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='incidentfile',
            name='file',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.storedfile'),
        ),
        migrations.AddField(
            model_name='incidentfile',
            name='incident',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='files', to='incidents.incident'),
        ),
        migrations.AddField(
            model_name='incidentnote',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='incidentnote',
            name='by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='incidentnote',
            name='corrects',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='incidents.incidentnote'),
        ),
        migrations.AddField(
            model_name='incidentnote',
            name='incident',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='incidents.incident'),
        ),
        migrations.AddField(
            model_name='logentry',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='logentry',
            name='by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='logentry',
            name='corrects',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.logentry'),
        ),
        migrations.AddField(
            model_name='logentry',
            name='desk',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.desk'),
        ),
        migrations.AddField(
            model_name='lookout',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='lookout',
            name='campus',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.campus'),
        ),
        migrations.AddField(
            model_name='lookout',
            name='incident',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='lookouts', to='incidents.incident'),
        ),
        migrations.AddField(
            model_name='lookout',
            name='issued_by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='naturecode',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='pendingcall',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='pendingcall',
            name='by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='pendingcall',
            name='incident',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='pending', to='incidents.incident'),
        ),
        migrations.AddField(
            model_name='pendingcall',
            name='officer',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='pending', to='officers.officer'),
        ),
        migrations.AddField(
            model_name='responseplan',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='responseplan',
            name='approved_by',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='responseplan',
            name='written_by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='script',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='script',
            name='approved_by',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='script',
            name='written_by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timer',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='timer',
            name='answered_by',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timer',
            name='assignment',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='timers', to='incidents.assignment'),
        ),
        migrations.AddField(
            model_name='timer',
            name='incident',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='timers', to='incidents.incident'),
        ),
        migrations.AddField(
            model_name='timerrule',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddIndex(
            model_name='commandrun',
            index=models.Index(fields=['by', '-at'], name='command_last'),
        ),
        migrations.AddConstraint(
            model_name='desk',
            constraint=models.UniqueConstraint(fields=('agency', 'name'), name='desk_name'),
        ),
        migrations.AddConstraint(
            model_name='deskturn',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('desk',), name='desk_one_turn'),
        ),
        migrations.AddConstraint(
            model_name='deskturn',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('user',), name='turn_one_desk'),
        ),
        migrations.AddIndex(
            model_name='draft',
            index=models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['owner', 'answered_at'], name='draft_open'),
        ),
        migrations.AddConstraint(
            model_name='draft',
            constraint=models.UniqueConstraint(fields=('agency', 'client_key'), name='draft_client_key'),
        ),
        migrations.AddConstraint(
            model_name='draft',
            constraint=models.CheckConstraint(condition=models.Q(('ended_at__isnull', True), ('typed', {}), _connector='OR'), name='draft_emptied_at_its_end'),
        ),
        migrations.AddIndex(
            model_name='handoff',
            index=models.Index(fields=['incident', 'started_at'], name='handoff_incident'),
        ),
        migrations.AddConstraint(
            model_name='handover',
            constraint=models.UniqueConstraint(condition=models.Q(('taken_at__isnull', True)), fields=('incident',), name='handover_one_open'),
        ),
        migrations.AddIndex(
            model_name='incidentfile',
            index=models.Index(fields=['incident', 'at'], name='incident_file_time'),
        ),
        migrations.AddIndex(
            model_name='incidentnote',
            index=models.Index(fields=['incident', 'at'], name='incident_note_time'),
        ),
        migrations.AddIndex(
            model_name='logentry',
            index=models.Index(fields=['agency', 'at'], name='shift_log_time'),
        ),
        migrations.AddConstraint(
            model_name='lookout',
            constraint=models.UniqueConstraint(fields=('agency', 'number'), name='lookout_number'),
        ),
        migrations.AddConstraint(
            model_name='lookout',
            constraint=models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('issued_at'))), name='lookout_expires'),
        ),
        migrations.AddConstraint(
            model_name='naturecode',
            constraint=models.UniqueConstraint(fields=('agency', 'code'), name='nature_code_once'),
        ),
        migrations.AddConstraint(
            model_name='naturecode',
            constraint=models.UniqueConstraint(fields=('agency', 'nature'), name='nature_has_one_code'),
        ),
        migrations.AddConstraint(
            model_name='pendingcall',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('incident', 'officer'), name='pending_once'),
        ),
        migrations.AddConstraint(
            model_name='responseplan',
            constraint=models.UniqueConstraint(fields=('agency', 'student_number', 'number'), name='response_plan_version'),
        ),
        migrations.AddConstraint(
            model_name='responseplan',
            constraint=models.CheckConstraint(condition=models.Q(('approved_by__isnull', True), ('expires_on__isnull', False), _connector='OR'), name='response_plan_expires'),
        ),
        migrations.AddConstraint(
            model_name='script',
            constraint=models.UniqueConstraint(fields=('agency', 'number'), name='script_number'),
        ),
        migrations.AddConstraint(
            model_name='script',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'active')), fields=('agency',), name='script_one_active'),
        ),
        migrations.AddConstraint(
            model_name='script',
            constraint=models.CheckConstraint(condition=models.Q(('number__gt', 1)), name='script_after_standard'),
        ),
        migrations.AddIndex(
            model_name='timer',
            index=models.Index(condition=models.Q(('next_at__isnull', False)), fields=['next_at'], name='timer_due'),
        ),
        migrations.AddConstraint(
            model_name='timer',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('incident', 'assignment', 'kind'), name='timer_one_running', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='timerrule',
            constraint=models.UniqueConstraint(fields=('agency', 'kind', 'nature', 'priority'), name='timer_rule_once'),
        ),
        migrations.AddConstraint(
            model_name='timerrule',
            constraint=models.CheckConstraint(condition=models.Q(('minutes__gt', 0), ('answer_seconds__gte', 15)), name='timer_rule_time'),
        ),
        core.tenancy.AddTenantKeys(
            'CommandRun',
            'Desk',
            'DeskTurn',
            'LogEntry',
            'Handoff',
            'Draft',
            'NatureCode',
            'IncidentFile',
            'IncidentNote',
            'ResponsePlan',
            'Script',
            'Timer',
            'TimerRule',
            'Handover',
            'Lookout',
            'PendingCall',
        ),
        core.tenancy.AddTenantKeysTo('Incident', 'desk', 'merged_into'),
    ]
