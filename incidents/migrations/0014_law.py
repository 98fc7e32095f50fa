"""Duties that the law sets, their clocks, forms and the school calendar."""

from pathlib import Path

import core.tenancy
import datetime
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models

HERE = Path(__file__).parent


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0002_ledger'),
        ('incidents', '0013_record'),
        ('officers', '0013_keys'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Duty',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('case_id', models.UUIDField(null=True)),
                ('kind', models.CharField(choices=[('detention_notice', 'Notice of emergency detention'), ('juvenile_disposition', 'Juvenile handled without referral'), ('restraint_same_day', 'Restraint: tell school and parent today'), ('restraint_written', 'Restraint: written notice'), ('restraint_export', 'Restraint: state export'), ('official_oral', 'School official: tell in person or by phone'), ('official_written', 'School official: written notice'), ('abuse_report', 'Child-abuse report'), ('risk_parent_notice', 'Tell the parent: suicide risk'), ('threat_referral', 'Refer to the threat-assessment team'), ('firearm_seized', 'Seized firearm'), ('officer_involved', 'Injury or death with an officer involved')], max_length=32)),
                ('status', models.CharField(choices=[('open', 'Open'), ('satisfied', 'Done'), ('waived', 'Waived'), ('ended', 'No longer applies')], default='open', max_length=12)),
                ('owner_role', models.CharField(choices=[('dispatcher', 'Dispatcher'), ('police_officer', 'Police officer'), ('security_officer', 'Security officer'), ('supervisor', 'Supervisor'), ('counselor', 'Counselor'), ('social_worker', 'Social worker'), ('exec_director_sss', 'Director of student support'), ('school_admin', 'School administrator'), ('teacher_staff', 'Teacher'), ('training_coordinator', 'Training coordinator'), ('records_custodian', 'Records custodian'), ('system_admin', 'System administrator')], max_length=24)),
                ('protected', models.BooleanField(default=False)),
                ('started_at', models.DateTimeField()),
                ('started_by', models.CharField(max_length=40)),
                ('clock', models.JSONField()),
                ('due_at', models.DateTimeField()),
                ('due_rule', models.CharField(max_length=20)),
                ('due_assumed', models.BooleanField(default=False)),
                ('warned', models.PositiveSmallIntegerField(default=0)),
                ('next_at', models.DateTimeField(null=True)),
                ('satisfied_at', models.DateTimeField(null=True)),
                ('effort', models.CharField(blank=True, max_length=400)),
                ('late_reason', models.CharField(blank=True, max_length=400)),
                ('waive_reason', models.CharField(blank=True, choices=[('not_listed', 'The offense is not one that the law lists'), ('others_did', 'Another agency has done it'), ('parent_unsafe', 'Telling the parent would put the child at risk'), ('court_order', 'A court has ordered otherwise'), ('counsel_advice', 'Counsel has advised otherwise'), ('not_applicable', 'It does not apply to this person')], max_length=24)),
                ('waive_note', models.CharField(blank=True, max_length=400)),
                ('held_at', models.DateTimeField(null=True)),
                ('release_reason', models.CharField(blank=True, max_length=400)),
                ('escalated_at', models.DateTimeField(null=True)),
                ('escalated_to', models.CharField(blank=True, choices=[('dispatcher', 'Dispatcher'), ('police_officer', 'Police officer'), ('security_officer', 'Security officer'), ('supervisor', 'Supervisor'), ('counselor', 'Counselor'), ('social_worker', 'Social worker'), ('exec_director_sss', 'Director of student support'), ('school_admin', 'School administrator'), ('teacher_staff', 'Teacher'), ('training_coordinator', 'Training coordinator'), ('records_custodian', 'Records custodian'), ('system_admin', 'System administrator')], max_length=24)),
                ('ended_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('incident', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='duties', to='incidents.incident')),
                ('owner', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('record', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='duties', to='incidents.deescalationrecord')),
                ('satisfied_by', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='duties', to='incidents.subject')),
                ('waived_by', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['due_at'],
            },
        ),
        migrations.CreateModel(
            name='DutyAttempt',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('party', models.CharField(choices=[('parent_guardian', 'Parent or guardian'), ('principal', 'Principal'), ('counselor', 'Counselor'), ('social_worker', 'Social worker'), ('exec_director_sss', 'Director of student support'), ('superintendent', 'Superintendent'), ('threat_team', 'Threat-assessment team'), ('special_ed_ard', 'Special-education committee'), ('nurse', 'Nurse'), ('cps_dfps', 'Child protective services'), ('lmha', 'Mental-health authority'), ('juvenile_probation', 'Juvenile probation'), ('probate_court', 'Probate court'), ('outside_le', 'Other police'), ('chief', 'Chief'), ('facility', 'Facility')], max_length=24)),
                ('method', models.CharField(choices=[('phone', 'Phone'), ('in_person', 'In person'), ('sms', 'Text message'), ('email', 'E-mail'), ('portal', 'Parent portal'), ('letter', 'Letter')], max_length=12)),
                ('outcome', models.CharField(choices=[('reached', 'Reached'), ('left_message', 'Left a message'), ('no_answer', 'No answer'), ('wrong_number', 'Wrong number'), ('refused', 'Refused to talk')], max_length=16)),
                ('attempted_at', models.DateTimeField()),
                ('reached_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('by', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('duty', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='attempts', to='incidents.duty')),
            ],
            options={
                'ordering': ['attempted_at'],
            },
        ),
        migrations.CreateModel(
            name='DutyStep',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('step', models.CharField(choices=[('guidelines_checked', 'Checked against the board’s guidelines'), ('parents_told', 'Parents told'), ('notice_given', 'Notice given, copies kept'), ('counted', 'Counted for the yearly report'), ('team_told', 'Team told'), ('superintendent_told', 'Superintendent told of a serious risk'), ('parent_invited', 'Parent told before, and invited to take part'), ('team_met', 'Team met'), ('findings_told', 'Findings told to the parent'), ('actions_set', 'Actions with dates set'), ('receipt_given', 'Receipt given'), ('property_entered', 'Entered as property'), ('owner_told', 'Owner told how to get it back'), ('court_told', 'Court told'), ('records_held', 'Records put on hold'), ('state_form_filed', 'State form filed')], max_length=24)),
                ('done_at', models.DateTimeField()),
                ('expertise', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('counseling', 'Counseling'), ('behavior', 'Behavior management'), ('mental_health', 'Mental health and substance use'), ('classroom', 'Classroom instruction'), ('special_education', 'Special education'), ('administration', 'School administration'), ('safety', 'School safety and security'), ('emergency', 'Emergency management'), ('law_enforcement', 'Law enforcement')], max_length=20), blank=True, default=list, size=None)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('by', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('duty', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='steps_done', to='incidents.duty')),
            ],
            options={
                'ordering': ['done_at'],
            },
        ),
        migrations.CreateModel(
            name='LegalForm',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('case_id', models.UUIDField(null=True)),
                ('number', models.CharField(max_length=12)),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('signed', 'Signed')], default='draft', max_length=12)),
                ('content', models.JSONField(default=dict)),
                ('signed_name', models.CharField(blank=True, max_length=80)),
                ('signed_at', models.DateTimeField(null=True)),
                ('sha256', models.CharField(blank=True, max_length=64)),
                ('apprehended_at', models.DateTimeField(null=True)),
                ('presented_at', models.DateTimeField(null=True)),
                ('accepted', models.BooleanField(null=True)),
                ('decided_at', models.DateTimeField(null=True)),
                ('refusal_reason', models.CharField(blank=True, max_length=200)),
                ('custody_transferred_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('begun_by', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('duty', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='forms', to='incidents.duty')),
                ('signed_by', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-created_at'],
            },
        ),
        migrations.CreateModel(
            name='FormDisclosure',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('recipient', models.CharField(choices=[('facility', 'Facility'), ('parent_guardian', 'Parent or guardian'), ('school_official', 'School official'), ('threat_team', 'Threat-assessment team'), ('cps_dfps', 'Child protective services'), ('property_owner', 'Owner of the property'), ('own_file', 'Own file')], max_length=24)),
                ('basis', models.CharField(max_length=24)),
                ('purpose', models.CharField(max_length=120)),
                ('fields', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                ('template_sha256', models.CharField(max_length=64)),
                ('pdf_sha256', models.CharField(max_length=64)),
                ('how', models.CharField(default='print', max_length=8)),
                ('at', models.DateTimeField()),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('by', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.subject')),
                ('form', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='disclosures', to='incidents.legalform')),
            ],
            options={
                'ordering': ['-at'],
            },
        ),
        migrations.CreateModel(
            name='LegalTemplate',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('slug', models.CharField(max_length=32)),
                ('number', models.PositiveSmallIntegerField()),
                ('language', models.CharField(max_length=2)),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('approved', 'Approved'), ('active', 'Active'), ('withdrawn', 'Withdrawn')], default='draft', max_length=12)),
                ('title', models.CharField(max_length=120)),
                ('content', models.JSONField()),
                ('source_note', models.CharField(blank=True, max_length=200)),
                ('confirm_with_counsel', models.BooleanField(default=True)),
                ('sha256', models.CharField(blank=True, max_length=64)),
                ('effective_from', models.DateField(blank=True, null=True)),
                ('effective_to', models.DateField(blank=True, null=True)),
                ('approved_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('approved_by', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('written_by', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['slug', 'language', '-number'],
            },
        ),
        migrations.AddField(
            model_name='legalform',
            name='template',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='forms', to='incidents.legaltemplate'),
        ),
        migrations.CreateModel(
            name='RestraintExport',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('first_day', models.DateField()),
                ('last_day', models.DateField()),
                ('reporting_period', models.CharField(max_length=4)),
                ('rows', models.JSONField()),
                ('sha256', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField()),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('made_by', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('replaces', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.restraintexport')),
            ],
            options={
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='SchoolTerm',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('name', models.CharField(max_length=60)),
                ('first_day', models.DateField()),
                ('last_day', models.DateField()),
                ('opens_at', models.TimeField(default=datetime.time(8, 0))),
                ('closes_at', models.TimeField(default=datetime.time(16, 0))),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
            ],
            options={
                'ordering': ['first_day'],
            },
        ),
        migrations.CreateModel(
            name='CalendarDay',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('day', models.DateField()),
                ('kind', models.CharField(choices=[('holiday', 'Legal holiday'), ('no_school', 'No school (staff day, break)'), ('half_day', 'Half day'), ('make_up', 'School on a Saturday')], max_length=12)),
                ('name', models.CharField(max_length=60)),
                ('closes_at', models.TimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
            ],
            options={
                'ordering': ['day'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('agency', 'day'), name='calendar_day_once'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'half_day'), _negated=True), ('closes_at__isnull', False), _connector='OR'), name='calendar_half_day_ends')],
            },
        ),
        migrations.AddIndex(
            model_name='duty',
            index=models.Index(condition=models.Q(('next_at__isnull', False)), fields=['next_at'], name='duty_next'),
        ),
        migrations.AddIndex(
            model_name='duty',
            index=models.Index(condition=models.Q(('status', 'open')), fields=['agency', 'due_at'], name='duty_open'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.UniqueConstraint(fields=('record', 'kind'), name='duty_once'),
        ),
        migrations.AddConstraint(
            model_name='dutyattempt',
            constraint=models.UniqueConstraint(fields=('duty', 'party', 'method', 'attempted_at', 'by'), name='duty_attempt_once'),
        ),
        migrations.AddConstraint(
            model_name='dutystep',
            constraint=models.UniqueConstraint(fields=('duty', 'step'), name='duty_step_once'),
        ),
        migrations.AddConstraint(
            model_name='legaltemplate',
            constraint=models.UniqueConstraint(fields=('agency', 'slug', 'language', 'number'), name='legal_template_version'),
        ),
        migrations.AddConstraint(
            model_name='legaltemplate',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'active')), fields=('agency', 'slug', 'language', 'effective_from'), name='legal_template_one_day'),
        ),
        migrations.AddConstraint(
            model_name='legalform',
            constraint=models.UniqueConstraint(fields=('agency', 'number'), name='legal_form_number'),
        ),
        migrations.AddConstraint(
            model_name='legalform',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'draft')), fields=('duty',), name='legal_form_one_draft'),
        ),
        migrations.AddConstraint(
            model_name='restraintexport',
            constraint=models.UniqueConstraint(fields=('agency', 'number'), name='restraint_export_number'),
        ),
        migrations.AddConstraint(
            model_name='schoolterm',
            constraint=models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='school_term_order'),
        ),
        migrations.AddConstraint(
            model_name='schoolterm',
            constraint=models.CheckConstraint(condition=models.Q(('closes_at__gt', models.F('opens_at'))), name='school_term_hours'),
        ),
        core.tenancy.AddTenantKeys('CalendarDay', 'SchoolTerm', 'LegalTemplate', 'Duty', 'DutyAttempt', 'DutyStep', 'LegalForm', 'FormDisclosure', 'RestraintExport'),
        migrations.RunSQL((HERE / "law.sql").read_text(), (HERE / "law_undo.sql").read_text()),
    ]
