from datetime import date

from tests.core.rows import record, row

from quicksilver.core import partners

USA = row("stakeholder/usa", country="USA", names="United States of America")
UNIDO = row("stakeholder/unido", kind="igo")
ROLE = row("area-role/unido", "[2007-02-10..2007-08-30]")
PLEDGE = row("pledge/usa", "[2007-03-27..2007-08-30]")
RECEIPT = row("receipt/usa", "2008-01-15")
APPEAL = row("appeal/letter", "2007-03-26")
NAMED = row("appeal-recipient/usa", stakeholder=USA.key)
RECORD = record(USA, UNIDO, ROLE, PLEDGE, RECEIPT, APPEAL, NAMED)
AUGUST = date(2007, 8, 30)


def test_partners_at_tells_what_each_did_by_a_date():
    unido, usa = partners.partners_at(RECORD, AUGUST)
    assert (unido.deeds, unido.has_role) == ({"area-role": (ROLE,)}, True)
    assert (usa.deeds, usa.has_role) == ({"pledge": (PLEDGE,)}, False)


def test_partners_at_lists_who_did_nothing_yet():
    assert [seen.deeds for seen in partners.partners_at(RECORD, date(2005, 1, 1))] == [{}, {}]


def test_partner_at_keeps_what_came_after_apart():
    position = partners.partner_at(RECORD, USA.key, AUGUST)
    assert (position.at.of("receipt"), position.later) == ((), (RECEIPT,))


def test_partner_at_an_appeal_is_received_once_it_was_sent():
    assert partners.partner_at(RECORD, USA.key, AUGUST).received == ((APPEAL, NAMED),)
    assert partners.partner_at(RECORD, USA.key, date(2007, 3, 25)).received == ()


def test_partner_at_the_group_of_2007_is_unknown_and_not_guessed_from_a_later_edition():
    position = partners.partner_at(RECORD, USA.key, AUGUST)
    assert (position.group, position.group_code) == (None, "")
    assert position.later_group.valid_from > AUGUST
    assert position.later_group_code == "weog"


def test_partner_at_the_edition_in_force_speaks():
    position = partners.partner_at(RECORD, USA.key, date(2026, 11, 24))
    assert (position.group_code, position.later_group) == ("weog", None)


def test_partner_at_without_a_country_has_no_group():
    position = partners.partner_at(RECORD, UNIDO.key, AUGUST)
    assert (position.country, position.group_code, position.later_group_code) == ("", "", "")


def test_partner_at_knows_its_organs():
    organ = row("stakeholder/board", kind="organ", part_of=UNIDO.key)
    assert partners.partner_at(record(UNIDO, organ), UNIDO.key, AUGUST).organs == (organ,)


def test_partner_at_an_unknown_key_is_none():
    assert partners.partner_at(RECORD, "stakeholder/none", AUGUST) is None
