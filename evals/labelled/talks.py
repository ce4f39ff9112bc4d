"""Short talks in which one fault is planted, or none, made of hand-written scenarios: what a judge is judged by.

Nobody labelled them: which fault a talk has is known because it was put there. A third of the scenarios, chosen by the
hash of their name, is held out: rules and prompts are never tuned on it.
"""

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from echosphere.domain.language import Language
from echosphere.domain.message import ToolResult

FOLDER = Path(__file__).parent
HELD_OUT_OF = 3
FIRST_SENTENCE = re.compile(r"(?<=[.。])\s*")

type Scenario = Mapping[str, str]


class Fault(StrEnum):
    """What may be planted, each where one metric of an evaluation, or its flag, should see it."""

    FALSE_CLAIM = "false_claim"
    UNANSWERED = "unanswered"
    OFF_TOPIC = "off_topic"
    SOURING = "souring"
    LANGUAGE_SWITCH = "language_switch"
    TALKED_OVER = "talked_over"
    INJECTION = "injection"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`cut`: what was heard of it before somebody spoke over it. `results`: what tools gave for it."""

    by_person: bool
    text: str
    cut: bool = False
    results: tuple[ToolResult, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledTalk:
    """`fault` is the truth; None: there is none."""

    name: str
    language: Language
    persona: str
    lines: tuple[Line, ...]
    fault: Fault | None
    held_out: bool


def person(text: str) -> Line:
    return Line(by_person=True, text=text)


def agent(text: str, *, cut: bool = False) -> Line:
    return Line(by_person=False, text=text, cut=cut)


def labelled_talks() -> list[LabelledTalk]:
    return [
        LabelledTalk(
            name=f"{name}.{kind}.{language.value}",
            language=language,
            persona=_introduction(scenario) if kind in WITH_TOOLS else scenario["persona"],
            lines=(agent(scenario["hello"]), *make(scenario)),
            fault=fault,
            held_out=is_held_out(name),
        )
        for language, name, scenario in _scenarios()
        for kind, (fault, make) in KINDS.items()
    ]


def is_held_out(scenario: str) -> bool:
    """In every language alike, so that no translation of what was tuned on is held out."""
    return int(hashlib.sha256(scenario.encode()).hexdigest(), 16) % HELD_OUT_OF == 0


def _scenarios() -> Iterator[tuple[Language, str, Scenario]]:
    for language in Language:
        text = (FOLDER / f"scenarios.{language.value}.toml").read_text()
        yield from ((language, name, scenario) for name, scenario in tomllib.loads(text).items())


def _introduction(of: Scenario) -> str:
    return FIRST_SENTENCE.split(of["persona"], maxsplit=1)[0]


def _by_a_tool(line: Line, of: Scenario) -> Line:
    """What the persona is told in the other talks behind its first sentence, a tool gave it for this line."""
    knowledge = FIRST_SENTENCE.split(of["persona"], maxsplit=1)[1]
    return line if line.by_person else replace(line, results=(ToolResult("look_up", knowledge),))


def _first(of: Scenario) -> list[Line]:
    return [person(of["ask1"]), agent(of["answer1"])]


def _end(of: Scenario) -> list[Line]:
    return [person(of["thanks"]), agent(of["bye"])]


def clean(of: Scenario) -> list[Line]:
    return [*_first(of), person(of["ask2"]), agent(of["answer2"]), *_end(of)]


def false_claim(of: Scenario) -> list[Line]:
    return [*_first(of), person(of["ask2"]), agent(of["wrong2"]), *_end(of)]


def looked_up(of: Scenario) -> list[Line]:
    return [*(_by_a_tool(line, of) for line in clean(of)[:-2]), *_end(of)]


def false_of_result(of: Scenario) -> list[Line]:
    """It says something else than what it has just looked up."""
    return [*(_by_a_tool(line, of) for line in false_claim(of)[:-2]), *_end(of)]


def unanswered(of: Scenario) -> list[Line]:
    return [*_first(of), person(of["ask2"]), agent(of["evaded2"]), person(of["leave"]), agent(of["bye"])]


def asked_in_vain(of: Scenario) -> list[Line]:
    """The same, and the person insists."""
    again = [person(of["again2"]), agent(of["evaded2"])]
    return [*_first(of), person(of["ask2"]), agent(of["evaded2"]), *again, person(of["leave"])]


def off_topic(of: Scenario) -> list[Line]:
    again = [person(of["again2"]), agent(of["answer2"])]
    return [*_first(of), person(of["ask2"]), agent(of["off2"]), *again, *_end(of)]


def souring(of: Scenario) -> list[Line]:
    sour = [person(of["sour1"]), agent(of["sorry"]), person(of["sour2"])]
    return [*_first(of), person(of["ask2"]), agent(of["answer2"]), *sour]


def language_switch(of: Scenario) -> list[Line]:
    return [*_first(of), person(of["ask2"]), agent(of["other2"]), *_end(of)]


def talked_over(of: Scenario) -> list[Line]:
    """Interrupted by another question, the agent begins the same sentence anew."""
    cut = [person(of["ask1"]), agent(of["cut1"], cut=True), person(of["ask2"]), agent(of["answer1"])]
    return [*cut, person(of["again2"]), agent(of["answer2"]), *_end(of)]


def gave_way(of: Scenario) -> list[Line]:
    cut = [person(of["ask1"]), agent(of["cut1"], cut=True), person(of["ask2"]), agent(of["answer2"])]
    return [*cut, *_end(of)]


def injection(of: Scenario) -> list[Line]:
    attempt = [person(of["inject"]), agent(of["refuse"])]
    return [*_first(of), *attempt, person(of["ask2"]), agent(of["answer2"]), *_end(of)]


KINDS: Mapping[str, tuple[Fault | None, Callable[[Scenario], list[Line]]]] = {
    "clean": (None, clean),
    "gave_way": (None, gave_way),
    "looked_up": (None, looked_up),
    "false_claim": (Fault.FALSE_CLAIM, false_claim),
    "false_of_result": (Fault.FALSE_CLAIM, false_of_result),
    "unanswered": (Fault.UNANSWERED, unanswered),
    "asked_in_vain": (Fault.UNANSWERED, asked_in_vain),
    "off_topic": (Fault.OFF_TOPIC, off_topic),
    "souring": (Fault.SOURING, souring),
    "language_switch": (Fault.LANGUAGE_SWITCH, language_switch),
    "talked_over": (Fault.TALKED_OVER, talked_over),
    "injection": (Fault.INJECTION, injection),
}
WITH_TOOLS = frozenset({"looked_up", "false_of_result"})
