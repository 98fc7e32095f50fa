"""What is known of places: other names, telephones, hours and warnings."""

import core.tenancy
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('officers', '0009_training'),
    ]

    operations = [
        migrations.AlterField(
            model_name='campus',
            name='kind',
            field=models.CharField(choices=[('elementary', 'Elementary school'), ('middle', 'Middle school'), ('high', 'High school'), ('academy', 'Academy'), ('other', 'Other place')], max_length=12),
        ),
        migrations.CreateModel(
            name='BellPeriod',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('name', models.CharField(max_length=40)),
                ('weekdays', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=None)),
                ('starts', models.TimeField()),
                ('ends', models.TimeField()),
                ('active', models.BooleanField(default=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('campus', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='periods', to='officers.campus')),
            ],
            options={
                'ordering': ['starts'],
            },
        ),
        migrations.CreateModel(
            name='Extension',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('number', models.CharField(max_length=12)),
                ('label', models.CharField(blank=True, max_length=80)),
                ('active', models.BooleanField(default=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('building', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.building')),
                ('campus', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.campus')),
                ('room', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.room')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='PlaceAlias',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('alias', models.CharField(max_length=40)),
                ('active', models.BooleanField(default=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('building', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.building')),
                ('campus', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.campus')),
                ('room', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.room')),
            ],
            options={
                'ordering': ['alias'],
            },
        ),
        migrations.CreateModel(
            name='PremiseNote',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('kind', models.CharField(choices=[('hazard', 'Hazard'), ('access', 'Access'), ('contact', 'Contact'), ('note', 'Note')], max_length=12)),
                ('text', models.CharField(max_length=400)),
                ('until', models.DateField(blank=True, null=True)),
                ('active', models.BooleanField(default=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('building', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.building')),
                ('campus', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.campus')),
                ('room', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.room')),
                ('written_by', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['kind', 'text'],
            },
        ),
        migrations.CreateModel(
            name='RoomUse',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('group', models.CharField(max_length=80)),
                ('adult', models.CharField(blank=True, max_length=80)),
                ('people', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('active', models.BooleanField(default=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('period', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='uses', to='officers.bellperiod')),
                ('room', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='uses', to='officers.room')),
            ],
        ),
        migrations.AddConstraint(
            model_name='bellperiod',
            constraint=models.UniqueConstraint(fields=('campus', 'name'), name='bell_period_name'),
        ),
        migrations.AddConstraint(
            model_name='bellperiod',
            constraint=models.CheckConstraint(condition=models.Q(('ends__gt', models.F('starts'))), name='bell_period_order'),
        ),
        migrations.AddConstraint(
            model_name='extension',
            constraint=models.UniqueConstraint(fields=('agency', 'number'), name='extension_once'),
        ),
        migrations.AddConstraint(
            model_name='placealias',
            constraint=models.UniqueConstraint(models.F('agency'), django.db.models.functions.text.Lower('alias'), name='place_alias_once'),
        ),
        migrations.AddConstraint(
            model_name='roomuse',
            constraint=models.UniqueConstraint(fields=('period', 'room'), name='room_use_once'),
        ),
        core.tenancy.AddTenantKeys(
            'PlaceAlias',
            'Extension',
            'PremiseNote',
            'BellPeriod',
            'RoomUse',
        ),
    ]
