"""Response plans in full: documents in versions, who looked, what officers suggest, who was reminded."""

import uuid
from pathlib import Path

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import core.tenancy
from core.tenancy import AddTenantKeys, AddTenantKeysTo

HERE = Path(__file__).parent


class Migration(migrations.Migration):

    dependencies = [
        ("incidents", "0010_people"),
        ("officers", "0013_keys"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='responseplan',
            name='response_plan_version',
        ),
        migrations.RemoveConstraint(
            model_name='responseplan',
            name='response_plan_expires',
        ),
        migrations.AddField(
            model_name='responseplan',
            name='approved_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='responseplan',
            name='campus',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.campus'),
        ),
        migrations.AddField(
            model_name='responseplan',
            name='comment',
            field=models.CharField(blank=True, max_length=400),
        ),
        migrations.AddField(
            model_name='responseplan',
            name='content',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='responseplan',
            name='person',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='incidents.person'),
        ),
        migrations.AddField(
            model_name='responseplan',
            name='private_notes',
            field=models.TextField(blank=True, max_length=4000),
        ),
        migrations.AddField(
            model_name='responseplan',
            name='retired_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='responseplan',
            name='status',
            field=models.CharField(choices=[('draft', 'Draft'), ('submitted', 'Waits for approval'), ('approved', 'Approved'), ('expired', 'Expired'), ('retired', 'Retired')], default='draft', max_length=12),
        ),
        migrations.AddField(
            model_name='responseplan',
            name='submitted_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='responseplan',
            name='version',
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AlterField(
            model_name='responseplan',
            name='student_number',
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.RunSQL((HERE / "care_convert.sql").read_text(), (HERE / "care_convert_undo.sql").read_text()),
        migrations.RemoveField(
            model_name='responseplan',
            name='avoid',
        ),
        migrations.RemoveField(
            model_name='responseplan',
            name='caution',
        ),
        migrations.RemoveField(
            model_name='responseplan',
            name='helps',
        ),
        migrations.AddIndex(
            model_name='responseplan',
            index=models.Index(condition=models.Q(('status', 'approved')), fields=['agency', 'expires_on'], name='response_plan_ending'),
        ),
        migrations.AddConstraint(
            model_name='responseplan',
            constraint=models.UniqueConstraint(condition=models.Q(('student_number', ''), _negated=True), fields=('agency', 'student_number', 'number'), name='response_plan_version'),
        ),
        migrations.AddConstraint(
            model_name='responseplan',
            constraint=models.UniqueConstraint(condition=models.Q(models.Q(('student_number', ''), _negated=True), ('status', 'approved')), fields=('agency', 'student_number'), name='response_plan_one_approved'),
        ),
        migrations.AddConstraint(
            model_name='responseplan',
            constraint=models.UniqueConstraint(condition=models.Q(models.Q(('student_number', ''), _negated=True), ('status__in', ('draft', 'submitted'))), fields=('agency', 'student_number'), name='response_plan_one_open'),
        ),
        migrations.AddConstraint(
            model_name='responseplan',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'approved')), fields=('person',), name='response_plan_one_approved_person'),
        ),
        migrations.AddConstraint(
            model_name='responseplan',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ('draft', 'submitted'))), fields=('person',), name='response_plan_one_open_person'),
        ),
        migrations.AddConstraint(
            model_name='responseplan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('student_number', ''), _negated=True), ('person__isnull', False), _connector='OR'), name='response_plan_of_somebody'),
        ),
        migrations.AddConstraint(
            model_name='responseplan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ('approved', 'expired')), _negated=True), models.Q(('approved_by__isnull', False), ('expires_on__isnull', False)), _connector='OR'), name='response_plan_expires'),
        ),
        migrations.RunSQL((HERE / "care_fixed.sql").read_text(), (HERE / "care_fixed_undo.sql").read_text()),
        migrations.CreateModel(
            name='PlanReminder',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('matter', models.CharField(max_length=24)),
                ('due_on', models.DateField()),
                ('threshold_days', models.PositiveSmallIntegerField()),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-at'],
            },
        ),
        migrations.CreateModel(
            name='PlanSuggestion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('kind', models.CharField(choices=[('trigger', 'A trigger'), ('helps', 'What helps'), ('avoid', 'What to avoid'), ('other', 'Something else')], max_length=8)),
                ('text', models.CharField(max_length=400)),
                ('status', models.CharField(choices=[('open', 'Open'), ('accepted', 'Accepted'), ('declined', 'Declined')], default='open', max_length=12)),
                ('at', models.DateTimeField()),
                ('client_key', models.UUIDField()),
                ('decided_at', models.DateTimeField(null=True)),
                ('reply', models.CharField(blank=True, max_length=400)),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='PlanView',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('at', models.DateTimeField()),
                ('way', models.CharField(choices=[('summary', 'Summary with an incident'), ('whole', 'Whole plan'), ('card', 'Printed card')], max_length=8)),
                ('reason', models.CharField(choices=[('incident', 'Sent to an incident with this person'), ('writing', 'Writing this version'), ('approval', 'Checking it for approval'), ('support', 'Supporting this person now'), ('reentry', 'Preparing a return to school'), ('review', 'Reviewing what happened'), ('other', 'Another reason')], max_length=10)),
                ('words', models.CharField(blank=True, max_length=200)),
                ('language', models.CharField(blank=True, max_length=2)),
            ],
            options={
                'ordering': ['-at'],
            },
        ),
        migrations.AddField(
            model_name='planreminder',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='planreminder',
            name='plan',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='incidents.responseplan'),
        ),
        migrations.AddField(
            model_name='plansuggestion',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='plansuggestion',
            name='by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='plansuggestion',
            name='carried_into',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='carried', to='incidents.responseplan'),
        ),
        migrations.AddField(
            model_name='plansuggestion',
            name='decided_by',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='plansuggestion',
            name='plan',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='suggestions', to='incidents.responseplan'),
        ),
        migrations.AddField(
            model_name='planview',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='planview',
            name='by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='planview',
            name='incident',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.incident'),
        ),
        migrations.AddField(
            model_name='planview',
            name='plan',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='views', to='incidents.responseplan'),
        ),
        migrations.AddConstraint(
            model_name='planreminder',
            constraint=models.UniqueConstraint(fields=('plan', 'matter', 'due_on', 'threshold_days'), name='plan_reminder_once'),
        ),
        migrations.AddIndex(
            model_name='plansuggestion',
            index=models.Index(fields=['agency', 'status', 'at'], name='plan_suggestion_open'),
        ),
        migrations.AddConstraint(
            model_name='plansuggestion',
            constraint=models.UniqueConstraint(fields=('agency', 'client_key'), name='plan_suggestion_once'),
        ),
        migrations.AddIndex(
            model_name='planview',
            index=models.Index(fields=['plan', 'at'], name='plan_view_time'),
        ),
        migrations.AddConstraint(
            model_name='planview',
            constraint=models.UniqueConstraint(condition=models.Q(('way', 'summary')), fields=('plan', 'by', 'incident'), name='plan_view_once_each_incident'),
        ),
        migrations.AddConstraint(
            model_name='planview',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reason', 'incident'), _negated=True), ('incident__isnull', False), _connector='OR'), name='plan_view_incident'),
        ),
        migrations.AddConstraint(
            model_name='planview',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reason', 'other'), _negated=True), models.Q(('words', ''), _negated=True), _connector='OR'), name='plan_view_words'),
        ),
        AddTenantKeysTo("ResponsePlan", "campus", "person"),
        AddTenantKeys("PlanReminder", "PlanSuggestion", "PlanView"),
    ]
