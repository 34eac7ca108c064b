"""Property tests of the core: the same examples every time, and no stop-watch, so that a slow machine is no failure."""

from hypothesis import settings

settings.register_profile("core", derandomize=True, deadline=None, max_examples=60, database=None)
settings.load_profile("core")
