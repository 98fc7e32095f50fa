"""Floor plans, their drawings and backgrounds, and the outlines of campuses."""

import core.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('officers', '0010_premises'),
    ]

    operations = [
        migrations.CreateModel(
            name='FloorPlan',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('floor', models.SmallIntegerField()),
                ('active', models.BooleanField(default=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('building', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='officers.building')),
            ],
            options={
                'ordering': ['floor'],
            },
        ),
        migrations.CreateModel(
            name='PlanBackground',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('kind', models.CharField(choices=[('svg', 'Vector drawing (SVG)'), ('image', 'Image')], max_length=8)),
                ('svg', models.TextField(blank=True)),
                ('left', models.FloatField(default=0)),
                ('top', models.FloatField(default=0)),
                ('width', models.FloatField()),
                ('height', models.FloatField()),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('file', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.storedfile')),
                ('uploaded_by', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='PlanDrawing',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('number', models.PositiveIntegerField()),
                ('width', models.FloatField()),
                ('height', models.FloatField()),
                ('marks', models.JSONField(default=list)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('background', core.tenancy.TenantForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.planbackground')),
                ('drawn_by', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('plan', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='drawings', to='officers.floorplan')),
            ],
            options={
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='PlanRoom',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('points', models.JSONField()),
                ('doorway', models.JSONField(blank=True, null=True)),
                ('calm', models.CharField(blank=True, max_length=40)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('drawing', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='rooms', to='officers.plandrawing')),
                ('room', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.room')),
            ],
        ),
        migrations.CreateModel(
            name='CampusOutline',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('ring', models.JSONField()),
                ('buildings', models.JSONField(default=list)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='officers.agency')),
                ('campus', core.tenancy.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='outlines', to='officers.campus')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('campus',), name='campus_outline_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='floorplan',
            constraint=models.UniqueConstraint(fields=('building', 'floor'), name='floor_plan_once'),
        ),
        migrations.AddConstraint(
            model_name='planbackground',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('file__isnull', True), ('kind', 'svg'), models.Q(('svg', ''), _negated=True)), models.Q(('file__isnull', False), ('kind', 'image'), ('svg', '')), _connector='OR'), name='plan_background_one_of'),
        ),
        migrations.AddConstraint(
            model_name='plandrawing',
            constraint=models.UniqueConstraint(fields=('plan', 'number'), name='plan_drawing_once'),
        ),
        migrations.AddConstraint(
            model_name='planroom',
            constraint=models.UniqueConstraint(fields=('drawing', 'room'), name='plan_room_once'),
        ),
        core.tenancy.AddTenantKeys(
            'FloorPlan',
            'PlanBackground',
            'PlanDrawing',
            'PlanRoom',
            'CampusOutline',
        ),
    ]
