"""What forms share: the problems of a refused deed, told at their fields and at the top."""

from django import forms
from django.utils.translation import gettext as _

from quicksilver.core.errors import Refused


def tell(form: forms.Form, refusal: Refused) -> None:
    """Put each problem at its field; what belongs to none stands at the top alone."""
    for problem in refusal.problems:
        field = problem.place.field if problem.place.field in form.fields else None
        form.add_error(field, _(problem.message).format_map(problem.values))


class Day(forms.DateInput):
    """A day, as the browser asks for one."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")
