import re
from urllib.parse import urljoin

import pytest

from echosphere.domain.playback import PlayablePart, is_playlist_name, with_query
from echosphere.domain.recording import RecordingKind
from tests.examples import a_recording, a_session

pytestmark = pytest.mark.unit
QUERY = "Policy=p_~&Signature=s-&Key-Pair-Id=K1"
MASTER = """#EXTM3U
#EXT-X-VERSION:6
#EXT-X-INDEPENDENT-SEGMENTS
#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="English",LANGUAGE="en-US",DEFAULT=NO,URI="captions.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=140800,CODECS="mp4a.40.2",SUBTITLES="captions"
hls/audio_128k.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=70400,CODECS="mp4a.40.2",SUBTITLES="captions"
hls/audio_64k.m3u8
"""
MEDIA = """#EXTM3U
#EXT-X-VERSION:6
#EXT-X-TARGETDURATION:6
#EXT-X-MAP:URI="audio_128k_init.mp4"
#EXTINF:6.000,
audio_128k_00001.m4s

#EXTINF:2.500,
audio_128k_00002.m4s
#EXT-X-ENDLIST
"""


def addresses(playlist: str) -> list[str]:
    """All of them, as a strict reader of RFC 8216 finds them."""
    lines = playlist.splitlines()
    assert lines[0] == "#EXTM3U" and playlist.endswith("\n")
    attributes = [found for line in lines if line.startswith("#") for found in re.findall(r'URI="([^"]+)"', line)]
    return attributes + [line for line in lines if line and not line.startswith("#")]


def test_playlists_are_asked_for_where_the_first_one_was_with_the_same_signature() -> None:
    asked = "https://page.test/api/sessions/s/playback/1/master.m3u8?x"

    signed = with_query(MASTER, folder="/media/s/001/", query=QUERY)

    assert [urljoin(asked, uri) for uri in addresses(signed)] == [
        f"https://page.test/api/sessions/s/playback/1/{name}?{QUERY}"
        for name in ("captions.m3u8", "hls/audio_128k.m3u8", "hls/audio_64k.m3u8")
    ]


def test_everything_else_is_asked_of_cloudfront_with_the_same_signature() -> None:
    asked = "https://page.test/api/sessions/s/playback/1/hls/audio_128k.m3u8?x"

    signed = with_query(MEDIA, folder="/media/s/001/hls/", query=QUERY)

    assert [urljoin(asked, uri) for uri in addresses(signed)] == [
        f"https://page.test/media/s/001/hls/{name}?{QUERY}"
        for name in ("audio_128k_init.mp4", "audio_128k_00001.m4s", "audio_128k_00002.m4s")
    ]


@pytest.mark.parametrize("playlist", [MASTER, MEDIA])
def test_nothing_but_the_addresses_changes(playlist: str) -> None:
    signed = with_query(playlist, folder="", query=QUERY)

    assert signed.replace(f"?{QUERY}", "") == playlist


@pytest.mark.parametrize("name", ["master.m3u8", "captions.m3u8", "hls/audio_128k.m3u8", "hls/720p-1.m3u8"])
def test_ours_and_the_transcoders_are_playlists(name: str) -> None:
    assert is_playlist_name(name)


@pytest.mark.parametrize(
    "name",
    ["peaks.json", "../002/master.m3u8", "hls/../master.m3u8", "/master.m3u8", "hls/a/b.m3u8", ".m3u8", "é.m3u8"],
)
def test_nothing_else_is_a_playlist(name: str) -> None:
    assert not is_playlist_name(name)


def test_the_parts_files_lie_where_cloudfront_serves_them() -> None:
    recording = a_recording(a_session(id="s"), attempt=2, has_captions=True, has_mix=True)
    part = PlayablePart(recording=recording, offset_s=-1.2)

    assert part.master_path == "/media/s/002/master.m3u8"
    assert part.peaks_path == "/media/s/002/peaks.json"
    assert part.captions_path == "/media/s/002/captions.vtt"
    assert (part.mix_path, part.dual_path) == ("/media/s/002/mix.m4a", "/media/s/002/dual.m4a")


def test_a_picture_has_no_two_sides_and_a_silent_talk_no_captions() -> None:
    part = PlayablePart(recording=a_recording(a_session(), kind=RecordingKind.VIDEO), offset_s=0.0)

    assert part.mix_path is None and part.dual_path is None and part.captions_path is None


def test_a_picture_has_small_ones_beside_it_and_sound_has_none() -> None:
    recording = a_recording(a_session(id="s"), kind=RecordingKind.VIDEO, attempt=2, has_thumbnails=True)
    part = PlayablePart(recording=recording, offset_s=0.0)
    alone = PlayablePart(recording=a_recording(a_session()), offset_s=0.0)

    assert (part.thumbnails_path, part.poster_path) == ("/media/s/002/sprite.vtt", "/media/s/002/poster.jpg")
    assert alone.thumbnails_path is None and alone.poster_path is None
