"""The machine's disk is full in the middle of a talk: one talks on, and nothing that was kept before is lost."""

from collections.abc import Iterator

import pytest

from local.installation import CHECKOUT
from local.readiness import wait_until
from tests.end_to_end.person import Person
from tests.end_to_end.replayed_talk import talk_and_hang_up
from tests.faults.small_disk import filled, small_disk
from tests.faults.stored import recording, texts
from tests.platform import Platform, running_platform

pytestmark = pytest.mark.end_to_end

SIZE_MB = 3_000
SETTLED_S = 180
SETTLED = {"ready", "failed"}


@pytest.fixture(scope="module")
def platform() -> Iterator[Platform]:
    """All that it keeps lies on the small disk."""
    with (
        small_disk(CHECKOUT / "build" / "small-disk", size_mb=SIZE_MB) as disk,
        running_platform(disk / "home") as all_,
    ):
        yield all_


def test_one_talks_on_while_the_disk_is_full_and_is_recorded_again_when_it_is_not(
    person: Person, platform: Platform
) -> None:
    before = talk_and_hang_up(person, typed="What is seven times six?")
    kept = before.messages()

    person.page.goto(person.origin)
    session_id = person.start_talk("en-US")
    person.hear_greeting()
    assert "72" in person.type("What is eight times nine?")
    with filled(platform.installation.home.parent):
        assert "11" in person.type("What is five plus six?")
        assert "21" in person.ask("What is three times seven?", "rms").answer
    person.hang_up()

    wait_until(lambda: recording(person, session_id)["status"] in SETTLED, what="the recording", within_s=SETTLED_S)
    print(f"\n  disk full in mid-talk: {recording(person, session_id)}")
    said = texts(person, session_id)
    wanted = ("8 times 9 is 72.", "5 plus 6 is 11.", "3 times 7 is 21.")
    assert [each for each in wanted if each not in said] == [], said
    assert before.messages() == kept
    person.page.goto(person.origin)
    after = talk_and_hang_up(person, typed="What is two plus two?")
    assert [each["text"] for each in after.messages()][-1] == "2 plus 2 is 4."
