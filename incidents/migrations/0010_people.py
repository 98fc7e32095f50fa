"""People who are met again, who looked at them, and how their rows came together and apart."""

from pathlib import Path

import core.tenancy
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models

HERE = Path(__file__).parent


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0009_units'),
        ('officers', '0013_keys'),
    ]

    operations = [
        migrations.CreateModel(
            name='PersonAccess',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('act', models.CharField(choices=[('searched', 'Search'), ('suggested', 'Suggestion at an incident'), ('read', 'Page opened'), ('compared', 'Compared for a merge')], max_length=12)),
                ('basis', models.CharField(choices=[('incident', 'Working on the incident'), ('reason', 'Stated reason')], max_length=12)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('people', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
            ],
            options={
                'ordering': ['-at'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PersonConflict',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='PersonMerge',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('reason', models.CharField(max_length=200)),
                ('moved', models.JSONField(default=dict)),
                ('stayed', models.JSONField(default=dict)),
                ('at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(null=True)),
                ('undo_reason', models.CharField(blank=True, max_length=200)),
                ('gave_along', models.JSONField(default=dict)),
            ],
            options={
                'ordering': ['-at'],
            },
        ),
        migrations.CreateModel(
            name='SubjectLink',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('found', models.CharField(choices=[('suggested', 'From a suggestion'), ('searched', 'From a search'), ('created', 'As a new person')], max_length=12)),
                ('at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('end_reason', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.AddField(
            model_name='subject',
            name='age_estimate',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='subject',
            name='birth_date',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='subject',
            name='interpreter_used',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=16),
        ),
        migrations.CreateModel(
            name='JuvenileAccess',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('act', models.CharField(choices=[('searched', 'Search'), ('suggested', 'Suggestion at an incident'), ('read', 'Page opened'), ('compared', 'Compared for a merge')], max_length=12)),
                ('basis', models.CharField(choices=[('incident', 'Working on the incident'), ('reason', 'Stated reason')], max_length=12)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('people', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('by', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('incident', core.tenancy.TenantForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.incident')),
            ],
            options={
                'ordering': ['-at'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('given_name', models.CharField(blank=True, max_length=80)),
                ('family_name', models.CharField(blank=True, max_length=80)),
                ('other_names', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), blank=True, default=list, size=None)),
                ('birth_date', models.DateField(blank=True, null=True)),
                ('student_number', models.CharField(blank=True, max_length=20)),
                ('role', models.CharField(blank=True, choices=[('student', 'Student'), ('staff', 'Staff'), ('parent', 'Parent'), ('visitor', 'Visitor'), ('other', 'Other')], max_length=10)),
                ('grade', models.CharField(blank=True, choices=[('pk', 'Pre-kindergarten'), ('kg', 'Kindergarten'), ('g01', 'Grade 1'), ('g02', 'Grade 2'), ('g03', 'Grade 3'), ('g04', 'Grade 4'), ('g05', 'Grade 5'), ('g06', 'Grade 6'), ('g07', 'Grade 7'), ('g08', 'Grade 8'), ('g09', 'Grade 9'), ('g10', 'Grade 10'), ('g11', 'Grade 11'), ('g12', 'Grade 12'), ('unknown', 'Unknown')], max_length=8)),
                ('sex', models.CharField(blank=True, choices=[('female', 'Female'), ('male', 'Male'), ('unknown', 'Unknown')], max_length=16)),
                ('race_ethnicity', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('american_indian_alaska_native', 'American Indian or Alaska Native'), ('asian', 'Asian'), ('black', 'Black'), ('hispanic_latino', 'Hispanic or Latino'), ('middle_eastern_north_african', 'Middle Eastern or North African'), ('pacific_islander', 'Pacific Islander'), ('white', 'White'), ('declined', 'Declined to say'), ('unknown', 'Unknown')], max_length=32), blank=True, default=list, size=None)),
                ('language', models.CharField(blank=True, choices=[('en', 'English'), ('es', 'Spanish'), ('ase', 'American Sign Language'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('fr', 'French'), ('vi', 'Vietnamese')], max_length=4)),
                ('interpreter', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=16)),
                ('special_ed', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=16)),
                ('section_504', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=16)),
                ('veteran', models.CharField(blank=True, choices=[('self', 'The person'), ('family_member', 'A family member'), ('no', 'No'), ('unknown', 'Unknown')], max_length=16)),
                ('unhoused', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=16)),
                ('foster', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=16)),
                ('idd_residential_program', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=16)),
                ('provider', models.CharField(blank=True, max_length=120)),
                ('reported_diagnosis', models.CharField(blank=True, max_length=200)),
                ('reported_by', models.CharField(blank=True, max_length=120)),
                ('search_keys', models.TextField(default='', editable=False)),
                ('held_reason', models.CharField(blank=True, max_length=200)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('campus', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.campus')),
                ('merged_into', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='absorbed', to='incidents.person')),
            ],
            options={
                'ordering': ['family_name', 'given_name'],
            },
        ),
        migrations.CreateModel(
            name='Guardian',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('name', models.CharField(max_length=80)),
                ('relationship', models.CharField(blank=True, max_length=40)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('language', models.CharField(blank=True, choices=[('en', 'English'), ('es', 'Spanish'), ('ase', 'American Sign Language'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('fr', 'French'), ('vi', 'Vietnamese')], max_length=4)),
                ('order', models.PositiveSmallIntegerField(default=1)),
                ('ended_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('person', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='guardians', to='incidents.person')),
            ],
            options={
                'ordering': ['order', 'created_at'],
            },
        ),
        migrations.AddField(
            model_name='subject',
            name='person',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='subjects', to='incidents.person'),
        ),
        migrations.AddConstraint(
            model_name='subject',
            constraint=models.CheckConstraint(condition=models.Q(('age_estimate__isnull', True), ('age_estimate__lte', 120), _connector='OR'), name='subject_age'),
        ),
        migrations.AddField(
            model_name='personaccess',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='personaccess',
            name='by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='personaccess',
            name='incident',
            field=core.tenancy.TenantForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.incident'),
        ),
        migrations.AddField(
            model_name='personconflict',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='personconflict',
            name='person',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='conflicts', to='incidents.person'),
        ),
        migrations.AddField(
            model_name='personconflict',
            name='said_by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='personconflict',
            name='user',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='personmerge',
            name='absorbed',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='merged_by', to='incidents.person'),
        ),
        migrations.AddField(
            model_name='personmerge',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='personmerge',
            name='by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='personmerge',
            name='survivor',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='merges', to='incidents.person'),
        ),
        migrations.AddField(
            model_name='personmerge',
            name='undone_by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='subjectlink',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='subjectlink',
            name='by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='subjectlink',
            name='ended_by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='subjectlink',
            name='person',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='links', to='incidents.person'),
        ),
        migrations.AddField(
            model_name='subjectlink',
            name='subject',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='links', to='incidents.subject'),
        ),
        migrations.AddIndex(
            model_name='juvenileaccess',
            index=models.Index(fields=['agency', '-at'], name='juvenile_access_time'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector('search_keys', config='simple'), name='person_names'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['agency', 'student_number'], name='person_student_number'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['agency', 'birth_date'], name='person_birth_date'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['merged_into'], name='person_merged_into'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(('reported_diagnosis', ''), models.Q(('reported_by', ''), _negated=True), _connector='OR'), name='person_diagnosis_by_whom'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(('merged_into', models.F('id')), _negated=True), name='person_merged_elsewhere'),
        ),
        migrations.AddIndex(
            model_name='personaccess',
            index=models.Index(fields=['agency', '-at'], name='person_access_time'),
        ),
        migrations.AddConstraint(
            model_name='personconflict',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('person', 'user'), name='person_conflict_once'),
        ),
        migrations.AddConstraint(
            model_name='personmerge',
            constraint=models.UniqueConstraint(condition=models.Q(('undone_at__isnull', True)), fields=('absorbed',), name='person_merged_once'),
        ),
        migrations.AddConstraint(
            model_name='personmerge',
            constraint=models.CheckConstraint(condition=models.Q(('survivor', models.F('absorbed')), _negated=True), name='person_merge_takes_two'),
        ),
        migrations.AddConstraint(
            model_name='subjectlink',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('subject',), name='subject_is_one_person'),
        ),
        core.tenancy.AddTenantKeys(
            "Person", "Guardian", "SubjectLink", "PersonMerge", "PersonConflict", "PersonAccess", "JuvenileAccess"
        ),
        core.tenancy.AddTenantKeysTo("Subject", "person"),
        migrations.RunSQL((HERE / "access.sql").read_text(), (HERE / "access_undo.sql").read_text()),
    ]
