import pytest

from echosphere.domain.captions import CUE_COLUMNS, cues, to_webvtt
from echosphere.domain.message import Role
from echosphere.domain.speaker import guest_names
from tests.examples import a_guest, a_message, a_session

pytestmark = pytest.mark.unit
SESSION = a_session()
LONG = "Well, it is kept for thirty days. After that it goes by itself, unless you say otherwise in your settings."
JAPANESE = (
    "録音は三十日間保存されます。その後は自動的に削除されますが、設定で変更することもできますのでご安心ください。"
)


def test_a_cue_lies_at_the_files_seconds_and_not_at_the_talks() -> None:
    (cue,) = cues([a_message(SESSION, started_s=4.0, ended_s=6.0)], offset_s=-1.5, duration_s=60.0)

    assert (cue.from_s, cue.to_s, cue.voice) == (5.5, 7.5, "Person")


@pytest.mark.parametrize(("offset_s", "duration_s"), [(7.0, 60.0), (0.0, 3.0)])
def test_what_lies_outside_the_file_is_left_out(offset_s: float, duration_s: float) -> None:
    assert cues([a_message(SESSION, started_s=4.0, ended_s=6.0)], offset_s=offset_s, duration_s=duration_s) == []


@pytest.mark.parametrize("text", [LONG, JAPANESE, "x" * 200])
def test_a_long_message_is_shown_in_pieces_that_fit_and_lose_nothing(text: str) -> None:
    shown = cues([a_message(SESSION, text=text, started_s=0.0, ended_s=12.0)], offset_s=0.0, duration_s=60.0)

    assert len(shown) > 1 and all(len(cue.text) <= CUE_COLUMNS for cue in shown)
    assert "".join(cue.text for cue in shown).replace(" ", "") == text.replace(" ", "")
    assert shown[0].from_s == 0.0 and shown[-1].to_s == pytest.approx(12.0)


def test_a_long_message_is_cut_behind_a_sentence() -> None:
    shown = cues([a_message(SESSION, text=LONG, started_s=0.0, ended_s=12.0)], offset_s=0.0, duration_s=60.0)

    assert shown[0].text == "Well, it is kept for thirty days."


def test_the_agent_has_a_voice_of_its_own_and_the_system_has_none() -> None:
    said = [a_message(SESSION, role=Role.ASSISTANT), a_message(SESSION, role=Role.SYSTEM)]

    assert [cue.voice for cue in cues(said, offset_s=0.0, duration_s=60.0)] == ["Agent"]


def test_a_guest_has_a_name_or_a_number_and_the_owner_is_the_person() -> None:
    guests = [a_guest(SESSION, identity="guest-1", label="Ken <3"), a_guest(SESSION, identity="guest-2")]
    said = [a_message(SESSION, speaker=identity) for identity in ("guest-1", "guest-2", SESSION.participant_identity)]
    shown = cues(said, offset_s=0.0, duration_s=60.0, names=guest_names(guests))

    assert [cue.voice for cue in shown] == ["Ken <3", "Guest 2", "Person"]
    assert "<v Ken &lt;3>" in to_webvtt(shown)


def test_what_would_be_markup_is_written_as_text() -> None:
    text = to_webvtt(cues([a_message(SESSION, text="a < b && <i> --> c")], offset_s=0.0, duration_s=60.0))

    assert "<v Person>a &lt; b &amp;&amp; &lt;i&gt; --&gt; c" in text


def test_the_captions_begin_with_the_clock_of_the_sound() -> None:
    assert to_webvtt([], start_pts=900_000).startswith("WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\n")


def test_hours_are_written_in_full() -> None:
    late = a_message(SESSION, started_s=3723.456, ended_s=3725.0)

    assert "01:02:03.456 --> 01:02:05.000" in to_webvtt(cues([late], offset_s=0.0, duration_s=9999.0))


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("a" * 50 + ". " + "b" * 50, "a" * 50 + "."),
        ("a" * 50 + ", " + "b" * 50, "a" * 50 + ","),
        ("a" * 50 + " " + "b" * 50, "a" * 50),
        ("One. " + "a" * 40 + ", " + "b" * 50, "One. " + "a" * 40 + ","),
        ("a" * 100, "a" * CUE_COLUMNS),
        ("一" * 30 + "、" + "二" * 30, "一" * 30 + "、"),
        ("一" * 100, "一" * (CUE_COLUMNS // 2)),
    ],
    ids=["a sentence", "a clause", "a word", "not far at the front", "nowhere", "in Japanese", "nowhere in Japanese"],
)
def test_a_piece_ends_at_the_best_place_that_fits(words: str, first: str) -> None:
    shown = cues([a_message(SESSION, text=words, started_s=0.0, ended_s=12.0)], offset_s=0.0, duration_s=60.0)

    assert shown[0].text == first


def test_what_just_fits_is_one_piece() -> None:
    said = a_message(SESSION, text="a" * CUE_COLUMNS, started_s=0.0, ended_s=12.0)

    assert [cue.text for cue in cues([said], offset_s=0.0, duration_s=60.0)] == ["a" * CUE_COLUMNS]


def test_a_file_numbers_its_cues_and_tells_hours_minutes_and_thousandths() -> None:
    said = [
        a_message(SESSION, text=words, started_s=at, ended_s=at + 1.5) for words, at in (("One", 1.0), ("Two", 3725.25))
    ]

    text = to_webvtt(cues(said, offset_s=0.0, duration_s=4000.0))

    assert "1\n00:00:01.000 --> 00:00:02.500\n<v Person>One" in text
    assert "2\n01:02:05.250 --> 01:02:06.750\n<v Person>Two" in text
