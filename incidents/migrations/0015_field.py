"""What officers enter and ask for at the scene."""

import core.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0014_law'),
        ('officers', '0013_keys'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='assignment',
            name='acknowledged_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.CreateModel(
            name='FieldEntry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('case_id', models.UUIDField()),
                ('client_key', models.UUIDField()),
                ('kind', models.CharField(choices=[('technique', 'Technique'), ('contact_made', 'Contact made'), ('arrival', 'Arrived'), ('force_used', 'Force used'), ('proposed_disposition', 'Proposed outcome')], max_length=24)),
                ('value', models.CharField(blank=True, max_length=32)),
                ('text', models.CharField(blank=True, max_length=400)),
                ('captured_at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField()),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('by', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('incident', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='field_entries', to='incidents.incident')),
            ],
            options={
                'ordering': ['captured_at'],
                'indexes': [models.Index(fields=['incident', 'captured_at'], name='field_entry_time')],
                'constraints': [models.UniqueConstraint(fields=('by', 'client_key'), name='field_entry_once')],
            },
        ),
        migrations.CreateModel(
            name='FieldRequest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('case_id', models.UUIDField()),
                ('client_key', models.UUIDField()),
                ('what', models.CharField(choices=[('help', 'Officer needs help'), ('cit_backup', 'CIT backup'), ('mobile_crisis', 'Mobile crisis team'), ('supervisor', 'Supervisor'), ('ems', 'EMS')], max_length=16)),
                ('text', models.CharField(blank=True, max_length=400)),
                ('at', models.DateTimeField()),
                ('done_at', models.DateTimeField(null=True)),
                ('answer', models.CharField(blank=True, max_length=200)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('by', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('done_by', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('incident', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='field_requests', to='incidents.incident')),
                ('officer', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.officer')),
            ],
            options={
                'ordering': ['at'],
                'indexes': [models.Index(condition=models.Q(('done_at__isnull', True)), fields=['agency', 'at'], name='field_request_open')],
                'constraints': [models.UniqueConstraint(fields=('by', 'client_key'), name='field_request_once'), models.UniqueConstraint(condition=models.Q(('done_at__isnull', True)), fields=('incident', 'officer', 'what'), name='field_request_one_open'), models.CheckConstraint(condition=models.Q(('done_at__isnull', True), ('done_by__isnull', False), _connector='OR'), name='field_request_done_by')],
            },
        ),
        core.tenancy.AddTenantKeys("FieldEntry", "FieldRequest"),
    ]
