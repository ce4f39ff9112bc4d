"""One talk through getUserMedia as it is: Chromium's fake device plays a file, and the browser processes its sound."""

import io
import wave
from base64 import b64decode
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.end_to_end.conftest import CHROMIUM, QUIET
from tests.end_to_end.person import EARS_AND_MOUTH, Person
from tests.end_to_end.speech import spoken
from tests.platform import Platform

pytestmark = pytest.mark.end_to_end
GREETING_S = 14  # silence of the file before the question: longer than the greeting
AFTER_S = 20  # silence behind it, so that the answer is not spoken over when the file begins again


def test_a_question_through_a_real_media_device_is_answered(
    platform: Platform, playwright: Playwright, tmp_path: Path
) -> None:
    file = _file_with_silence(tmp_path / "question.wav", "What is twelve times twelve?")
    device = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
    arguments = [*QUIET, *device, f"--use-file-for-fake-audio-capture={file}"]
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
    context = browser.new_context(locale="en-US", permissions=["microphone"])
    context.add_init_script("window.__keepMicrophone = true")
    context.add_init_script(path=EARS_AND_MOUTH)
    person = Person(context.new_page(), platform.page_origin)
    person.sign_in(platform.demo_person)
    person.start_talk("en-US")

    person.wait_for_lines("assistant", 2)

    answer = person.lines("assistant")[1]
    person.hang_up()
    browser.close()
    assert "144" in answer


def _file_with_silence(path: Path, text: str) -> Path:
    with wave.open(io.BytesIO(b64decode(spoken(text, "kal16")))) as source:
        rate, speech = source.getframerate(), source.readframes(source.getnframes())
    with wave.open(str(path), "wb") as target:
        target.setnchannels(1)
        target.setsampwidth(2)
        target.setframerate(rate)
        target.writeframes(bytes(2 * rate * GREETING_S) + speech + bytes(2 * rate * AFTER_S))
    return path
