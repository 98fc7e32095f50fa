"""Devices, sealed entries and what a tablet sent."""

import core.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0011_care'),
        ('officers', '0013_keys'),
    ]

    operations = [
        migrations.CreateModel(
            name='Device',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('name', models.CharField(max_length=40)),
                ('kind', models.CharField(choices=[('tablet', 'Tablet'), ('dispatch_console', 'Dispatch console'), ('alert_terminal', 'Alert terminal')], default='tablet', max_length=16)),
                ('secret_hash', models.CharField(max_length=64, unique=True)),
                ('last_seen', models.DateTimeField(null=True)),
                ('last_seq', models.PositiveIntegerField(default=0)),
                ('refused_seqs', models.JSONField(default=list)),
                ('offset_s', models.BigIntegerField(default=0)),
                ('revoked_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('emptied_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('enrolled_by', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('revoked_by', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['name', 'created_at'],
            },
        ),
        migrations.CreateModel(
            name='Quarantine',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('user_id', models.UUIDField(null=True)),
                ('incident_id', models.UUIDField(null=True)),
                ('idempotency_key', models.UUIDField()),
                ('client_seq', models.PositiveIntegerField()),
                ('kind', models.CharField(max_length=24)),
                ('captured_at', models.DateTimeField()),
                ('body', models.TextField()),
                ('taken_at', models.DateTimeField()),
                ('reviewed_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('device', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='quarantine', to='incidents.device')),
                ('reviewed_by', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['client_seq'],
            },
        ),
        migrations.CreateModel(
            name='SealingKey',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('kid', models.CharField(max_length=32, unique=True)),
                ('jwk', models.JSONField()),
                ('private', models.TextField()),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
            ],
            options={
                'ordering': ['-since'],
            },
        ),
        migrations.CreateModel(
            name='TabletCommand',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('case_id', models.UUIDField()),
                ('idempotency_key', models.UUIDField()),
                ('client_seq', models.PositiveIntegerField(null=True)),
                ('kind', models.CharField(max_length=24)),
                ('digest', models.CharField(max_length=64)),
                ('captured_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField()),
                ('order_at', models.DateTimeField()),
                ('offset_s', models.BigIntegerField()),
                ('late', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('running', 'Running'), ('done', 'Recorded'), ('refused', 'Refused')], default='running', max_length=8)),
                ('code', models.PositiveSmallIntegerField(default=0)),
                ('answer', models.TextField(blank=True)),
                ('body', models.TextField(blank=True)),
                ('settled', models.CharField(blank=True, choices=[('', 'Open'), ('superseded', 'Superseded'), ('withdrawn', 'Withdrawn')], max_length=12)),
                ('superseded_by', models.UUIDField(null=True)),
                ('reviewed_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('device', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='commands', to='incidents.device')),
                ('incident', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.incident')),
                ('reviewed_by', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-recorded_at'],
            },
        ),
        migrations.AddConstraint(
            model_name='device',
            constraint=models.CheckConstraint(condition=models.Q(('revoked_at__isnull', True), models.Q(('revoked_by__isnull', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='device_revoked_by_whom'),
        ),
        migrations.AddConstraint(
            model_name='quarantine',
            constraint=models.UniqueConstraint(fields=('device', 'idempotency_key'), name='quarantine_once'),
        ),
        migrations.AddIndex(
            model_name='tabletcommand',
            index=models.Index(fields=['agency', '-recorded_at'], name='tablet_command_time'),
        ),
        migrations.AddIndex(
            model_name='tabletcommand',
            index=models.Index(condition=models.Q(('reviewed_at__isnull', True), ('state', 'refused')), fields=['agency', 'recorded_at'], name='tablet_command_refused'),
        ),
        migrations.AddConstraint(
            model_name='tabletcommand',
            constraint=models.UniqueConstraint(fields=('user', 'idempotency_key'), name='tablet_command_once'),
        ),
        migrations.AddConstraint(
            model_name='tabletcommand',
            constraint=models.UniqueConstraint(fields=('device', 'client_seq'), name='tablet_command_seq'),
        ),
        core.tenancy.AddTenantKeys("Device", "SealingKey", "TabletCommand", "Quarantine"),
    ]
