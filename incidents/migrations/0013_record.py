"""The de-escalation record in full."""

import core.tenancy
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models
from core.tenancy import AddTenantKeys, AddTenantKeysTo

ROWS = """
UPDATE incidents_deescalationrecord SET
  technique_rows = (SELECT coalesce(jsonb_agg(jsonb_build_object('technique', x)), '[]') FROM unnest(techniques) x),
  injuries = (SELECT coalesce(jsonb_agg(jsonb_build_object('who', x)), '[]') FROM unnest(injured) x)
"""


class Migration(migrations.Migration):

    dependencies = [
        ("incidents", "0012_tablet"),
        ('officers', '0013_keys'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='RecordAmendment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('case_id', models.UUIDField(editable=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('status', models.CharField(choices=[('proposed', 'Proposed'), ('accepted', 'Accepted'), ('refused', 'Refused')], default='proposed', max_length=12)),
                ('section', models.CharField(max_length=32)),
                ('old', models.JSONField()),
                ('new', models.JSONField()),
                ('reason', models.CharField(max_length=1000)),
                ('at', models.DateTimeField()),
                ('decided_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='RecordFile',
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
            name='RecordOfficer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('scene_role', models.CharField(choices=[('primary', 'Primary'), ('cover', 'Cover'), ('supervisor', 'Supervisor'), ('security_officer', 'Security officer')], max_length=16)),
                ('arrived_at', models.DateTimeField(null=True)),
                ('left_at', models.DateTimeField(null=True)),
                ('cit_active', models.BooleanField()),
                ('cit_course', models.CharField(blank=True, max_length=12)),
                ('cit_completed_on', models.DateField(null=True)),
                ('cit_expires_on', models.DateField(null=True)),
                ('mho_active', models.BooleanField(null=True)),
                ('license_type', models.CharField(blank=True, choices=[('peace_officer', 'Peace officer'), ('telecommunicator', 'Telecommunicator'), ('security_commissioned', 'Commissioned security officer'), ('security_noncommissioned', 'Security officer'), ('none', 'None')], max_length=24)),
                ('years_of_service', models.PositiveSmallIntegerField(null=True)),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('confirmed_version', models.PositiveIntegerField(null=True)),
            ],
            options={
                'ordering': ['arrived_at', 'officer__call_sign'],
            },
        ),
        migrations.CreateModel(
            name='RecordPolicy',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('lock_after_hours', models.PositiveSmallIntegerField(default=72)),
                ('first_offender_program', models.BooleanField(null=True)),
                ('informal_guidelines', models.BooleanField(null=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='deescalationrecord',
            name='record_per_author',
        ),
        migrations.AddField(
            model_name='assignment',
            name='cit_completed_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='assignment',
            name='cit_expires_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='assignment',
            name='license_type',
            field=models.CharField(blank=True, choices=[('peace_officer', 'Peace officer'), ('telecommunicator', 'Telecommunicator'), ('security_commissioned', 'Commissioned security officer'), ('security_noncommissioned', 'Security officer'), ('none', 'None')], max_length=24),
        ),
        migrations.AddField(
            model_name='assignment',
            name='mho_active',
            field=models.BooleanField(null=True),
        ),
        migrations.AddField(
            model_name='assignment',
            name='years_of_service',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='admin_on_scene',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='age_estimate',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='approved_by',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='attempt',
            field=models.CharField(blank=True, choices=[('none', 'None'), ('today', 'Today'), ('within_3_months', 'Within 3 months'), ('over_3_months_ago', 'More than 3 months ago'), ('unknown', 'Unknown')], max_length=32),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='audience_present',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='behaviors_reported',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='bodycam_ids',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='chief_reviewed_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='chief_reviewed_by',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='co_responder_on_scene',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='counselor_on_scene',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='current_provider',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='diagnosis_reported_by',
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='disengagement_reason',
            field=models.CharField(blank=True, max_length=400),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='diversion_basis',
            field=models.CharField(blank=True, choices=[('ccp_16_23', 'CCP 16.23'), ('ccp_14_035', 'CCP 14.035'), ('fc_52_01', 'FC 52.01'), ('fc_52_03', 'FC 52.03'), ('fc_52_031', 'FC 52.031'), ('school_discipline_only', 'School discipline only')], max_length=32),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='diversion_reason',
            field=models.CharField(blank=True, max_length=400),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='diversion_reasonable',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='dwi_type',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='eligible_14_035',
            field=models.CharField(blank=True, editable=False, max_length=16),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='eligible_16_23',
            field=models.CharField(blank=True, editable=False, max_length=16),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='eligible_first_offender',
            field=models.CharField(blank=True, editable=False, max_length=16),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='eligible_informal',
            field=models.CharField(blank=True, editable=False, max_length=16),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='ems_on_scene',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='expulsion_offense_relevance',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='firearm_seized',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='follow_up_due',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='follow_up_outcome',
            field=models.CharField(blank=True, choices=[('reached_engaged', 'Reached, engaged'), ('reached_declined', 'Reached, declined'), ('no_answer', 'No answer'), ('moved', 'Moved'), ('hospitalized', 'Hospitalized')], max_length=32),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='follow_up_owner',
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='follow_up_tries',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='force_reviewed_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='force_reviewed_by',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='foster',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='frozen',
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='frozen_sha256',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='gps',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='idd_residential_program',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='ideation',
            field=models.CharField(blank=True, choices=[('none', 'None'), ('passive', 'Passive'), ('active', 'Active'), ('unknown', 'Unknown')], max_length=32),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='injuries',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='intent_stated',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='interpreter_used',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='is_minor',
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='language',
            field=models.CharField(blank=True, choices=[('en', 'English'), ('es', 'Spanish'), ('ase', 'American Sign Language'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('fr', 'French'), ('vi', 'Vietnamese')], max_length=4),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='location_type',
            field=models.CharField(blank=True, choices=[('classroom', 'Classroom'), ('hallway', 'Hallway'), ('cafeteria', 'Cafeteria'), ('restroom', 'Restroom'), ('office', 'Office'), ('nurse', 'Nurse office'), ('bus', 'Bus'), ('parking', 'Parking lot'), ('athletic', 'Athletic area'), ('playground', 'Playground'), ('off_campus_home', 'Off campus, home'), ('off_campus_public', 'Off campus, public place'), ('online', 'Online')], max_length=32),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='locked_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='means_access',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=32), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='medication',
            field=models.CharField(blank=True, choices=[('not_prescribed', 'Not prescribed'), ('taking', 'Taking'), ('not_taking', 'Not taking'), ('ran_out', 'Ran out'), ('recent_change', 'Recent change'), ('refuses_to_say', 'Refuses to say'), ('unknown', 'Unknown')], max_length=32),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='mh_sud_suspected_cause',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='naloxone_doses',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='naloxone_given',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='not_diverted_reason',
            field=models.CharField(blank=True, max_length=400),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='notifications',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='number',
            field=models.CharField(blank=True, max_length=16),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='nurse_on_scene',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='occurred_from',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='occurred_to',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='offense_alleged',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='offense_level',
            field=models.CharField(blank=True, choices=[('status_cins', 'Status / CINS'), ('class_c', 'Class C'), ('class_b', 'Class B'), ('class_a', 'Class A'), ('felony_state_jail', 'State jail felony'), ('felony_3', 'Third-degree felony'), ('felony_2', 'Second-degree felony'), ('felony_1', 'First-degree felony'), ('felony_unspecified', 'Felony, degree not known'), ('unknown', 'Unknown')], max_length=32),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='plan_stated',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='precipitant',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=32), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='prior_offense',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='protective_factors',
            field=models.CharField(blank=True, max_length=400),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='race_ethnicity',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=32), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='recent_loss_or_exposure',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='record_domain',
            field=models.CharField(default='leu', editable=False, max_length=4),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='reported_diagnosis',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='restraint_used',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='restraints',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='school_in_session',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='section_504',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='self_harm_without_intent',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='serious_risk_justification',
            field=models.TextField(blank=True, max_length=2000),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='sex',
            field=models.CharField(blank=True, choices=[('female', 'Female'), ('male', 'Male'), ('unknown', 'Unknown')], max_length=32),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='special_ed',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='substance',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=32), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='supervisor_on_scene',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='threat_means',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='threat_specific',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='threat_target_kind',
            field=models.CharField(blank=True, choices=[('person', 'Person'), ('campus', 'Campus'), ('both', 'Both'), ('none', 'None'), ('unknown', 'Unknown')], max_length=32),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='threat_team_referral',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='trafficking_victim_suspected',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='transports',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='treatment_center_available',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='unhoused',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='uof_report_no',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='veteran',
            field=models.CharField(blank=True, choices=[('self', 'Self'), ('family_member', 'Family member'), ('no', 'No'), ('unknown', 'Unknown')], max_length=32),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='violent',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='weapon_offense',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='weapon_recovered',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown')], max_length=7),
        ),
        migrations.AddField(
            model_name='deescalationrecord',
            name='weapon_type',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=32), blank=True, default=list, size=None),
        ),
        migrations.AlterField(
            model_name='deescalationrecord',
            name='primary_outcome',
            field=models.CharField(blank=True, choices=[('resolved_no_referral', 'Resolved, no referral'), ('resolved_with_support', 'Resolved with support'), ('returned_to_class', 'Returned to class'), ('stayed_with_counselor', 'Stayed with counselor'), ('released_to_parent', 'Released to parent'), ('resources_accepted', 'Resources accepted'), ('resources_declined', 'Resources declined'), ('ref_counselor', 'Referred to counselor'), ('ref_social_worker', 'Referred to social worker'), ('ref_student_support', 'Referred to student support services'), ('ref_threat_team', 'Referred to threat-assessment team'), ('ref_school_telehealth', 'Referred to school tele-mental-health'), ('ref_lmha_outpatient', 'Referred to mental-health authority, outpatient'), ('mobile_crisis_on_scene', 'Mobile crisis on scene'), ('mobile_crisis_phone', 'Mobile crisis by phone'), ('warm_transfer_988', 'Warm transfer to 988'), ('voluntary_transport', 'Voluntary transport'), ('emergency_detention', 'Emergency detention'), ('warrant_detention', 'Detention by warrant'), ('ems_medical', 'EMS / medical'), ('juvenile_warning_notice', 'Warning notice'), ('informal_disposition', 'Disposition without referral'), ('first_offender_program', 'First-offender program'), ('citation', 'Citation'), ('school_offense_complaint', 'School-offense complaint'), ('juvenile_probation', 'Referral to juvenile probation'), ('arrest_custody', 'Arrest / custody'), ('child_abuse_report', 'Child-abuse report'), ('unable_to_contact', 'Unable to contact'), ('gone_on_arrival', 'Gone on arrival'), ('disengaged', 'Disengaged'), ('no_action_needed', 'No action needed'), ('unfounded', 'Unfounded')], max_length=32),
        ),
        migrations.AlterField(
            model_name='deescalationrecord',
            name='status',
            field=models.CharField(choices=[('draft', 'Draft'), ('submitted', 'Submitted'), ('returned', 'Returned'), ('approved', 'Approved'), ('locked', 'Locked')], default='draft', max_length=12),
        ),
        migrations.AddIndex(
            model_name='deescalationrecord',
            index=models.Index(condition=models.Q(('status', 'approved')), fields=['agency', 'approved_at'], name='record_to_lock'),
        ),
        migrations.AddConstraint(
            model_name='deescalationrecord',
            constraint=models.UniqueConstraint(fields=('incident', 'subject', 'author'), name='record_per_author_and_subject'),
        ),
        migrations.AddConstraint(
            model_name='deescalationrecord',
            constraint=models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('agency', 'number'), name='record_number_once'),
        ),
        migrations.AddConstraint(
            model_name='deescalationrecord',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'locked'), _negated=True), models.Q(('frozen__isnull', False), ('locked_at__isnull', False), models.Q(('frozen_sha256', ''), _negated=True)), _connector='OR'), name='record_locked_frozen'),
        ),
        migrations.AddField(
            model_name='recordamendment',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='recordamendment',
            name='by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='recordamendment',
            name='decided_by',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='recordamendment',
            name='record',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='incidents.deescalationrecord'),
        ),
        migrations.AddField(
            model_name='recordfile',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='recordfile',
            name='by',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='recordfile',
            name='file',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.storedfile'),
        ),
        migrations.AddField(
            model_name='recordfile',
            name='record',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='files', to='incidents.deescalationrecord'),
        ),
        migrations.AddField(
            model_name='recordofficer',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        migrations.AddField(
            model_name='recordofficer',
            name='assignment',
            field=core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.assignment'),
        ),
        migrations.AddField(
            model_name='recordofficer',
            name='officer',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.officer'),
        ),
        migrations.AddField(
            model_name='recordofficer',
            name='record',
            field=core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='officers', to='incidents.deescalationrecord'),
        ),
        migrations.AddField(
            model_name='recordpolicy',
            name='agency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency'),
        ),
        # What was kept as lists becomes rows, each with room for what belongs to it.
        migrations.AddField(
            model_name='deescalationrecord',
            name='technique_rows',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.RunSQL(ROWS, migrations.RunSQL.noop),
        migrations.RemoveField(model_name='deescalationrecord', name='techniques'),
        migrations.RenameField(model_name='deescalationrecord', old_name='technique_rows', new_name='techniques'),
        migrations.RemoveField(model_name='deescalationrecord', name='injured'),
        migrations.AddConstraint(
            model_name='recordamendment',
            constraint=models.UniqueConstraint(fields=('record', 'number'), name='record_amendment_number'),
        ),
        migrations.AddConstraint(
            model_name='recordamendment',
            constraint=models.CheckConstraint(condition=models.Q(('status', 'proposed'), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='record_amendment_decided'),
        ),
        migrations.AddConstraint(
            model_name='recordamendment',
            constraint=models.CheckConstraint(condition=models.Q(('decided_by__isnull', True), models.Q(('decided_by', models.F('by')), _negated=True), _connector='OR'), name='record_amendment_by_another'),
        ),
        migrations.AddConstraint(
            model_name='recordofficer',
            constraint=models.UniqueConstraint(fields=('record', 'officer'), name='record_officer_once'),
        ),
        migrations.AddConstraint(
            model_name='recordpolicy',
            constraint=models.UniqueConstraint(fields=('agency',), name='record_policy_one'),
        ),

        migrations.AlterField(
            model_name='person',
            name='grade',
            field=models.CharField(blank=True, choices=[('ee', 'Early education'), ('pk', 'Pre-kindergarten'), ('kg', 'Kindergarten'), ('g01', 'Grade 1'), ('g02', 'Grade 2'), ('g03', 'Grade 3'), ('g04', 'Grade 4'), ('g05', 'Grade 5'), ('g06', 'Grade 6'), ('g07', 'Grade 7'), ('g08', 'Grade 8'), ('g09', 'Grade 9'), ('g10', 'Grade 10'), ('g11', 'Grade 11'), ('g12', 'Grade 12'), ('unknown', 'Unknown')], max_length=8),
        ),
        AddTenantKeysTo("DeescalationRecord", "approved_by", "force_reviewed_by", "chief_reviewed_by"),
        AddTenantKeys("RecordOfficer", "RecordAmendment", "RecordFile", "RecordPolicy"),
    ]
