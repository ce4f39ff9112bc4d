"""A person in a browser, as for the end-to-end tests, on a platform whose parts die. In a run of its own."""

from collections.abc import Iterator

import pytest

from tests.end_to_end.conftest import browser, page, person, playwright, stranger
from tests.faults.work_queue import WorkQueue
from tests.platform import Platform

__all__ = ["browser", "page", "person", "playwright", "stranger"]

# Instead of half an hour, and of the minute before the first try. Longer than an exporter is waited for.
COMES_BACK_S = 15


@pytest.fixture
def waiting_spans(platform: Platform) -> Iterator[WorkQueue]:
    """Those of functions, that an exporter could not be given."""
    queue = WorkQueue(platform, platform.outputs.get("traces", "ForwardSpansQueueUrl"))
    queue.forget_dead_letters()
    with queue.impatient(VisibilityTimeout=COMES_BACK_S, DelaySeconds=0):
        yield queue
