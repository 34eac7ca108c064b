"""What cannot be shown is said in the reader's language; our own fault without reading the record."""

from django.utils import translation

from quicksilver.core import languages
from quicksilver.web.languages import DJANGO_NAMES
from quicksilver.web.pages import errors


def test_our_own_fault_is_told_without_the_database(rf):
    for code in languages.CODES:
        with translation.override(DJANGO_NAMES[code]):
            response = errors.failed(rf.get(f"/{code}/"))
        page = response.content.decode()
        assert (response.status_code, f'href="/{code}/"' in page) == (500, True)


def test_a_page_that_is_not_there_leads_to_one_that_is(client):
    response = client.get("/es/sin/pagina/")
    assert (response.status_code, 'href="/es/"' in response.content.decode()) == (404, True)


def test_an_empty_record_is_said_to_be_empty(db, client):
    response = client.get("/en/")
    assert (response.status_code, [problem.code for problem in response.context["problems"]]) == (400, ["record-empty"])
