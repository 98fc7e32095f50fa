"""Courses, rules, shifts, coverage and what the roster knows of a person."""

import core.tenancy
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('officers', '0002_tenant_keys'),
    ]

    operations = [
        migrations.CreateModel(
            name='TimeEntry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('clocked_in_at', models.DateTimeField()),
                ('clocked_in_from', models.CharField(choices=[('tablet', 'Tablet'), ('dispatch', 'Dispatch')], default='tablet', max_length=12)),
                ('clocked_out_at', models.DateTimeField(null=True)),
                ('clocked_out_from', models.CharField(blank=True, choices=[('tablet', 'Tablet'), ('dispatch', 'Dispatch')], max_length=12)),
            ],
            options={
                'ordering': ['clocked_in_at'],
            },
        ),
        migrations.CreateModel(
            name='TrainingPeriod',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('kind', models.CharField(choices=[('unit', 'Training unit'), ('cycle', 'Training cycle')], max_length=8)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
            ],
            options={
                'ordering': ['kind', 'starts_on'],
            },
        ),
        migrations.CreateModel(
            name='TrainingRule',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('slug', models.SlugField(max_length=40)),
                ('title', models.CharField(max_length=120)),
                ('kind', models.CharField(choices=[('once', 'Once'), ('within_days', 'Within a number of days'), ('per_unit', 'In each training unit'), ('per_cycle', 'In each training cycle'), ('every_months', 'Every number of months')], max_length=16)),
                ('number', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('anchor', models.CharField(blank=True, choices=[('appointment', 'Appointment'), ('license', 'License'), ('placement', 'Placement in a school'), ('hire', 'Hire')], max_length=12)),
                ('licenses', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('peace_officer', 'Peace officer'), ('telecommunicator', 'Telecommunicator'), ('security_commissioned', 'Commissioned security officer'), ('security_noncommissioned', 'Security officer'), ('none', 'None')], max_length=24), blank=True, default=list, size=None)),
                ('courses', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), blank=True, default=list, size=None)),
                ('min_hours', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True)),
                ('anchored_from', models.DateField(blank=True, null=True)),
                ('effective_from', models.DateField()),
                ('effective_to', models.DateField(blank=True, null=True)),
                ('due_soon_days', models.PositiveSmallIntegerField(default=90)),
                ('source', models.CharField(blank=True, max_length=160)),
            ],
            options={
                'ordering': ['slug', 'effective_from'],
            },
        ),
        migrations.CreateModel(
            name='TrainingSession',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('place', models.CharField(max_length=80)),
                ('seats', models.PositiveSmallIntegerField(default=12)),
            ],
            options={
                'ordering': ['starts_at'],
            },
        ),
        migrations.CreateModel(
            name='Waiver',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('rule_slug', models.SlugField(max_length=40)),
                ('reason', models.CharField(max_length=200)),
                ('until', models.DateField(blank=True, null=True)),
            ],
        ),
        migrations.AlterModelOptions(
            name='certification',
            options={'ordering': ['-completed_on']},
        ),
        migrations.AddField(
            model_name='certification',
            name='hours',
            field=models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True),
        ),
        migrations.AddField(
            model_name='certification',
            name='instructor',
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name='certification',
            name='provider',
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name='certification',
            name='refusal',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='certification',
            name='refused_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='certification',
            name='score',
            field=models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True),
        ),
        migrations.AddField(
            model_name='certification',
            name='source',
            field=models.CharField(choices=[('state_export', 'State export'), ('upload', 'Upload'), ('manual', 'Entered by hand')], default='manual', max_length=16),
        ),
        migrations.AddField(
            model_name='certification',
            name='started_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='certification',
            name='verified_by',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='officer',
            name='active',
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name='officer',
            name='appointed_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='officer',
            name='hired_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='officer',
            name='languages',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('en', 'English'), ('es', 'Spanish'), ('ase', 'American Sign Language'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('fr', 'French'), ('vi', 'Vietnamese')], max_length=4), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='officer',
            name='license_expires_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='officer',
            name='license_number',
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name='officer',
            name='licensed_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='officer',
            name='pid',
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.AddField(
            model_name='officer',
            name='placed_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='officer',
            name='separated_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='officer',
            name='skills',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('youth_mental_health', 'Youth mental health'), ('autism', 'Autism and developmental disability'), ('negotiation', 'Crisis negotiation'), ('trauma', 'Grief and trauma'), ('substance', 'Substance use'), ('first_aid', 'First aid instructor')], max_length=24), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='officer',
            name='supervisor',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='officer',
            name='version',
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.CreateModel(
            name='Booking',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('status', models.CharField(choices=[('booked', 'Booked'), ('attended', 'Attended'), ('missed', 'Missed'), ('cancelled', 'Cancelled')], default='booked', max_length=12)),
                ('ended_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('booked_by', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('officer', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='officers.officer')),
            ],
        ),
        migrations.CreateModel(
            name='CalendarFeed',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('token_sha256', models.CharField(max_length=64, unique=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('officer', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='calendar_feeds', to='officers.officer')),
            ],
        ),
        migrations.CreateModel(
            name='CampusGroup',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('name', models.CharField(max_length=40)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='CampusGroupMember',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('campus', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='groups', to='officers.campus')),
                ('group', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='members', to='officers.campusgroup')),
            ],
        ),
        migrations.CreateModel(
            name='Course',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('number', models.CharField(max_length=12)),
                ('title', models.CharField(max_length=120)),
                ('hours', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True)),
                ('category', models.CharField(choices=[('cit_40', 'Crisis intervention, 40 hours'), ('cit_refresher', 'Crisis intervention, refresher'), ('de_escalation', 'De-escalation'), ('mental_health_officer', 'Mental health officer'), ('school_based_le', 'School-based law enforcement'), ('telecom_crisis', 'Telecommunicator crisis communications'), ('telecom_basic', 'Telecommunicator basic'), ('youth_mhfa', 'Youth mental health first aid'), ('asist', 'Suicide intervention skills'), ('suicide_screener', 'Suicide screening'), ('physical_intervention', 'Physical intervention'), ('active_attack', 'Active attack'), ('cpr_first_aid', 'CPR and first aid'), ('general', 'General hours')], max_length=24)),
                ('provider', models.CharField(blank=True, max_length=80)),
                ('crisis_intervention', models.BooleanField(default=False)),
                ('valid_months', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('retired_on', models.DateField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.RenameField(
            model_name='certification',
            old_name='course',
            new_name='course_number',
        ),
        migrations.AlterField(
            model_name='certification',
            name='course_number',
            field=models.CharField(blank=True, default='', max_length=12),
        ),
        migrations.AddField(
            model_name='certification',
            name='course',
            field=core.tenancy.TenantForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='certifications', to='officers.course'),
        ),
        migrations.CreateModel(
            name='CourseSubstitute',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('active', models.BooleanField(default=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('course', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='substitutes', to='officers.course')),
                ('substitute', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='substitutes_for', to='officers.course')),
            ],
        ),
        migrations.CreateModel(
            name='CoverageRule',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('name', models.CharField(max_length=60)),
                ('position', models.CharField(choices=[('patrol', 'Patrol'), ('security', 'Security'), ('dispatch', 'Dispatch')], default='patrol', max_length=12)),
                ('kind', models.CharField(choices=[('at_least', 'At least a number'), ('share', 'At least a share in percent')], default='at_least', max_length=12)),
                ('number', models.PositiveSmallIntegerField()),
                ('cit', models.BooleanField(default=True)),
                ('weekdays', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=None)),
                ('starts', models.TimeField()),
                ('ends', models.TimeField()),
                ('active', models.BooleanField(default=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('group', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rules', to='officers.campusgroup')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Leave',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('kind', models.CharField(choices=[('vacation', 'Vacation'), ('sick', 'Sick'), ('training', 'Training'), ('other', 'Other')], max_length=12)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('note', models.CharField(blank=True, max_length=200)),
                ('status', models.CharField(choices=[('requested', 'Requested'), ('approved', 'Approved'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], default='requested', max_length=12)),
                ('decided_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('decided_by', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('officer', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='leave', to='officers.officer')),
            ],
            options={
                'ordering': ['starts_at'],
            },
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('matter', models.CharField(max_length=40)),
                ('due_on', models.DateField()),
                ('threshold_days', models.PositiveSmallIntegerField()),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('user', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Restriction',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('kind', models.CharField(choices=[('person', 'Person'), ('campus', 'Campus'), ('duty', 'All calls')], max_length=8)),
                ('subject_id', models.UUIDField(blank=True, null=True)),
                ('reason', models.CharField(max_length=200)),
                ('from_day', models.DateField()),
                ('until', models.DateField(blank=True, null=True)),
                ('lifted_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('campus', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.campus')),
                ('officer', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='restrictions', to='officers.officer')),
                ('set_by', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='RosterPolicy',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('max_week_hours', models.PositiveSmallIntegerField(default=60)),
                ('overtime_from_hours', models.PositiveSmallIntegerField(default=40)),
                ('min_rest_hours', models.PositiveSmallIntegerField(default=8)),
                ('max_shift_hours', models.PositiveSmallIntegerField(default=16)),
                ('warn_hours', models.PositiveSmallIntegerField(default=4)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
            ],
        ),
        migrations.CreateModel(
            name='Rotation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('name', models.CharField(max_length=40)),
                ('pattern', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(blank=True, max_length=36), size=None)),
                ('starts_on', models.DateField()),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='RotationMember',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('offset_days', models.PositiveSmallIntegerField(default=0)),
                ('from_day', models.DateField()),
                ('to_day', models.DateField(blank=True, null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('campus', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.campus')),
                ('officer', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='rotations', to='officers.officer')),
                ('rotation', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='members', to='officers.rotation')),
            ],
        ),
        migrations.CreateModel(
            name='Shift',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('position', models.CharField(choices=[('patrol', 'Patrol'), ('security', 'Security'), ('dispatch', 'Dispatch')], max_length=12)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('status', models.CharField(choices=[('scheduled', 'Scheduled'), ('cancelled', 'Cancelled')], default='scheduled', max_length=12)),
                ('cancelled_at', models.DateTimeField(null=True)),
                ('changed_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('campus', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.campus')),
                ('officer', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='shifts', to='officers.officer')),
            ],
            options={
                'ordering': ['starts_at'],
            },
        ),
        migrations.CreateModel(
            name='CoverRequest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('status', models.CharField(choices=[('open', 'Open'), ('accepted', 'Accepted, waits for approval'), ('approved', 'Approved'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], default='open', max_length=12)),
                ('accepted_at', models.DateTimeField(null=True)),
                ('decided_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('asked_by', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.officer')),
                ('decided_by', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('taker', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.officer')),
                ('offered', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.shift')),
                ('shift', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='cover_requests', to='officers.shift')),
            ],
        ),
        migrations.CreateModel(
            name='ShiftTemplate',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('name', models.CharField(max_length=40)),
                ('position', models.CharField(choices=[('patrol', 'Patrol'), ('security', 'Security'), ('dispatch', 'Dispatch')], max_length=12)),
                ('starts', models.TimeField()),
                ('ends', models.TimeField()),
                ('active', models.BooleanField(default=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
            ],
            options={
                'ordering': ['starts', 'name'],
            },
        ),
        migrations.AddField(
            model_name='shift',
            name='template',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.shifttemplate'),
        ),
        migrations.CreateModel(
            name='StoredFile',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveIntegerField()),
                ('media_type', models.CharField(max_length=40)),
                ('name', models.CharField(max_length=120)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('uploaded_by', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddField(
            model_name='certification',
            name='file',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='certifications', to='officers.storedfile'),
        ),
        migrations.AddField(
            model_name='officer',
            name='photo',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.storedfile'),
        ),
        migrations.AddConstraint(
            model_name='certification',
            constraint=models.CheckConstraint(condition=models.Q(('started_on__isnull', True), ('started_on__lte', models.F('completed_on')), _connector='OR'), name='certification_begun_before_done'),
        ),
        migrations.AddConstraint(
            model_name='certification',
            constraint=models.CheckConstraint(condition=models.Q(('verified_at__isnull', True), ('refused_at__isnull', True), _connector='OR'), name='certification_verified_or_refused'),
        ),
        migrations.AddConstraint(
            model_name='officer',
            constraint=models.UniqueConstraint(condition=models.Q(('pid', ''), _negated=True), fields=('agency', 'pid'), name='officer_pid'),
        ),
        migrations.AddConstraint(
            model_name='officer',
            constraint=models.CheckConstraint(condition=models.Q(('separated_on__isnull', True), ('hired_on__isnull', True), ('separated_on__gte', models.F('hired_on')), _connector='OR'), name='officer_employment_order'),
        ),
        migrations.AddConstraint(
            model_name='officer',
            constraint=models.CheckConstraint(condition=models.Q(('active', True), ('duty', 'off_duty'), _connector='OR'), name='officer_inactive_is_off_duty'),
        ),
        migrations.AddField(
            model_name='timeentry',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='timeentry',
            name='clocked_in_by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timeentry',
            name='clocked_out_by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timeentry',
            name='officer',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='time_entries', to='officers.officer'),
        ),
        migrations.AddField(
            model_name='timeentry',
            name='shift',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='time_entries', to='officers.shift'),
        ),
        migrations.AddField(
            model_name='trainingperiod',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='trainingrule',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='trainingsession',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='trainingsession',
            name='course',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='officers.course'),
        ),
        migrations.AddField(
            model_name='booking',
            name='session',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='officers.trainingsession'),
        ),
        migrations.AddField(
            model_name='waiver',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='waiver',
            name='granted_by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='waiver',
            name='officer',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='waivers', to='officers.officer'),
        ),
        migrations.AddConstraint(
            model_name='calendarfeed',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('officer',), name='calendar_feed_one_live'),
        ),
        migrations.AddConstraint(
            model_name='campusgroup',
            constraint=models.UniqueConstraint(fields=('agency', 'name'), name='campus_group_name'),
        ),
        migrations.AddConstraint(
            model_name='campusgroupmember',
            constraint=models.UniqueConstraint(fields=('campus',), name='campus_in_one_group'),
        ),
        migrations.AddConstraint(
            model_name='course',
            constraint=models.UniqueConstraint(fields=('agency', 'number'), name='course_number'),
        ),
        migrations.AddConstraint(
            model_name='coursesubstitute',
            constraint=models.UniqueConstraint(fields=('course', 'substitute'), name='substitute_once'),
        ),
        migrations.AddConstraint(
            model_name='coursesubstitute',
            constraint=models.CheckConstraint(condition=models.Q(('course', models.F('substitute')), _negated=True), name='substitute_is_another_course'),
        ),
        migrations.AddConstraint(
            model_name='coveragerule',
            constraint=models.UniqueConstraint(fields=('agency', 'name'), name='coverage_rule_name'),
        ),
        migrations.AddConstraint(
            model_name='coveragerule',
            constraint=models.CheckConstraint(condition=models.Q(('number__gt', 0)), name='coverage_rule_asks_something'),
        ),
        migrations.AddConstraint(
            model_name='coveragerule',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'share'), _negated=True), ('number__lte', 100), _connector='OR'), name='coverage_rule_percent'),
        ),
        migrations.AddConstraint(
            model_name='leave',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='leave_order'),
        ),
        migrations.AddConstraint(
            model_name='reminder',
            constraint=models.UniqueConstraint(fields=('user', 'matter', 'due_on', 'threshold_days'), name='reminder_once'),
        ),
        migrations.AddConstraint(
            model_name='restriction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('campus__isnull', False), ('kind', 'campus'), ('subject_id__isnull', True)), models.Q(('campus__isnull', True), ('kind', 'person'), ('subject_id__isnull', False)), models.Q(('campus__isnull', True), ('kind', 'duty'), ('subject_id__isnull', True)), _connector='OR'), name='restriction_names_its_object'),
        ),
        migrations.AddConstraint(
            model_name='rosterpolicy',
            constraint=models.UniqueConstraint(fields=('agency',), name='roster_policy_one'),
        ),
        migrations.AddConstraint(
            model_name='rotation',
            constraint=models.UniqueConstraint(fields=('agency', 'name'), name='rotation_name'),
        ),
        migrations.AddConstraint(
            model_name='rotationmember',
            constraint=models.UniqueConstraint(fields=('rotation', 'officer', 'from_day'), name='rotation_member_once'),
        ),
        migrations.AddConstraint(
            model_name='rotationmember',
            constraint=models.CheckConstraint(condition=models.Q(('to_day__isnull', True), ('to_day__gte', models.F('from_day')), _connector='OR'), name='rotation_member_order'),
        ),
        migrations.AddConstraint(
            model_name='coverrequest',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ('open', 'accepted'))), fields=('shift',), name='cover_request_one_open'),
        ),
        migrations.AddConstraint(
            model_name='shifttemplate',
            constraint=models.UniqueConstraint(fields=('agency', 'name'), name='shift_template_name'),
        ),
        migrations.AddIndex(
            model_name='shift',
            index=models.Index(fields=['agency', 'starts_at'], name='shift_agency_time'),
        ),
        migrations.AddIndex(
            model_name='shift',
            index=models.Index(fields=['officer', 'starts_at'], name='shift_officer_time'),
        ),
        migrations.AddConstraint(
            model_name='shift',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='shift_order'),
        ),
        migrations.AddConstraint(
            model_name='storedfile',
            constraint=models.CheckConstraint(condition=models.Q(('size__gt', 0)), name='stored_file_not_empty'),
        ),
        migrations.AddIndex(
            model_name='timeentry',
            index=models.Index(fields=['officer', 'clocked_in_at'], name='time_entry_officer'),
        ),
        migrations.AddConstraint(
            model_name='timeentry',
            constraint=models.UniqueConstraint(condition=models.Q(('clocked_out_at__isnull', True)), fields=('officer',), name='time_entry_one_open'),
        ),
        migrations.AddConstraint(
            model_name='timeentry',
            constraint=models.CheckConstraint(condition=models.Q(('clocked_out_at__isnull', True), ('clocked_out_at__gte', models.F('clocked_in_at')), _connector='OR'), name='time_entry_order'),
        ),
        migrations.AddConstraint(
            model_name='trainingperiod',
            constraint=models.UniqueConstraint(fields=('agency', 'kind', 'starts_on'), name='period_once'),
        ),
        migrations.AddConstraint(
            model_name='trainingperiod',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gt', models.F('starts_on'))), name='period_order'),
        ),
        migrations.AddConstraint(
            model_name='trainingrule',
            constraint=models.UniqueConstraint(fields=('agency', 'slug', 'effective_from'), name='rule_version'),
        ),
        migrations.AddConstraint(
            model_name='trainingrule',
            constraint=models.CheckConstraint(condition=models.Q(('effective_to__isnull', True), ('effective_to__gte', models.F('effective_from')), _connector='OR'), name='rule_order'),
        ),
        migrations.AddConstraint(
            model_name='trainingrule',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('within_days', 'every_months')), _negated=True), ('number__gt', 0), _connector='OR'), name='rule_number'),
        ),
        migrations.AddConstraint(
            model_name='trainingsession',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='session_order'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'booked')), fields=('session', 'officer'), name='booking_once'),
        ),
        migrations.AddConstraint(
            model_name='waiver',
            constraint=models.UniqueConstraint(fields=('officer', 'rule_slug'), name='waiver_once'),
        ),
    ]
