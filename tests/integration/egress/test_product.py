"""What the product makes of the real server's news: pictures beside the sound, and two recorders where one dies."""

from pathlib import Path

import av
import pytest

from echosphere.domain.coverage import gaps, offset_s
from echosphere.domain.kept import kept
from echosphere.domain.recording import Recording, RecordingKind, RecordingStatus
from tests.integration.egress.cameras import a_camera, read_pictures, together_s
from tests.integration.egress.house import House
from tests.integration.egress.product import a_product
from tests.integration.egress.test_recording import recorders
from tests.integration.egress.voices import a_voice, bursts_of, read_sides

pytestmark = [pytest.mark.integration, pytest.mark.asyncio(loop_scope="package")]

AUDIO, VIDEO = RecordingKind.AUDIO, RecordingKind.VIDEO
RECORDING, UPLOADED = RecordingStatus.RECORDING, RecordingStatus.UPLOADED
TOGETHER_S = 0.1
HEARD_WITHIN_S = 0.2


def made_ready(recording: Recording) -> Recording:
    """What the pipeline makes of a file that holds."""
    at, duration_s = recording.changed_at, recording.duration_s or 0.0
    uploaded = recording.upload(version="1", at=at).transcode("job-1", at=at).finish(at=at)
    return uploaded.be_ready(duration_s=duration_s, renditions=(), has_captions=False, at=at)


async def test_a_camera_is_recorded_beside_the_sound_and_both_lie_at_their_seconds(
    house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    product = await a_product(house, monkeypatch)
    async with a_voice(house, "standard", hz=440) as person:
        await product.until({(AUDIO, RECORDING): 1})
        product.begin()
        async with a_camera(person):
            await product.until({(AUDIO, RECORDING): 1, (VIDEO, RECORDING): 1})
            await person.says(3)
            await house.close_room()
            await product.until({(AUDIO, UPLOADED): 1, (VIDEO, UPLOADED): 1})

    sound, video = product.recordings()
    path = product.stored(video, tmp_path)
    with av.open(str(path)) as file:
        assert (file.streams.video[0].width, file.streams.video[0].height) == (1280, 720)
        assert file.streams.audio[0].channels == 2
    session = product.session
    heard_s = [
        at + offset_s(session, sound) for at in bursts_of(read_sides(product.stored(sound, tmp_path))[1], started_ns=0)
    ]
    seen_s = [at + offset_s(session, video) for at in read_pictures(path).flashes_s()]
    apart_s = together_s(seen_s, heard_s)
    print("picture after the other file's sound, ms:", [round(1000 * late) for late in apart_s])
    assert len(apart_s) >= 2
    assert max(map(abs, apart_s)) <= TOGETHER_S
    assert offset_s(session, video) > offset_s(session, sound)
    assert gaps(session, product.recordings()) == []


async def test_of_two_recorders_one_is_killed_and_nothing_is_missing_in_what_is_played(
    house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    product = await a_product(house, monkeypatch, recorders=2)
    async with a_voice(house, "standard", hz=440) as person:
        await product.until({(AUDIO, RECORDING): 2})
        product.begin()
        await person.says(2)
        recorders(house)[0].kill()
        await product.until({(AUDIO, UPLOADED): 1, (AUDIO, RECORDING): 2})
        await person.says(4)
        await house.close_room()
        await product.until({(AUDIO, UPLOADED): 3})

    session, made = product.session, [made_ready(each) for each in product.recordings()]
    (whole,) = kept(session, made)
    assert [each.ended_early for each in made].count(True) == 1 and not whole.ended_early
    assert gaps(session, [whole]) == []
    heard = bursts_of(read_sides(product.stored(whole, tmp_path))[1], started_ns=0)
    heard_s = [at + offset_s(session, whole) for at in heard]
    assert session.started_at and session.duration_s
    said_s = [at - session.started_at.timestamp() for at in person.bursts_s]
    during = [at for at in said_s if 0 < at < session.duration_s - 0.5]
    assert len(during) >= 4
    assert [at for at in during if not any(abs(at - it) < HEARD_WITHIN_S for it in heard_s)] == []
