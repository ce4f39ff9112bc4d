"""Where an answer is cut for the voice, while it is being written."""

from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_container.speech.sentences import sentences, sentences_in

pytestmark = pytest.mark.unit

LONG_JAPANESE = (
    "録音は会話が終わるとすぐに処理され、数秒後には再生できるようになります。再生ページでは、文字起こしと評価も一緒に見られます。"
    "録音を止めたいときは、会話を始める前に設定で切り替えてください。"
)


async def sign_by_sign(text: str) -> AsyncIterator[str]:
    for sign in text:
        yield sign


async def written_before_the_first(text: str) -> int:
    """Signs of the answer that have come when the voice gets its first words."""
    written = 0

    async def counted() -> AsyncIterator[str]:
        nonlocal written
        for sign in text:
            written += 1
            yield sign

    await anext(sentences(counted()))
    return written


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("はい。できます！本当ですか？", ["はい。", "できます！", "本当ですか？"]),
        ("「はい。」と言いました。", ["「はい。」", "と言いました。"]),
        ("It is 3.5 km. Then turn.", ["It is 3.5 km.", "Then turn."]),
        ("Ask Dr. Silva. She knows.", ["Ask Dr. Silva.", "She knows."]),
        ("Fale com a Sra. Souza. Ela sabe.", ["Fale com a Sra. Souza.", "Ela sabe."]),
        ("2 plus 2 is 4. Really!", ["2 plus 2 is 4.", "Really!"]),
        ("No end", ["No end"]),
        (" ", []),
    ],
)
def test_a_sentence_ends_where_a_reader_would_say_so(text: str, cut: list[str]) -> None:
    assert sentences_in(text) == cut


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        (LONG_JAPANESE, 18),  # its first clause; the answer has 94 signs
        (LONG_JAPANESE.replace("。", "、"), 18),
        ("あ" * 1_000, 240),  # not even a comma
        ("Recordings are processed as soon as a talk is over, and are ready some seconds later.", 53),
        ("word " * 400, 205),
    ],
)
async def test_the_voice_never_waits_for_the_whole_answer(text: str, signs: int) -> None:
    assert await written_before_the_first(text) <= signs


@given(text=st.text("aB3 .,!?、。」\n", max_size=120))
async def test_no_sign_is_lost_or_added(text: str) -> None:
    assert "".join([sentence async for sentence in sentences(sign_by_sign(text))]) == text
