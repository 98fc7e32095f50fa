"""Keys between agency tables carry the agency, so that the database refuses a row pointing at another district."""

from typing import Any, TypeVar

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

_ST = TypeVar("_ST", contravariant=True)
_GT = TypeVar("_GT", covariant=True)


class TenantForeignKey(models.ForeignKey[_ST, _GT]):
    """A foreign key whose constraint is (agency_id, x_id), made by AddTenantKeys instead of by Django."""

    def __init__(self, to: Any, on_delete: Any = models.PROTECT, **kwargs: Any) -> None:
        kwargs["db_constraint"] = False
        super().__init__(to, on_delete=on_delete, **kwargs)


class AddTenantKeys(Operation):
    """Add UNIQUE (agency_id, id) and the composite foreign keys of every model of the app."""

    reversible = True

    def __init__(self, *models_named: str) -> None:
        self.models_named = models_named

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Django's picture of the models does not change."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Unique keys first, since models of one app point at each other."""
        found = [to_state.apps.get_model(app_label, name) for name in self.models_named]
        for model in found:
            table = model._meta.db_table
            schema_editor.execute(f'ALTER TABLE "{table}" ADD CONSTRAINT "{table}_tenant" UNIQUE (agency_id, id)')
        for model in found:
            for field in tenant_keys(model):
                schema_editor.execute(_foreign_key(model, field))

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Drop the keys before what they lean on."""
        found = [from_state.apps.get_model(app_label, name) for name in self.models_named]
        for model in found:
            for field in tenant_keys(model):
                schema_editor.execute(
                    f'ALTER TABLE "{model._meta.db_table}" DROP CONSTRAINT "{_key_name(model, field)}"'
                )
        for model in found:
            table = model._meta.db_table
            schema_editor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{table}_tenant"')

    def describe(self) -> str:
        """For the output of migrate."""
        return f"Composite keys of {', '.join(self.models_named)}"


class AddTenantKeysTo(Operation):
    """Add the composite foreign keys of fields that a model got later."""

    reversible = True

    def __init__(self, model_named: str, *fields: str) -> None:
        self.model_named, self.fields = model_named, fields

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Django's picture of the model does not change."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """What the new columns point at has its key already."""
        model = to_state.apps.get_model(app_label, self.model_named)
        for field in self._keys(model):
            schema_editor.execute(_foreign_key(model, field))

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """The columns stay."""
        model = from_state.apps.get_model(app_label, self.model_named)
        for field in self._keys(model):
            name = _key_name(model, field)
            schema_editor.execute(f'ALTER TABLE "{model._meta.db_table}" DROP CONSTRAINT "{name}"')

    def describe(self) -> str:
        """For the output of migrate."""
        return f"Composite keys of {self.model_named}: {', '.join(self.fields)}"

    def _keys(self, model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
        return [field for field in tenant_keys(model) if field.name in self.fields]


def tenant_keys(model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
    """The composite keys a model declares."""
    return [field for field in model._meta.local_fields if isinstance(field, TenantForeignKey)]


def _key_name(model: type[models.Model], field: models.ForeignKey[Any, Any]) -> str:
    return f"{model._meta.db_table}_{field.column}_tenant"[:63]


def _foreign_key(model: type[models.Model], field: models.ForeignKey[Any, Any]) -> str:
    target = field.related_model
    return (
        f'ALTER TABLE "{model._meta.db_table}" ADD CONSTRAINT "{_key_name(model, field)}" '
        f'FOREIGN KEY (agency_id, "{field.column}") REFERENCES "{target._meta.db_table}" (agency_id, id) '
        "DEFERRABLE INITIALLY DEFERRED"
    )
