"""Numbers and days that nobody gave the persona, and a yes where it was told no: by its instructions or by a tool."""

from echosphere.adapters.judges.rules.ground import Ground
from echosphere.adapters.judges.rules.talk import ReadTalk
from echosphere.adapters.judges.rules.terms import facts, sentences, terms
from echosphere.adapters.judges.rules.words import words_of
from echosphere.domain.evaluation import Metric, Score
from echosphere.domain.language import Language
from echosphere.domain.message import Message

# Two content words in common are about the same thing; one may be chance. A Japanese word is several pairs of signs.
ABOUT_THE_SAME = {Language.ENGLISH: 2, Language.PORTUGUESE: 2, Language.JAPANESE: 3}


def faithfulness(read: ReadTalk) -> Score:
    if not (read.told.sentences or any(read.ground_of(each).sentences for each in read.personas)):
        return Score(metric=Metric.FAITHFULNESS, value=None, reason=read.reason("told_nothing"))
    odd = [each for each in read.personas if _invents(read, each) or _denies(read, each)]
    if odd:
        return Score(
            metric=Metric.FAITHFULNESS,
            value=2 if len(odd) == 1 else 1,
            reason=read.reason("invents"),
            message_ids=tuple(each.id for each in odd[:3]),
        )
    return Score(metric=Metric.FAITHFULNESS, value=5, reason=read.reason("faithful"))


def _invents(read: ReadTalk, message: Message) -> bool:
    """What has nothing to do with the ground is off the topic, which is another metric."""
    ground, text = read.ground_of(message), message.text
    is_about_it = terms(text) & (ground.terms | read.name) or read.language_of(text) is not read.talk.language
    claimed = facts(" ".join(_claims(message, ground)), read.language_of(text))
    return bool(ground.sentences and is_about_it and claimed - ground.facts - read.facts_of_persons)


def _denies(read: ReadTalk, message: Message) -> bool:
    """Only in the talk's own language: the words of two languages do not meet."""
    ground = read.ground_of(message)
    if not ground.sentences or read.language_of(message.text) is not read.talk.language:
        return False
    claims = [each for each in _claims(message, ground) if not read.is_courtesy(each) and not read.asks(each)]
    return any(_against(read, ground, each) for each in claims)


def _claims(message: Message, ground: Ground) -> list[str]:
    """Without what repeats the ground: cut off before its "not", or in the middle of a number, it seems to deny it."""
    return [each for each in sentences(message.text) if not ground.has(each, is_cut=message.interrupted)]


def _against(read: ReadTalk, ground: Ground, claim: str) -> bool:
    words = words_of(read.talk.language)
    said = terms(claim)
    shared = {each: told & said for each, told in ground.sentences.items()}
    most = max(len(each) for each in shared.values())
    about_it = [each for each in shared if len(shared[each]) == most and _is_about(read, ground, each, shared[each])]
    return any(words.has_negation(each) is not words.has_negation(claim) for each in about_it)


def _is_about(read: ReadTalk, ground: Ground, sentence: str, shared: frozenset[str]) -> bool:
    """A short sentence has not more to share."""
    is_short = 2 * len(shared) >= len(ground.sentences[sentence])
    return bool(shared) and (is_short or len(shared) >= ABOUT_THE_SAME[read.talk.language])
