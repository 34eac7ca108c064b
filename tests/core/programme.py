"""A small programme, written by hand: as few rows as the status report needs to say something in each paragraph."""

from decimal import Decimal

from tests.core.rows import record, row

from quicksilver.core.record import Entry, Snapshot

REPORTED = "[2007-02-10..2007-08-30]"

ROWS: dict[str, Entry] = {
    entry.key: entry
    for entry in (
        row("body/gc", names="Governing Council", short_names="Council"),
        row("body/oewg", names="Working Group on Mercury", short_names="the working group"),
        row("stakeholder/unido", names="United Nations Industrial Development Organization", short_names="UNIDO"),
        row("stakeholder/usa", names="United States", short_names="the United States"),
        row("decision/23-9", "2005-02-25", number="23/9", title="Chemicals management"),
        row("provision/23-9", decision="decision/23-9"),
        row("decision/24-3", "2007-02-09", title="chemicals management"),
        row("provision/19", paragraph="19"),
        row("provision/26", paragraph="26"),
        row("provision/27", paragraph="27"),
        *(row(f"provision/27-{item}", paragraph="27", item=item) for item in "abcd"),
        row("meeting/oewg-1", kind="session", body="body/oewg", session="First meeting", place="Bangkok"),
        row("meeting-schedule/oewg-1", "2007-08-30", meeting="meeting/oewg-1", held_on="2007-11-12/2007-11-16"),
        row("meeting-schedule/oewg-1-held", "2007-11-16", meeting="meeting/oewg-1", held_on="2007-11-12/2007-11-16",
            state="held", supersedes="meeting-schedule/oewg-1"),
        row("agenda-item/oewg-1-5", title="Activities"),
        row("invited-action/a", letter="a", text="to take note"),
        row("invited-action/b", letter="b", text="to identify further action"),
        row("document/agenda", "2007", symbol="UNEP(DTIE)/Hg/OEWG.1/1", document_class="agenda", title="Agenda",
            meeting="meeting/oewg-1"),
        row("document/inf-8", "2007-10-22", symbol="UNEP(DTIE)/Hg/OEWG.1/INF/8", title="Progress"),
        row("document-role/strategy", REPORTED),
        row("document-role/outcome", "[2007-06-26..2007-08-30]", role="consultation_outcome",
            subject="meeting/consultation"),
        row("area/asgm", order=1, names="gold mining", priority_period="2005/2006"),
        row("area/cement", order=2, names="cement production"),
        row("area/supply", order=3, names="mercury supply"),
        row("area-stage/asgm", "2005"),
        row("area-stage/cement-1", "2007-02-09", area="area/cement", stage="proposed"),
        row("area-stage/cement-2", REPORTED, area="area/cement", stage="consultation",
            supersedes="area-stage/cement-1"),
        row("area-stage/supply", REPORTED, area="area/supply", stage="information"),
        row("area-role/unido", REPORTED),
        row("area-strategy/market", REPORTED, text="market-based approaches", discussed_in="document/inf-8"),
        row("invitation/areas", "[2007-02-10..2007-06-04]", topics=["areas_objectives", "self_nomination"],
            title="Areas"),
        row("compilation/governments", REPORTED, document="document/inf-8"),
        row("invitation/candidates", REPORTED, topics=["candidate_areas"], document="document/inf-8",
            areas=["area/cement"]),
        row("invitation/supply", REPORTED, topics=["way_forward"], areas=["area/supply"]),
        row("meeting/consultation", kind="consultation", place="Geneva"),
        row("meeting-schedule/consultation", "2007-06", meeting="meeting/consultation", state="held",
            held_on="2007-06"),
        row("meeting/partners-2008", kind="partners", place="Geneva", title="Partners",
            called_for_by="provision/27-a"),
        row("meeting-schedule/planned", REPORTED, held_on="2008-01-29/2008-01-31"),
        row("component/framework", names="the framework"),
        row("component/plans", order=1, names="business plans", required_by="provision/27-a"),
        row("draft-state/plans", REPORTED, component="component/plans"),
        row("appeal/2007", "2007-03-26"),
        row("pledge/usa-2007", "[2007-03-27..2007-08-30]", appeal="appeal/2007"),
        row("funding-statement/2007", "2007-08-30", since="appeal/2007"),
        row("call/sgp", REPORTED, names="small grants"),
        row("call-rule/beneficiaries", REPORTED, rule="beneficiaries", members=["developing_countries"]),
        row("call-rule/cap", REPORTED, amount=Decimal("100000.00"), currency="USD"),
        row("call-rule/below", REPORTED, rule="priority_below", amount=Decimal("50000.00"), currency="USD"),
        row("need-stressed/training", REPORTED, need="training"),
    )
}  # fmt: skip


def programme(*rows: Entry, without: tuple[str, ...] = ()) -> Snapshot:
    """The small programme with rows added or replaced, and others taken away."""
    kept = {key: entry for key, entry in ROWS.items() if key not in without}
    return record(*(kept | {entry.key: entry for entry in rows}).values())
