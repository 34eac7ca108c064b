"""Money: an exact amount in one currency. Amounts in different currencies are never added."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from quicksilver.core.errors import Problem, QuicksilverError, Refused
from quicksilver.core.languages import msg

RULE = "ISO 4217; docs/data-files.md"


class CurrenciesDiffer(QuicksilverError):
    """Two amounts in different currencies cannot be added or compared; carries both."""

    def __init__(self, one: "Money", other: "Money") -> None:
        self.one, self.other = one, other
        super().__init__(f"{one} and {other} are in different currencies")


@dataclass(frozen=True)
class Money:
    """An amount as given, to the cent.

    Parameters
    ----------
    amount : Decimal
        The amount. [currency]
    currency : str
        ISO 4217 code, such as ``USD``.

    Raises
    ------
    Refused
        The currency is no code of three capital letters, or the amount is no finite number.
    """

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        problems = check(self.amount, self.currency)
        if problems:
            raise Refused(problems)

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    def _same(self, other: "Money") -> Decimal:
        if self.currency != other.currency:
            raise CurrenciesDiffer(self, other)
        return other.amount

    def __add__(self, other: "Money") -> "Money":
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.amount - self._same(other), self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.amount, self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.amount < self._same(other)

    def __le__(self, other: "Money") -> bool:
        return self.amount <= self._same(other)


def check(amount: object, currency: str) -> list[Problem]:
    """What is wrong with an amount and its currency."""
    problems = []
    if not currency:
        message = msg("The amount {amount} has no currency. Give its ISO 4217 code, such as USD.")
        problems.append(Problem("currency-missing", message, {"amount": amount}, RULE))
    elif not (len(currency) == 3 and currency.isascii() and currency.isalpha() and currency.isupper()):
        message = msg("“{currency}” is not a currency code. Give three capital letters of ISO 4217, such as USD.")
        problems.append(Problem("currency-unknown", message, {"currency": currency}, RULE))
    if not _is_number(amount):
        message = msg("“{amount}” is not an amount. Write digits with a point for cents, such as 1000380.00.")
        problems.append(Problem("amount-not-number", message, {"amount": amount}, RULE))
    return problems


def _is_number(amount: object) -> bool:
    if isinstance(amount, float):
        return False
    try:
        return Decimal(str(amount)).is_finite()
    except InvalidOperation:
        return False
