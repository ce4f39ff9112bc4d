"""The same talk as in the suite that runs in Chromium; a suite of its own, because its browsers are large."""

from tests.end_to_end.conftest import browser, playwright, talk

__all__ = ["browser", "playwright", "talk"]
