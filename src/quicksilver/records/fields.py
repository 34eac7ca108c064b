"""Columns that hold the core's own values: a date with its precision, a text in six languages."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from quicksilver.core import codelists, dates, errors, languages, symbols


def _refused(refusal: errors.Refused) -> ValidationError:
    """The core's problems as Django's error, which carries them on unchanged."""
    error = ValidationError([str(problem) for problem in refusal.problems])
    error.problems = refusal.problems
    return error


class KnownDateField(models.CharField):
    """A ``KnownDate``, stored as its EDTF text; the empty string is an unknown date."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, *_: Any) -> dates.KnownDate | None:
        """EDTF text read back."""
        return dates.parse(value) if value else None

    def to_python(self, value: Any) -> dates.KnownDate | None:
        """Whatever a form or a file gives; raises ``ValidationError`` with the core's problems."""
        if value is None or value == "" or isinstance(value, dates.KnownDate):
            return value or None
        try:
            return dates.parse(value.isoformat() if isinstance(value, date) else str(value))
        except errors.Refused as refusal:
            raise _refused(refusal) from refusal

    def run_validators(self, value: dates.KnownDate | None) -> None:
        """The checks of a text, on the text."""
        super().run_validators(self.get_prep_value(value))

    def get_prep_value(self, value: Any) -> str:
        """EDTF text for the database."""
        known = self.to_python(value)
        return known.edtf if known else ""

    def value_to_string(self, obj: models.Model) -> str:
        """EDTF text, also for serialisers."""
        return self.get_prep_value(self.value_from_object(obj))


class BoundField(models.DateField):
    """The earliest or latest day of a ``KnownDateField``, kept beside it for constraints and indexes."""

    def __init__(self, *args: Any, of: str = "", bound: str = "earliest", **kwargs: Any) -> None:
        self.of, self.bound = of, bound
        kwargs.update(null=True, blank=True, editable=False)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """Keep the two names in migrations."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("editable", None)
        return name, path, args, {**kwargs, "of": self.of, "bound": self.bound}

    def pre_save(self, model_instance: models.Model, add: bool) -> date | None:
        """The bound of the date as it is saved."""
        known = model_instance._meta.get_field(self.of).to_python(getattr(model_instance, self.of))
        value = getattr(known, self.bound) if known else None
        setattr(model_instance, self.attname, value)
        return value


class TextsField(models.JSONField):
    """A ``Texts``: one text in up to six languages, each wording with its status."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", dict)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> languages.Texts:
        """JSON read back."""
        return languages.Texts.parse(super().from_db_value(value, expression, connection) or {})

    def to_python(self, value: Any) -> languages.Texts:
        """Whatever a form or a file gives; raises ``ValidationError`` with the core's problems."""
        if isinstance(value, languages.Texts):
            return value
        problems = languages.check_texts(value or {})
        if problems:
            raise _refused(errors.Refused(problems))
        return languages.Texts.parse(value or {})

    def get_prep_value(self, value: Any) -> Any:
        """Plain JSON for the database."""
        return super().get_prep_value(self.to_python(value).to_json())

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Plain JSON, once."""
        if isinstance(value, languages.Texts):
            value = value.to_json()
        return super().get_db_prep_value(value, connection, prepared)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """The JSON check of the parent, on the plain form."""
        super().validate(value.to_json() if isinstance(value, languages.Texts) else value, model_instance)

    def value_to_string(self, obj: models.Model) -> Any:
        """Plain JSON, also for serialisers."""
        return self.value_from_object(obj).to_json()


def _validated(problems: list[errors.Problem]) -> None:
    """Raise what a check found, if it found anything."""
    if problems:
        raise _refused(errors.Refused(problems))


class CodeField(models.CharField):
    """A code of one of the programme's codelists."""

    def __init__(self, *args: Any, codelist: str = "", **kwargs: Any) -> None:
        self.codelist = codelist
        kwargs.setdefault("max_length", 30)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """Keep the codelist's name in migrations."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "codelist": self.codelist}

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """The code must be in the list; raises ``ValidationError`` with the core's problem."""
        super().validate(value, model_instance)
        if value:
            _validated(codelists.check(self.codelist, value))


class CodesField(models.JSONField):
    """Several codes of one codelist, in order."""

    def __init__(self, *args: Any, codelist: str = "", **kwargs: Any) -> None:
        self.codelist = codelist
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """Keep the codelist's name in migrations."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "codelist": self.codelist}

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Each code must be in the list."""
        super().validate(value, model_instance)
        codes = [value] if isinstance(value, str) else value or []
        _validated([problem for code in codes for problem in codelists.check(self.codelist, code)])


class KeyField(models.CharField):
    """The key of a row of any kind; that the row exists is checked where all rows are known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 120)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)


class KeysField(models.JSONField):
    """Keys of several rows, in order."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)


class SymbolField(models.CharField):
    """A document symbol, well formed; empty where it is not known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 80)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Lint the symbol, the stray slash included."""
        super().validate(value, model_instance)
        if value:
            _validated(symbols.check(value))


class LanguageField(models.CharField):
    """One of the six languages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 2)
        super().__init__(*args, **kwargs)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """The code must be one of the six."""
        super().validate(value, model_instance)
        _validated(languages.check(value))
