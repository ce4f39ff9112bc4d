"""A talk on the real server, recorded into a real S3."""

import asyncio
from pathlib import Path

import psutil
import pytest
from livekit import api
from livekit.protocol.egress import ListEgressRequest, StopEgressRequest

from local.egress.recorder.sides import AGENT_SIDE
from tests.integration.egress.house import KEY, House
from tests.integration.egress.voices import a_voice, bursts_of, pitch_hz, read_sides
from tests.processes import if_alive

pytestmark = [pytest.mark.integration, pytest.mark.asyncio(loop_scope="package")]

STARTING, ACTIVE, ENDING = (
    api.EgressStatus.EGRESS_STARTING,
    api.EgressStatus.EGRESS_ACTIVE,
    api.EgressStatus.EGRESS_ENDING,
)
COMPLETE, FAILED, ABORTED = (
    api.EgressStatus.EGRESS_COMPLETE,
    api.EgressStatus.EGRESS_FAILED,
    api.EgressStatus.EGRESS_ABORTED,
)
PERSON_HZ, AGENT_HZ = 440.0, 880.0
TOGETHER_S = 0.020
SAME_VOICE_HZ = 5  # the spectrum of a burst of a fifth of a second is as wide


def recorders(house: House) -> list[psutil.Process]:
    """But for the one that is kept ready, which holds no file."""
    assert house.service
    children = psutil.Process(house.service.pid).children()
    return [
        child
        for child in children
        if any(file.path.endswith("/sound.lock") for file in if_alive(child.open_files) or ())
    ]


async def test_each_side_is_heard_on_its_own_and_both_at_the_time_at_which_they_were_said(
    house: House, tmp_path: Path
) -> None:
    await house.open_room()
    async with a_voice(house, "standard", hz=PERSON_HZ) as person:
        await house.start_recording()
        await house.until("egress_updated", ACTIVE)
        async with a_voice(house, "agent", hz=AGENT_HZ) as agent:
            await agent.says(7)
            await house.close_room()
    info = await house.until("egress_ended", COMPLETE)
    sides = read_sides(house.stored(tmp_path))

    started_ns = info.file_results[0].started_at
    (agent_row,) = AGENT_SIDE.value
    delays = {}
    for row, voice, hz in ((agent_row, agent, AGENT_HZ), (1 - agent_row, person, PERSON_HZ)):
        assert pitch_hz(sides[row]) == pytest.approx(hz, abs=SAME_VOICE_HZ)
        heard = bursts_of(sides[row], started_ns=started_ns)[-4:]
        delays[row] = [at - max(it for it in voice.bursts_s if it < at) for at in heard]
    assert max(map(max, delays.values())) < 0.1, "the codec and the way take less"
    assert all(abs(left - right) <= TOGETHER_S for left, right in zip(delays[0], delays[1], strict=True))


async def test_its_news_tell_its_whole_life(house: House) -> None:
    await house.open_room()
    async with a_voice(house, "standard", hz=PERSON_HZ) as person:
        started = await house.start_recording()
        await house.until("egress_updated", ACTIVE)
        await person.says(2)
        async with house.livekit() as livekit:
            stopping = await livekit.egress.stop_egress(StopEgressRequest(egress_id=started.egress_id))
            ended = await house.until("egress_ended", COMPLETE)
            listed = await livekit.egress.list_egress(ListEgressRequest(egress_id=started.egress_id))
            with pytest.raises(api.TwirpError) as refused:
                await livekit.egress.stop_egress(StopEgressRequest(egress_id=started.egress_id))

    told = [(it.event, it.egress_info.status) for it in house.news]
    assert told == [
        ("egress_started", STARTING),
        ("egress_updated", ACTIVE),
        ("egress_updated", ENDING),
        ("egress_ended", COMPLETE),
    ]
    (file,) = ended.file_results
    assert (file.filename, file.location.endswith(KEY)) == (KEY, True)
    assert file.ended_at - file.started_at == file.duration
    assert 1 < file.duration / 1e9 < 4
    assert file.size > 0
    assert stopping.status == ENDING
    assert list(listed.items) == [ended]
    assert refused.value.code == "failed_precondition"


async def test_a_room_in_which_nobody_ever_spoke_is_an_aborted_recording(house: House) -> None:
    await house.open_room()
    await house.start_recording()
    await house.until("egress_started", STARTING)
    await house.until_joined()
    await house.close_room()

    ended = await house.until("egress_ended", ABORTED)

    assert ended.error == "Start signal not received"
    assert not ended.file_results[0].location


async def test_a_recorder_that_is_killed_leaves_its_file_and_says_so_at_once(house: House, tmp_path: Path) -> None:
    await house.open_room()
    async with a_voice(house, "standard", hz=PERSON_HZ) as person:
        await house.start_recording()
        info = await house.until("egress_updated", ACTIVE)
        await person.says(4)
        (recorder,) = recorders(house)
        lived_s = asyncio.get_running_loop().time()
        recorder.kill()
        ended = await house.until("egress_ended", FAILED)
        told_s = asyncio.get_running_loop().time()

    assert told_s - lived_s < 3
    assert ended.error == "egress process died"
    plays_s = read_sides(house.stored(tmp_path)).shape[1] / 48_000
    assert plays_s > 3 - 2
    assert ended.file_results[0].duration / 1e9 == pytest.approx(plays_s, abs=0.1)
    assert ended.file_results[0].started_at == info.file_results[0].started_at


async def test_what_a_killed_service_recorded_is_stored_and_told_at_its_next_start(
    house: House, tmp_path: Path
) -> None:
    await house.open_room()
    async with a_voice(house, "standard", hz=PERSON_HZ) as person:
        await house.start_recording()
        await house.until("egress_updated", ACTIVE)
        await person.says(3)
        house.kill_service()
        await house.start_service()
        ended = await house.until("egress_ended", FAILED)

    assert ended.error == "egress process died"
    assert read_sides(house.stored(tmp_path)).shape[1] / 48_000 > 2 - 1


async def test_two_recordings_at_once_live_and_die_on_their_own(house: House) -> None:
    await house.open_room()
    async with a_voice(house, "standard", hz=PERSON_HZ) as person:
        first, second = await asyncio.gather(house.start_recording(), house.start_recording("raw/S1/002.mp4"))
        while {it.egress_info.egress_id for it in house.news if it.egress_info.status == ACTIVE} != {
            first.egress_id,
            second.egress_id,
        }:
            await person.says(1)
        one, _other = recorders(house)
        one.kill()
        dead = await house.until("egress_ended", FAILED)
        await person.says(1)
        await house.close_room()
        whole = await house.until("egress_ended", COMPLETE)

    assert {dead.egress_id, whole.egress_id} == {first.egress_id, second.egress_id}
    assert whole.file_results[0].duration > dead.file_results[0].duration
