"""The six languages of the United Nations, and texts that exist in some of them.

A text keeps each wording with its status. What is missing stays missing: a reader is shown another language's
wording, marked as such, never a silent substitute.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quicksilver.core.errors import Problem, Refused

RULE = "docs/data-files.md"


@dataclass(frozen=True)
class Language:
    """One of the six languages.

    Parameters
    ----------
    code : str
        ISO 639-1 code, as in addresses: ``zh``.
    locale : str
        Name of its folder of catalogues: ``zh_Hans``.
    tag : str
        BCP 47 tag, as in ``lang`` attributes: ``zh-Hans``.
    name : str
        Its name in itself.
    direction : str
        ``ltr`` or ``rtl``.
    """

    code: str
    locale: str
    tag: str
    name: str
    direction: str = "ltr"


LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        Language("ar", "ar", "ar", "العربية", "rtl"),
        Language("zh", "zh_Hans", "zh-Hans", "中文"),
        Language("en", "en", "en", "English"),
        Language("fr", "fr", "fr", "Français"),
        Language("ru", "ru", "ru", "Русский"),
        Language("es", "es", "es", "Español"),
    )
}
CODES = tuple(LANGUAGES)

# What is known of a wording: official (issued by a body), reviewed, draft (ours, unreviewed), machine.
STATUSES = ("official", "reviewed", "draft", "machine")


def msg(sentence: str) -> str:
    """Mark a message for extraction where it is only chosen, not said."""
    return sentence


def forms(one: str, many: str) -> tuple[str, str]:
    """Mark, for extraction, the two English forms of a message that depends on a number."""
    return one, many


def of(code: str) -> Language:
    """The language with a code.

    Raises
    ------
    Refused
        The code is not one of the six.
    """
    problems = check(code)
    if problems:
        raise Refused(problems)
    return LANGUAGES[code]


def check(code: str) -> list[Problem]:
    """What is wrong with a language code."""
    if code in LANGUAGES:
        return []
    message = msg("“{language}” is not one of the six languages. Choose one of {known}.")
    return [Problem("language-unknown", message, {"language": code, "known": ", ".join(CODES)}, RULE)]


@dataclass(frozen=True)
class Wording:
    """A text in one language.

    ``as_cited`` is the wording a source uses where it differs from the one that is right (T1, T4 …).
    """

    language: str
    text: str
    status: str = "draft"
    as_cited: str = ""


@dataclass(frozen=True)
class Texts:
    """One text in up to six languages."""

    wordings: tuple[Wording, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wordings)

    def of(self, language: str) -> Wording | None:
        """The wording in a language, or None."""
        return next((wording for wording in self.wordings if wording.language == language), None)

    def best(self, language: str) -> Wording:
        """The wording in a language, else in English, else the first there is; its language says which."""
        found = self.of(language) or self.of("en") or next(iter(self.wordings), None)
        return found or Wording(language, "", "none")

    @classmethod
    def parse(cls, value: Mapping[str, Any]) -> "Texts":
        """A text from its data form, which ``check_texts`` has found good.

        The form is ``{"en": "text", "zh": {"text": …, "status": …, "as_cited": …}}``; a plain string is a draft.
        """
        wordings = []
        for language in CODES:
            found = value.get(language)
            if isinstance(found, str):
                wordings.append(Wording(language, found))
            elif found:
                wordings.append(
                    Wording(language, found["text"], found.get("status", "draft"), found.get("as_cited", ""))
                )
        return cls(tuple(wordings))

    def to_json(self) -> dict[str, dict[str, str]]:
        """The data form, complete."""
        forms = {}
        for wording in self.wordings:
            form = {"text": wording.text, "status": wording.status}
            forms[wording.language] = form | ({"as_cited": wording.as_cited} if wording.as_cited else {})
        return forms


def check_texts(value: Any) -> list[Problem]:
    """What is wrong with a text's data form."""
    if not isinstance(value, Mapping):
        message = msg("“{value}” should be a mapping from languages to texts, such as en: …")
        return [Problem("text-shape", message, {"value": str(value)[:60]}, RULE)]
    return [problem for language, found in value.items() for problem in (*check(language), *_check_wording(found))]


def _check_wording(found: Any) -> list[Problem]:
    """What is wrong with one language's wording."""
    if isinstance(found, str) and found.strip():
        return []
    if not isinstance(found, Mapping) or not str(found.get("text") or "").strip():
        message = msg("“{value}” should be a text, or a mapping with text, status and as_cited.")
        return [Problem("text-shape", message, {"value": str(found)[:60]}, RULE)]
    problems = []
    status = found.get("status", "draft")
    if status not in STATUSES:
        message = msg("“{status}” is not a status of a wording. Choose one of {known}.")
        problems.append(Problem("text-status", message, {"status": status, "known": ", ".join(STATUSES)}, RULE))
    for name in found.keys() - {"text", "status", "as_cited"}:
        message = msg("A wording has text, status and as_cited; it has no “{name}”.")
        problems.append(Problem("text-shape", message, {"name": name}, RULE))
    return problems
