import pytest

from echosphere.domain import hls

pytestmark = pytest.mark.unit
MASTER = """#EXTM3U
#EXT-X-VERSION:4
#EXT-X-INDEPENDENT-SEGMENTS
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio_128k",NAME="a",DEFAULT=YES,URI="video_audio_128k.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=3300000,AVERAGE-BANDWIDTH=2900000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720
video_720p.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=70400,CODECS="mp4a.40.2",X-UNKNOWN="kept"
video_audio_64k.m3u8
"""


def test_every_playlist_that_a_player_may_open_is_named() -> None:
    assert hls.playlists(MASTER) == ["video_720p.m3u8", "video_audio_64k.m3u8", "video_audio_128k.m3u8"]


def test_a_variant_says_its_highest_rate_and_whether_it_has_a_picture() -> None:
    assert [(each.bits_per_second, each.has_picture) for each in hls.variants(MASTER)] == [
        (3_300_000, True),
        (70_400, False),
    ]


def test_read_from_above_every_address_leads_through_the_folder() -> None:
    moved = hls.below(MASTER, "hls/")

    assert hls.playlists(moved) == [f"hls/{name}" for name in hls.playlists(MASTER)]
    assert moved.replace("hls/", "") == MASTER


def test_subtitles_are_offered_with_every_choice_and_nothing_is_lost() -> None:
    offered = hls.with_subtitles(MASTER, uri="captions.m3u8", language="ja-JP", name="日本語")

    choices = [line for line in offered.splitlines() if line.startswith("#EXT-X-STREAM-INF")]
    assert all(line.endswith(',SUBTITLES="captions"') for line in choices)
    assert 'X-UNKNOWN="kept"' in offered and "captions.m3u8" in hls.playlists(offered)
    assert offered.splitlines()[0] == "#EXTM3U"


def test_the_captions_are_one_segment_as_long_as_the_talk() -> None:
    playlist = hls.subtitle_playlist("captions.vtt", duration_s=63.4)

    assert hls.segments(playlist) == ["captions.vtt"] and hls.length_s(playlist) == 63.4
    assert "#EXT-X-TARGETDURATION:64" in playlist and playlist.endswith("#EXT-X-ENDLIST\n")


def test_a_playlist_of_segments_is_no_master() -> None:
    assert hls.is_master(MASTER) and not hls.is_master(hls.subtitle_playlist("a", duration_s=1.0))
