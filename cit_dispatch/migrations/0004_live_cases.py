"""A topic for each incident, beside the one for all."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("cit_dispatch", "0003_live_units"), ("incidents", "0009_units")]

    operations = [migrations.RunSQL((HERE / "live_cases.sql").read_text(), (HERE / "live_cases_undo.sql").read_text())]
