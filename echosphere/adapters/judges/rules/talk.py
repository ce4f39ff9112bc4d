"""A talk as the rules look at it: what the person asked, and what came in answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from echosphere.adapters.judges.rules.ground import NO_GROUND, Ground
from echosphere.adapters.judges.rules.terms import facts, sentences, terms
from echosphere.adapters.judges.rules.words import Words, fold, words_of
from echosphere.domain.instruction_attempts import is_instruction_attempt
from echosphere.domain.judged_talk import JudgedTalk
from echosphere.domain.language import Language
from echosphere.domain.language_of import language_of
from echosphere.domain.message import Message, Role


@dataclass(frozen=True, slots=True)
class Exchange:
    """What the person said last before the persona answered. No answer: nothing followed."""

    said: Message
    answer: Message | None


@dataclass(frozen=True)
class ReadTalk:
    talk: JudgedTalk

    @property
    def words(self) -> Words:
        return words_of(self.talk.language)

    def reason(self, name: str) -> str:
        """In the language of the talk, as all that is said of it."""
        return str(self.words.lists["reasons"][name])

    @cached_property
    def persons(self) -> list[Message]:
        return [each for each in self.talk.messages if each.role is Role.USER]

    @cached_property
    def personas(self) -> list[Message]:
        return [each for each in self.talk.messages if each.role is Role.ASSISTANT]

    @cached_property
    def exchanges(self) -> list[Exchange]:
        return list(self._exchanges())

    @cached_property
    def told(self) -> Ground:
        """By its instructions."""
        return NO_GROUND.add(self.talk.instructions, self.talk.language)

    def ground_of(self, message: Message) -> Ground:
        """The instructions, and what tools gave for this message and for those before it."""
        return self._grounds[message.id]

    @cached_property
    def name(self) -> frozenset[str]:
        """Of the persona: who says it speaks of itself."""
        return terms(self.talk.persona_name)

    @cached_property
    def facts_of_persons(self) -> frozenset[str]:
        """To repeat what a person said claims nothing."""
        return frozenset().union(*(facts(each.text, self.talk.language) for each in self.persons))

    def said_until(self, message: Message) -> frozenset[str]:
        """The content words of the person so far."""
        place = self.persons.index(message)
        return frozenset().union(*(terms(each.text) for each in self.persons[: place + 1]))

    def terms_about(self, message: Message, *, ground: Ground) -> frozenset[str]:
        """What the ground has in sentences about what the person has spoken of."""
        said = self.said_until(message)
        return frozenset().union(*(told for told in ground.sentences.values() if told & said))

    def language_of(self, text: str) -> Language:
        return language_of(text, otherwise=self.talk.language)

    def is_question(self, text: str) -> bool:
        """By how it ends: who complains asks, too, and then says what it is about."""
        if is_instruction_attempt(text) or not (parts := sentences(text)):
            return False
        last = parts[-1]
        return self.asks(last) or any(phrase in fold(last) for phrase in self.words.lists["request"])

    def asks(self, sentence: str) -> bool:
        """By its end. Who asks claims nothing."""
        ends = sentence.rstrip("。.! ")
        return ends.endswith(("?", "？")) or (self.talk.language is Language.JAPANESE and ends.endswith("か"))

    def is_courtesy(self, text: str) -> bool:
        """Or a refusal: neither claims anything, and both answer whatever was said."""
        words = words_of(self.language_of(text))
        return words.any_of("courtesy", text) or words.any_of("evasion", text)

    @cached_property
    def _grounds(self) -> Mapping[str, Ground]:
        ground, found = self.told, dict[str, Ground]()
        for each in self.talk.earlier_results:
            ground = ground.add(each.result, self.language_of(each.result))
        for message in self.talk.messages:
            for each in message.tool_results:
                ground = ground.add(each.result, self.language_of(each.result))
            found[message.id] = ground
        return found

    def _exchanges(self) -> Iterator[Exchange]:
        messages = self.talk.messages
        for place, message in enumerate(messages):
            following = messages[place + 1] if place + 1 < len(messages) else None
            if message.role is Role.USER and (following is None or following.role is Role.ASSISTANT):
                yield Exchange(message, following)
