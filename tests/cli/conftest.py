"""A command line that keeps standard output and standard error apart."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from quicksilver.cli import commands


@pytest.fixture
def quicksilver() -> Callable[..., Result]:
    """Run a command: ``quicksilver("report", "list")``."""

    def run(*words: object) -> Result:
        return CliRunner().invoke(commands.quicksilver, [str(word) for word in words], catch_exceptions=False)

    return run
