"""The clock of a person's own machine is wrong: they sign in, talk and replay like anybody."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.end_to_end.person import Person
from tests.end_to_end.replayed_talk import talk_and_hang_up
from tests.platform import Platform

pytestmark = pytest.mark.end_to_end

WRONG_CLOCK = """(() => {
  const Right = Date;
  globalThis.Date = class extends Right {
    constructor(...given) { super(...(given.length > 0 ? given : [Right.now() + SKEW])); }
    static now() { return Right.now() + SKEW; }
  };
})()"""
# Two hours more than a token of Cognito and a playback's cookies live.
SKEWS = (timedelta(hours=3), timedelta(hours=-3), timedelta(days=400))
TOLERANCE = timedelta(minutes=5)


@pytest.mark.parametrize("skew", SKEWS, ids=str)
def test_a_talk_is_held_and_replayed(stranger: Person, platform: Platform, skew: timedelta) -> None:
    stranger.page.add_init_script(WRONG_CLOCK.replace("SKEW", str(int(skew.total_seconds() * 1000))))

    stranger.sign_in(platform.demo_person)
    talk = talk_and_hang_up(stranger, typed="What is seven times six?")
    talk.player.get_by_role("button", name="Play").click()

    assert talk.until_played(1.0) > 1.0
    _, session = stranger.api(f"/api/sessions/{talk.session_id}")
    assert abs(datetime.fromisoformat(session["started_at"]) - datetime.now(UTC)) < TOLERANCE
    assert [each["text"] for each in talk.messages()][1:] == ["What is seven times six?", "7 times 6 is 42."]
