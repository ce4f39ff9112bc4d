"""Whether the persona gives way when it is interrupted, and keeps to the language of the talk."""

from difflib import SequenceMatcher

from echosphere.adapters.judges.rules.talk import ReadTalk
from echosphere.adapters.judges.rules.words import fold
from echosphere.domain.evaluation import Metric, Score
from echosphere.domain.message import Message, Role

# Of the words that were cut off, so much begins what is said next: it is the same again.
THE_SAME_AGAIN = 0.8


def interruptions_handled(read: ReadTalk) -> Score:
    cut = [(each, after) for each in read.personas if each.interrupted and (after := _what_followed(read, each))]
    if not cut:
        return Score(metric=Metric.INTERRUPTIONS_HANDLED, value=None, reason=read.reason("not_interrupted"))
    stubborn = [after.id for each, after in cut if _begins_anew(read, each, after)]
    if stubborn:
        return Score(
            metric=Metric.INTERRUPTIONS_HANDLED,
            value=2 if len(stubborn) == 1 else 1,
            reason=read.reason("began_anew"),
            message_ids=tuple(stubborn[:3]),
        )
    return Score(metric=Metric.INTERRUPTIONS_HANDLED, value=5, reason=read.reason("gave_way"))


def language_kept(read: ReadTalk) -> Score:
    strange = [each.id for each in read.personas if _is_strange(read, each)]
    if strange:
        return Score(
            metric=Metric.LANGUAGE_KEPT,
            value=1 if 2 * len(strange) >= len(read.personas) else 2,
            reason=read.reason("strange_language"),
            message_ids=tuple(strange[:3]),
        )
    return Score(metric=Metric.LANGUAGE_KEPT, value=5, reason=read.reason("language_kept"))


def _what_followed(read: ReadTalk, cut: Message) -> Message | None:
    """The persona's next words, after somebody else's."""
    later = read.talk.messages[read.talk.messages.index(cut) + 1 :]
    if not later or later[0].role is Role.ASSISTANT:
        return None
    return next((each for each in later if each.role is Role.ASSISTANT), None)


def _begins_anew(read: ReadTalk, cut: Message, after: Message) -> bool:
    """Who asks for the same again gets it."""
    between = read.talk.messages[read.talk.messages.index(cut) + 1]
    if read.words.any_of("again", between.text):
        return False
    was, now = fold(cut.text).rstrip(".… "), fold(after.text)[: len(cut.text)]
    return SequenceMatcher(None, was, now).ratio() >= THE_SAME_AGAIN


def _is_strange(read: ReadTalk, message: Message) -> bool:
    """A person who changes the language takes the persona along."""
    spoken = read.language_of(message.text)
    before = [each.text for each in read.talk.messages[: read.talk.messages.index(message)] if each.role is Role.USER]
    return spoken is not read.talk.language and not any(read.language_of(text) is spoken for text in before[-1:])
