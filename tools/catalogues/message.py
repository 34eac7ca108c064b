"""A message as the programme says it, wherever it was found."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Message:
    """An English sentence to be translated.

    Parameters
    ----------
    singular : str
        The message id.
    plural : str
        The id for many, where the sentence depends on a number; else empty.
    context : str
        What tells two equal sentences apart; usually empty.
    file : str
        Where it stands.
    line : int
        On which line.
    """

    singular: str
    plural: str = ""
    context: str = ""
    file: str = ""
    line: int = 0
