from textwrap import dedent

import pytest

from catalogues import python_source
from catalogues.message import Message


def found(tmp_path, source):
    file = tmp_path / "page.py"
    file.write_text(dedent(source), encoding="utf-8")
    return [(m.singular, m.plural, m.context) for m in python_source.messages(file, "page.py")]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('msg("A {x}")', ("A {x}", "", "")),
        ('tell.say("A" " B", y=1)', ("A B", "", "")),
        ('gettext_lazy("A")', ("A", "", "")),
        ('ngettext("one", "many", n)', ("one", "many", "")),
        ('tell.count("one", "many", n, w=3)', ("one", "many", "")),
        ('pgettext("month", "May")', ("May", "", "month")),
        ('npgettext("c", "one", "many", n)', ("one", "many", "c")),
        ('TextField(max_length=9, help_text="A")', ("A", "", "")),
    ],
)
def test_a_call_gives_its_sentence(tmp_path, source, expected):
    assert found(tmp_path, source) == [expected]


def test_nested_calls_give_each_sentence(tmp_path):
    assert sorted(found(tmp_path, 'say(msg("A"), x=words(msg("B")))')) == [("A", "", ""), ("B", "", "")]


def test_a_choice_gives_both_sentences_and_never_one_joined(tmp_path):
    assert found(tmp_path, 'words("A" if n else "B")') == [("A", "", ""), ("B", "", "")]


def test_what_is_no_literal_sentence_gives_nothing(tmp_path):
    assert found(tmp_path, 'msg(name); say(f"no {x}"); text.count("/"); count(*forms, 3)') == []


def test_a_message_knows_where_it_stands(tmp_path):
    file = tmp_path / "page.py"
    file.write_text('\nmsg("A")\n', encoding="utf-8")
    assert list(python_source.messages(file, "page.py")) == [Message("A", file="page.py", line=2)]
