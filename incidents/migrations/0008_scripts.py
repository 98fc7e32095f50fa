"""Dry runs of a script by hash, several answers in one value, and an approved script that nothing changes."""

from django.db import migrations, models

FREEZE = """
CREATE FUNCTION script_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'draft' AND (
    NEW.content IS DISTINCT FROM OLD.content OR NEW.number <> OLD.number OR NEW.agency_id <> OLD.agency_id
    OR (OLD.sha256 <> '' AND NEW.sha256 <> OLD.sha256)
  ) THEN
    RAISE EXCEPTION 'an approved script never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER script_is_frozen BEFORE UPDATE ON incidents_script
  FOR EACH ROW EXECUTE FUNCTION script_is_frozen();
"""
THAW = "DROP TRIGGER script_is_frozen ON incidents_script; DROP FUNCTION script_is_frozen();"


class Migration(migrations.Migration):

    dependencies = [('incidents', '0007_duplicates')]

    operations = [
        migrations.AddField('script', 'tried_sha256', models.CharField(blank=True, max_length=64, default=''), preserve_default=False),
        migrations.AddField('script', 'tried_at', models.DateTimeField(null=True)),
        migrations.AlterField('answer', 'value', models.CharField(max_length=200)),
        migrations.RunSQL(FREEZE, THAW),
    ]
