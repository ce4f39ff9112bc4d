"""Do the figures of turns tell the truth? A fixed talk is held and recorded; what the API tells of each turn is laid
beside what is heard in the recording, by code that shares nothing with it."""

import os
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, sync_playwright

from bench.figures import Figures
from tests.end_to_end.conftest import CHROMIUM, QUIET
from tests.end_to_end.person import EARS_AND_MOUTH, Person
from tests.end_to_end.replayed_talk import ReplayedTalk, talk_and_hang_up
from tests.end_to_end.turns_by_ear import turns_heard
from tests.platform import Platform

TALKS = int(os.environ.get("TRUTH_TALKS", "4"))
ASKED = (
    ("What is twelve times twelve?", "rms"),
    ("What can I ask you?", "slt"),
    ("How many meters are in a mile?", "rms"),
    ("Where are my talks kept?", "kal16"),
    ("What is forty plus two?", "slt"),
    ("What day is it today?", "rms"),
)
SAME_TURN_S = 1.0


@dataclass(frozen=True)
class TurnCompared:
    """Milliseconds: voice to voice, and how much later than in the recording the API has either end of it."""

    told: float
    heard: float
    asked_later: float
    answered_later: float

    @property
    def difference(self) -> float:
        return self.told - self.heard


def bench_truth(platform: Platform) -> dict[str, object]:
    compared, unmatched = measure_truth(platform)
    differences = [each.difference for each in compared]
    rows = {
        "told": Figures.of([each.told for each in compared]),
        "heard": Figures.of([each.heard for each in compared]),
        "told_minus_heard": Figures.of(differences),
        "apart": Figures.of([abs(each) for each in differences]),
        "asked_later": Figures.of([each.asked_later for each in compared]),
        "answered_later": Figures.of([each.answered_later for each in compared]),
    }
    for name, row in rows.items():
        print(f"{name:20} {row}")
    print(f"turns that only one of the two has: {unmatched}")
    return {
        **{name: row.as_json() for name, row in rows.items()},
        "unmatched": unmatched,
        "turns": [[round(each.told), round(each.heard)] for each in compared],
    }


def measure_truth(platform: Platform) -> tuple[list[TurnCompared], int]:
    compared, unmatched = list[TurnCompared](), 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET])
        person = Person(_page(browser), platform.page_origin)
        person.sign_in(platform.demo_person)
        for _ in range(TALKS):
            person.page.goto(person.origin)
            found, alone = compare(_talk(person))
            compared += found
            unmatched += alone
        browser.close()
    return compared, unmatched


def _talk(person: Person) -> ReplayedTalk:
    def ask_all(_: str) -> None:
        for question, voice in ASKED:
            person.ask(question, voice)

    return talk_and_hang_up(person, meanwhile=ask_all)


def compare(talk: ReplayedTalk) -> tuple[list[TurnCompared], int]:
    """Turn by turn, by where they lie; and how many only one of the two has."""
    part = talk.part()
    _, recording = talk.fetch(part["dual_url"])
    heard = turns_heard(recording)
    _, told = talk.person.api(f"/api/sessions/{talk.session_id}/turns")
    spoken = [turn for turn in told["items"] if turn["voice_to_voice_s"] is not None]
    pairs = [
        TurnCompared(
            told=1000 * turn["voice_to_voice_s"],
            heard=1000 * each.voice_to_voice_s,
            asked_later=1000 * (turn["heard_until_s"] - part["offset_s"] - each.asked_until_s),
            answered_later=1000 * (turn["answered_s"] - part["offset_s"] - each.answered_from_s),
        )
        for turn in spoken
        for each in heard
        if abs(turn["heard_until_s"] - part["offset_s"] - each.asked_until_s) < SAME_TURN_S
    ]
    return pairs, len(spoken) + len(heard) - 2 * len(pairs)


def _page(browser: Browser) -> Page:
    context = browser.new_context(locale="en-US", permissions=["microphone"])
    context.add_init_script(path=EARS_AND_MOUTH)
    page = context.new_page()
    page.set_default_timeout(20_000)
    return page
