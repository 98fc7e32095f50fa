"""Every key between agency tables carries the agency, and the database refuses each one that leads elsewhere.

What a row needs besides is put aside in a transaction that is never committed, so that each refusal is of the
key alone, whatever else its table asks for.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import psycopg2.errors
import psycopg2.extensions
import pytest
from django.apps import apps
from django.db.models import ForeignKey, Model

from core.tenancy import TenantForeignKey, tenant_keys
from officers.models import Agency
from tests.database import admin_connection, run_as_admin

Cursor = psycopg2.extensions.cursor
MODELS = [model for model in apps.get_models() if any(field.name == "agency" for field in model._meta.local_fields)]
KEYS = [
    pytest.param(model, key, id=f"{model._meta.label}.{key.name}") for model in MODELS for key in tenant_keys(model)
]
TABLES = sorted({model._meta.db_table for model in MODELS})
CATALOGUE = """
SELECT c.conrelid::regclass::text, c.confrelid::regclass::text, c.condeferrable AND c.condeferred AND c.convalidated,
       ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY k(n, place)
               JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.n ORDER BY place),
       ARRAY(SELECT a.attname::text FROM unnest(c.confkey) WITH ORDINALITY k(n, place)
               JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.n ORDER BY place)
  FROM pg_constraint c WHERE c.contype = 'f'
"""
# What stands in the way of a bare row: checks, uniqueness, ordinary keys, and columns that must be filled.
OBSTACLES = """
SELECT 'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT ' || quote_ident(conname) || ' CASCADE'
  FROM pg_constraint
 WHERE conrelid = '{table}'::regclass AND right(conname, 7) <> '_tenant' AND contype IN ('c', 'u', 'x', 'f')
UNION ALL
SELECT 'ALTER TABLE ' || attrelid::regclass || ' ALTER ' || quote_ident(attname) || ' DROP NOT NULL'
  FROM pg_attribute
 WHERE attrelid = '{table}'::regclass AND attnum > 0 AND attnotnull AND attname NOT IN ('id', 'agency_id')
UNION ALL
SELECT 'DROP INDEX ' || indexrelid::regclass FROM pg_index
 WHERE indrelid = '{table}'::regclass AND indisunique
   AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
"""


def is_of_an_agency(field: Any) -> bool:
    """Whether the field is a key to a row that belongs to an agency."""
    return isinstance(field, ForeignKey) and field.related_model in MODELS


def test_no_key_between_agency_tables_is_an_ordinary_one() -> None:
    plain = [
        f"{model._meta.label}.{field.name}"
        for model in MODELS
        for field in model._meta.local_fields
        if is_of_an_agency(field) and not isinstance(field, TenantForeignKey)
    ]
    assert plain == []


def test_no_agency_table_has_an_automatic_table_between() -> None:
    assert [model._meta.label for model in MODELS if model._meta.local_many_to_many] == []


@pytest.mark.usefixtures("django_db_setup")
def test_every_tenant_key_has_its_composite_constraint_and_every_constraint_its_key() -> None:
    declared = {
        (model._meta.db_table, key.related_model._meta.db_table, True, ("agency_id", key.column), ("agency_id", "id"))
        for model in MODELS
        for key in tenant_keys(model)
    }
    rows = run_as_admin(CATALOGUE)
    composite = {(a, b, sound, tuple(k), tuple(t)) for a, b, sound, k, t in rows if len(k) == 2}
    assert composite == declared
    assert len(declared) == len(KEYS)


@pytest.mark.usefixtures("django_db_setup")
def test_every_agency_table_points_at_its_agency() -> None:
    rows = run_as_admin(CATALOGUE)
    pointing = {a for a, b, _sound, k, _t in rows if b == Agency._meta.db_table and k == ["agency_id"]}
    assert set(TABLES) - pointing == set()


@pytest.fixture(scope="module")
def bare(django_db_setup: None) -> Iterator[Cursor]:
    """The agency tables with nothing left but their own key and their tenant keys, in an open transaction."""
    found = admin_connection()
    found.autocommit = False
    with found.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
            cursor.execute(OBSTACLES.format(table=table))
            for (statement,) in cursor.fetchall():
                cursor.execute(statement)
        yield cursor
    found.rollback()
    found.close()


def insert(cursor: Cursor, model: type[Model], agency: UUID, **columns: UUID) -> UUID:
    """A row that has a key, an agency and nothing else."""
    key = uuid4()
    named = {"id": key, "agency_id": agency, **columns}
    names, places = ", ".join(named), ", ".join(["%s"] * len(named))
    values = [str(value) for value in named.values()]
    cursor.execute(f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({places})', values)
    return key


@pytest.mark.parametrize(("model", "key"), KEYS)
def test_a_key_into_another_agency_is_refused_by_the_database(model: type[Model], key: Any, bare: Cursor) -> None:
    own, foreign = uuid4(), uuid4()
    bare.execute("SAVEPOINT before")
    target = insert(bare, key.related_model, own)
    insert(bare, model, own, **{key.column: target})
    bare.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    insert(bare, model, foreign, **{key.column: target})
    with pytest.raises(psycopg2.errors.ForeignKeyViolation) as refusal:
        bare.execute("SET CONSTRAINTS ALL IMMEDIATE")
    bare.execute("ROLLBACK TO before; SET CONSTRAINTS ALL DEFERRED")
    assert refusal.value.diag.constraint_name == f"{model._meta.db_table}_{key.column}_tenant"[:63]
