"""A long talk is judged in parts, each with a little of the one before, and its parts are made one verdict again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, takewhile

from echosphere.domain.evaluation import Flag, Metric, Score, Verdict
from echosphere.domain.message import Message, ToolResult

# Some 10,000 tokens of English and 30,000 of Japanese: models judge worse what is longer, long before it is too long.
WINDOW_CHARACTERS = 30_000
OVERLAP_MESSAGES = 4
# Two and a half hours of talk. Each takes a call that a function must live to see answered: stacks/judge.py.
MOST_WINDOWS = 4
MESSAGE_CHARACTERS = 4_000
# Beside a part, of what tools gave before it: a tenth of a part more to read.
EARLIER_RESULTS_CHARACTERS = 3_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows:
    """`is_whole`: nothing was left out."""

    parts: tuple[tuple[Message, ...], ...]
    is_whole: bool


def windows(messages: Sequence[Message]) -> Windows:
    """Of a talk that has too many, the middle is left out: how it began and how it ended tell most."""
    short = [replace(each, text=each.text[:MESSAGE_CHARACTERS]) for each in messages]
    parts = list(_parts(short))
    kept = parts if len(parts) <= MOST_WINDOWS else [*parts[: MOST_WINDOWS // 2], *parts[-MOST_WINDOWS // 2 :]]
    return Windows(parts=tuple(kept), is_whole=short == list(messages) and kept == parts)


def earlier_results(messages: Sequence[Message], part: Sequence[Message]) -> tuple[ToolResult, ...]:
    """What tools gave before a part began is ground for it, too: each once, the newest, as far as they fit."""
    before = takewhile(lambda message: message.id != part[0].id, messages)
    newest_first = dict.fromkeys(reversed([each for message in before for each in message.tool_results]))
    sizes = accumulate(len(each.result) for each in newest_first)
    kept = [each for each, size in zip(newest_first, sizes, strict=True) if size <= EARLIER_RESULTS_CHARACTERS]
    return tuple(reversed(kept))


def merge(verdicts: Sequence[Verdict]) -> Verdict:
    """Of one part it is that part's. Each score is one that a part was given, with its own reason."""
    return Verdict(
        scores=tuple(OF_PARTS[metric]([verdict.of(metric) for verdict in verdicts]) for metric in Metric),
        flags=frozenset[Flag]().union(*(verdict.flags for verdict in verdicts)),
    )


def _parts(messages: Sequence[Message]) -> Iterator[tuple[Message, ...]]:
    part: list[Message] = []
    for message in messages:
        if part and sum(map(_characters, (*part, message))) > WINDOW_CHARACTERS:
            yield tuple(part)
            part = part[-OVERLAP_MESSAGES:]
        part.append(message)
    if part:
        yield tuple(part)


def _characters(message: Message) -> int:
    """With what tools gave for it, which is read, too."""
    return len(message.text) + sum(len(each.result) for each in message.tool_results)


def _first(scores: Sequence[Score]) -> Score:
    return scores[0]


def _last(scores: Sequence[Score]) -> Score:
    return scores[-1]


def _lowest(scores: Sequence[Score]) -> Score:
    return _in_order(scores)[0]


def _middle(scores: Sequence[Score]) -> Score:
    """The lower one of two."""
    ordered = _in_order(scores)
    return ordered[(len(ordered) - 1) // 2]


def _in_order(scores: Sequence[Score]) -> list[Score]:
    """Those that were scored; where none was, the first says why."""
    scored = [(score.value, place) for place, score in enumerate(scores) if score.value is not None]
    return [scores[place] for _, place in sorted(scored)] or [scores[0]]


# One false claim is not made good by an hour without; one question that was missed is, by all that were answered.
OF_PARTS: Mapping[Metric, Callable[[Sequence[Score]], Score]] = {
    Metric.FAITHFULNESS: _lowest,
    Metric.GOAL_COMPLETION: _middle,
    Metric.RESPONSE_RELEVANCE: _middle,
    Metric.SENTIMENT_START: _first,
    Metric.SENTIMENT_END: _last,
    Metric.SENTIMENT_LOWEST: _lowest,
    Metric.INTERRUPTIONS_HANDLED: _lowest,
    Metric.LANGUAGE_KEPT: _lowest,
}
