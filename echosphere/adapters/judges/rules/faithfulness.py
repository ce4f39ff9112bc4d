"""Numbers and days that nobody gave the persona, and a yes where it was told no."""

from echosphere.adapters.judges.rules.talk import ReadTalk
from echosphere.adapters.judges.rules.terms import facts, sentences, terms
from echosphere.adapters.judges.rules.words import words_of
from echosphere.domain.evaluation import Metric, Score
from echosphere.domain.language import Language

# Two content words in common are about the same thing; one may be chance. A Japanese word is several pairs of signs.
ABOUT_THE_SAME = {Language.ENGLISH: 2, Language.PORTUGUESE: 2, Language.JAPANESE: 3}


def faithfulness(read: ReadTalk) -> Score:
    if not read.ground:
        return Score(metric=Metric.FAITHFULNESS, value=None, reason=read.reason("told_nothing"))
    odd = [each for each in read.personas if _invents(read, each.text) or _denies(read, each.text)]
    if odd:
        return Score(
            metric=Metric.FAITHFULNESS,
            value=2 if len(odd) == 1 else 1,
            reason=read.reason("invents"),
            message_ids=tuple(each.id for each in odd[:3]),
        )
    return Score(metric=Metric.FAITHFULNESS, value=5, reason=read.reason("faithful"))


def _invents(read: ReadTalk, text: str) -> bool:
    """What has nothing to do with the instructions is off the topic, which is another metric."""
    is_about_them = terms(text) & read.known_terms or read.language_of(text) is not read.talk.language
    return bool(is_about_them and facts(text, read.language_of(text)) - read.known_facts)


def _denies(read: ReadTalk, text: str) -> bool:
    """Only in the talk's own language: the words of two languages do not meet."""
    if read.language_of(text) is not read.talk.language:
        return False
    return any(_against(read, claim) for claim in sentences(text) if not read.is_courtesy(claim))


def _against(read: ReadTalk, claim: str) -> bool:
    words = words_of(read.talk.language)
    said = terms(claim)
    shared = {each: told & said for each, told in read.ground.items()}
    most = max(len(each) for each in shared.values())
    about_it = [each for each in read.ground if len(shared[each]) == most and _is_about(read, each, shared[each])]
    return any(words.has_negation(each) is not words.has_negation(claim) for each in about_it)


def _is_about(read: ReadTalk, ground: str, shared: frozenset[str]) -> bool:
    """A short sentence has not more to share."""
    is_short = 2 * len(shared) >= len(read.ground[ground])
    return bool(shared) and (is_short or len(shared) >= ABOUT_THE_SAME[read.talk.language])
