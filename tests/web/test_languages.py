"""The language stands in the address; at the entrance it is the browser's."""

import pytest

from quicksilver.core import languages
from quicksilver.web.languages import preferred


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("", "en"),
        ("fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        ("de, ru;q=0.5, es;q=0.7", "es"),
        ("zh-Hant-TW,zh;q=0.8", "zh"),
        ("ar;q=0", "en"),  # refused by the browser
        ("es;q=high, ar;q=0.1", "ar"),  # a weight that is no number counts for nothing
    ],
)
def test_the_first_of_the_six_that_a_browser_prefers_is_taken(accepted, code):
    assert preferred(accepted) == code


def test_the_entrance_leads_to_the_browsers_language_and_says_that_it_varies(client):
    response = client.get("/", headers={"accept-language": "es"})
    assert (response.status_code, response["Location"], response["Vary"]) == (302, "/es/", "Accept-Language")


@pytest.mark.parametrize("code", languages.CODES)
def test_a_page_says_its_language_and_direction(get, code):
    language = languages.of(code)
    response = get(f"/{code}/")
    opening = f'<html lang="{language.tag}" dir="{language.direction}">'
    assert (opening in response.content.decode(), response["Content-Language"]) == (True, language.tag)


def test_a_page_that_is_not_there_says_so_in_the_addresss_language(client):
    response = client.get("/ar/nowhere/at/all/")
    assert (response.status_code, 'lang="ar" dir="rtl"' in response.content.decode()) == (404, True)
