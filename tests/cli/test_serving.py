"""`quicksilver serve`: an address that can be taken, and a site that answers."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from quicksilver.cli import serving
from quicksilver.core.errors import Refused


@pytest.fixture
def taken_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def test_taken_port_is_refused_with_another_offered(taken_port):
    with pytest.raises(Refused, match=f"--port {taken_port + 1}"):
        serving.require_free("127.0.0.1", taken_port)


def test_host_that_is_not_ours_is_refused():
    with pytest.raises(Refused, match="Nothing can listen"):
        serving.require_free("192.0.2.1", 8000)


def answer(address: str, seconds: float = 60) -> int:
    """Status of a page, once somebody answers. [s]"""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        try:
            with urllib.request.urlopen(address, timeout=10) as page:
                return page.status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            time.sleep(0.2)
    return 0


def test_site_answers_and_ends_when_told(own_home):
    port = free_port()
    command = [sys.executable, "-m", "quicksilver.cli", "serve", "--port", str(port)]
    with subprocess.Popen(command, env=own_home, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        try:
            # The record is empty: the home page says so, which is an answer.
            assert answer(f"http://127.0.0.1:{port}/static/quicksilver/quicksilver.css") == 200
        finally:
            server.terminate()
            said, _ = server.communicate(timeout=30)

    assert server.returncode == 0
    assert f"The site is at http://127.0.0.1:{port}/" in said
    assert "WARNING" not in said
