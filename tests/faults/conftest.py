"""A person in a browser, as for the end-to-end tests, on a platform whose parts die. In a run of its own."""

from tests.end_to_end.conftest import browser, page, person, playwright, stranger

__all__ = ["browser", "page", "person", "playwright", "stranger"]
