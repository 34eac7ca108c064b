"""Where the programme keeps what it makes: its home, its data folder, its secret key."""

import os
import secrets
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

PROJECT = Path(__file__).parents[3]


def home() -> Path:
    """The folder of the project: the checkout, or, for an installed package, where one is."""
    named = os.environ.get("QUICKSILVER_HOME")
    if named:
        return Path(named).resolve()
    return PROJECT if (PROJECT / "pyproject.toml").is_file() else Path.cwd()


def examples(home: Path) -> Path:
    """The folder of example records: the checkout's, wherever the data are kept."""
    checkout = PROJECT / "examples"
    return checkout if checkout.is_dir() else home / "examples"


def data_folder(home: Path) -> Path:
    """The data folder, made if it is not there.

    Raises
    ------
    ImproperlyConfigured
        It cannot be made.
    """
    folder = home / "data"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"The data folder {folder} cannot be made ({error.strerror}). "
            "Name a folder that can be written to in QUICKSILVER_HOME."
        ) from error
    return folder


def secret_key(folder: Path) -> str:
    """The key that signs cookies: made once, readable to its owner alone.

    Raises
    ------
    ImproperlyConfigured
        There is none and it cannot be written.
    """
    file = folder / "secret-key"
    try:
        if not file.is_file():
            _write_once(file, secrets.token_urlsafe(50))
        return file.read_text(encoding="ascii").strip()
    except OSError as error:
        raise ImproperlyConfigured(
            f"The secret key {file} can be neither read nor made ({error.strerror}). "
            "Give one in QUICKSILVER_SECRET_KEY."
        ) from error


def _write_once(file: Path, text: str) -> None:
    """Whole or not at all, and the first of several processes wins."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".secret-key-")
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(text)
    try:
        os.link(name, file)
    except FileExistsError:
        pass
    finally:
        Path(name).unlink()
