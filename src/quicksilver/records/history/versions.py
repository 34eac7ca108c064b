"""Version tables: for each kept table, one with every state that each of its rows ever had.

A version row has the columns of its table and two revision numbers: it held from ``rev_from`` until
``rev_to``, the end excluded. Triggers write it (see ``triggers``); the programme only reads it (``views``).
"""

from collections.abc import Iterable
from typing import Any

from django.db import models

from quicksilver.records.fields import BoundField

# While a version holds, its end is a number that no revision reaches, so that one comparison reads
# both past and present. See docs/adr: two clocks.
CURRENT = 2**62

_versions: dict[type[models.Model], type["Version"]] = {}

# What a column of a version table does not take over: a key may come back, and nothing is unique there.
_NOT_TAKEN = ("primary_key", "unique", "db_index", "help_text", "blank")


class Version(models.Model):
    """What every version row has beside the columns of its table."""

    rev_from = models.BigIntegerField()
    rev_to = models.BigIntegerField()

    class Meta:  # noqa: D106 -- Django's
        abstract = True

    def __str__(self) -> str:
        return f"{self.key} from revision {self.rev_from}"

    @property
    def is_current(self) -> bool:
        """Whether no later revision has changed the row."""
        return self.rev_to == CURRENT


def of(model: type[models.Model]) -> type[Version]:
    """The version model of a kept model."""
    return _versions[model]


def generate(kept: Iterable[type[models.Model]]) -> tuple[type[Version], ...]:
    """Make the version model of each kept model, once, when the models are loaded."""
    for model in kept:
        _versions[model] = _version_model(model)
    return tuple(_versions.values())


def _version_model(model: type[models.Model]) -> type[Version]:
    columns = {field.attname: _column(field) for field in model._meta.concrete_fields}
    attributes = {
        "__module__": __name__,
        "__doc__": f"Every state of each row of {model.__name__}.",
        "pk": models.CompositePrimaryKey("key", "rev_from"),
        "Meta": _meta(model._meta.model_name),
        **columns,
    }
    # Not “PledgeVersion”: a document's own language versions already have that name.
    return type(Version)(f"VersionOf{model.__name__}", (Version,), attributes)


def _column(field: models.Field) -> models.Field:
    """The column as plain value: a foreign key as the key it holds, a bound as the date it is."""
    if field.is_relation:
        return models.CharField(max_length=field.target_field.max_length, null=field.null)
    if isinstance(field, BoundField):
        return models.DateField(null=True)
    _, _, args, kwargs = field.deconstruct()
    return type(field)(*args, **{name: value for name, value in kwargs.items() if name not in _NOT_TAKEN})


def _meta(name: str) -> type[Any]:
    current = models.Q(rev_to=CURRENT)
    return type(
        "Meta",
        (),
        {
            "app_label": "records",
            "db_table": f"records_{name}_version",
            "default_permissions": (),
            "indexes": [
                # A page of the past in the order of keys: read without looking at the rows of other times.
                models.Index(fields=["key", "rev_from", "rev_to"], name=f"{name}_as_known"),
                models.Index(fields=["rev_from"], name=f"{name}_rev_from"),
                models.Index(fields=["rev_to"], name=f"{name}_rev_to"),
            ],
            "constraints": [
                models.UniqueConstraint(fields=["key"], condition=current, name=f"{name}_current_once"),
            ],
        },
    )
