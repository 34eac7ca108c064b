"""What may be done to the row under a page, and to the rows that belong to it; nothing for whoever may not."""

from typing import Any

from django import template
from django.template.context import Context
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quicksilver.core.policies import Actor
from quicksilver.core.record import Entry
from quicksilver.services import editing
from quicksilver.services import record as reading
from quicksilver.services.checking_values import fields_of
from quicksilver.web import fields, links, masthead, naming
from quicksilver.web.here import Here

register = template.Library()

LISTED = 20  # rows of one kind that belong to a row
# What can be entered from a list.
LISTS: dict[str, tuple[str, ...]] = {
    "areas": ("area",), "decisions": ("decision", "body"), "documents": ("document",), "meetings": ("meeting",),
    "partners": ("stakeholder",), "funding": ("appeal", "pledge", "receipt", "funding-statement"),
    "grants": ("call",), "sources": ("source",), "errata": ("erratum",),
}  # fmt: skip
ADD: str | Promise = gettext_lazy("Add: {kind}")


@register.inclusion_tag("editing/deeds.html", takes_context=True)
def deeds(context: Context) -> dict[str, Any]:
    """``{% deeds %}``: correct, supersede, add; only for whoever may."""
    here: Here | None = context.get("here")
    actor = masthead.signed_in(context.get("request"))
    if here is None or actor is None:
        return {}
    row = here.record.get(_key(here))
    if row is None:
        kinds = [kind for kind in LISTS.get(here.route, ()) if editing.may(actor, "record.enter", kind, {})]
        return {"deeds": [{"href": _new(here, kind), "label": _add(kind)} for kind in kinds]}
    offered = [*_of_row(here, actor, row)]
    return {"here": here, "deeds": offered, "children": _children(here, actor, row) if offered else []}


def _key(here: Here) -> str:
    return f"{here.place['kind']}/{here.place['name']}" if here.route == "record" else links.row_of(here)


def _of_row(here: Here, actor: Actor, row: Entry) -> list[dict[str, Any]]:
    place = {"kind": row.kind, "name": row.key.partition("/")[2]}
    if not editing.may(actor, "record.correct", row.kind, {"key": row.key, "area": row.fields.get("area")}):
        return []
    found = [{"href": links.to(here, "correct-row", **place), "label": _("Correct this row")}]
    replaced = any(other.supersedes_key == row.key for other in here.record.of(row.kind))
    if editing.is_dated(reading.KINDS[row.kind]) and not replaced:
        found.append({"href": links.to(here, "supersede-row", **place), "label": _("Replace it by a later row")})
    found.append({"href": links.to(here, "row-history", **place), "label": _("History")})
    return found


def _children(here: Here, actor: Actor, parent: Entry) -> list[dict[str, Any]]:
    """Kinds of rows that must belong to such a row, with those there are, and the way to add one."""
    found = []
    for kind, column in _belonging(parent.kind):
        area = parent.key if parent.kind == "area" else parent.fields.get("area")
        if not editing.may(actor, "record.enter", kind, {"area": area}):
            continue
        rows = here.record.where(kind, **{column: parent.key})[:LISTED]
        found.append(
            {
                "kind": fields.kind(kind),
                "rows": [_linked(here, row) for row in rows],
                "href": _new(here, kind, parent.key),
                "label": _add(kind),
            }
        )
    return found


def _belonging(kind: str) -> list[tuple[str, str]]:
    return [
        (model.KIND, column.name)
        for model in reading.KINDS.values()
        for column in fields_of(model)
        if column.is_relation and not column.null and column.name != "source" and kind == column.related_model.KIND
    ]


def _linked(here: Here, row: Entry) -> dict[str, Any]:
    place = {"kind": row.kind, "name": row.key.partition("/")[2]}
    return {"href": links.to(here, "record", **place), "name": naming.name(here.record, row)}


def _new(here: Here, kind: str, parent: str = "") -> str:
    address = links.to(here, "new-row", kind=kind)
    return f"{address}{'&' if '?' in address else '?'}parent={parent}" if parent else address


def _add(kind: str) -> str:
    return str(ADD).format(kind=fields.kind(kind))
