from datetime import timedelta

import pytest

from echosphere.adapters.memory import memory_ports
from echosphere.adapters.memory.playback_signer import MemoryPlaybackSigner
from echosphere.domain.errors import PlaybackRefused, RecordingNotFound
from echosphere.domain.playback import Access
from echosphere.ports import BackendPorts
from echosphere.services.read_signed_playlist import read_signed_playlist

pytestmark = pytest.mark.unit
MEDIA = "#EXTM3U\n#EXTINF:6.0,\naudio_00001.ts\n#EXT-X-ENDLIST\n"


def ports_with(key: str) -> BackendPorts:
    ports = memory_ports()
    ports.media.put(key, MEDIA.encode(), content_type="application/vnd.apple.mpegurl")
    return ports


def access_to(session_id: str, signer: MemoryPlaybackSigner, ports: BackendPorts) -> Access:
    return signer.sign(session_id, until=ports.clock.now() + timedelta(hours=1))


def test_the_holder_of_an_access_reads_a_playlist_that_carries_it_on() -> None:
    ports, signer = ports_with("media/s/001/hls/audio.m3u8"), MemoryPlaybackSigner()
    access = access_to("s", signer, ports)

    text = read_signed_playlist(
        ports, signer, session_id="s", attempt=1, name="hls/audio.m3u8", parameters=dict(access.parameters)
    )

    assert text == f"#EXTM3U\n#EXTINF:6.0,\n/media/s/001/hls/audio_00001.ts?{access.query}\n#EXT-X-ENDLIST\n"


def test_an_access_to_another_talk_is_refused_before_anything_is_read() -> None:
    ports, signer = memory_ports(), MemoryPlaybackSigner()
    ports.media.is_down = True  # type: ignore[attr-defined]  # the one in memory
    access = access_to("other", signer, ports)

    with pytest.raises(PlaybackRefused):
        read_signed_playlist(
            ports, signer, session_id="s", attempt=1, name="master.m3u8", parameters=dict(access.parameters)
        )


@pytest.mark.parametrize("name", ["master.m3u8", "audio_00001.ts", "../../other/001/master.m3u8"])
def test_what_is_no_playlist_of_the_talk_is_not_there(name: str) -> None:
    ports, signer = ports_with("media/s/001/audio_00001.ts"), MemoryPlaybackSigner()
    ports.media.put("media/other/001/master.m3u8", b"", content_type="")
    access = access_to("s", signer, ports)

    with pytest.raises(RecordingNotFound):
        read_signed_playlist(ports, signer, session_id="s", attempt=1, name=name, parameters=dict(access.parameters))
