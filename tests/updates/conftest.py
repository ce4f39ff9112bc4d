"""A person in a browser, on one version of the platform after the other. In a run of its own."""

from tests.end_to_end.conftest import browser, playwright

__all__ = ["browser", "playwright"]
