"""A command line that keeps standard output and standard error apart."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quicksilver.cli import commands


@pytest.fixture
def quicksilver() -> Callable[..., Result]:
    """Run a command: ``quicksilver("report", "list")``."""

    def run(*words: object) -> Result:
        return CliRunner().invoke(commands.quicksilver, [str(word) for word in words], catch_exceptions=False)

    return run


@pytest.fixture
def own_home(tmp_path: Path) -> dict[str, str]:
    """The environment of a process that has its own data folder, and with it its own database."""
    source = Path(__file__).parents[2] / "src"
    passed_on = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {
        **passed_on,
        "QUICKSILVER_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(source),
        "LANG": "C.UTF-8",
        "PYTHONUNBUFFERED": "1",
    }
