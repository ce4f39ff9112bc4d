"""One is answered in the language in which one asks, by a voice of that language."""

import pytest

from echosphere.domain.language import Language
from tests.examples import a_persona
from tests.talks.script import a_talk
from tests.talks.virtual_time import on_virtual_time

pytestmark = pytest.mark.talk

ASKED = {Language.JAPANESE: "録音はどこですか。", Language.ENGLISH: "Where is it?", Language.PORTUGUESE: "Onde está?"}
ANSWER = {Language.JAPANESE: "こちらです。", Language.ENGLISH: "It is here.", Language.PORTUGUESE: "Está aqui."}


@pytest.mark.parametrize("begun_in", Language)
@pytest.mark.parametrize("asked_in", Language)
def test_a_typed_question_is_answered_in_its_language_in_a_talk_of_any(begun_in: Language, asked_in: Language) -> None:
    @on_virtual_time
    async def ask() -> None:
        async with a_talk(language=begun_in) as talk:
            for language in Language:
                talk.providers.brain(language).answer = lambda _question, language=language: ANSWER[language]  # type: ignore[misc]
            await talk.type(ASKED[asked_in])
            await talk.until_it_listens()

            assert talk.said[-1] == ANSWER[asked_in]
            assert talk.providers.voice(asked_in).handed_over[-1] == ANSWER[asked_in]

    ask()


@on_virtual_time
async def test_the_talk_goes_on_in_the_new_language() -> None:
    async with a_talk(language=Language.JAPANESE, check_in_after_s=10) as talk:
        await talk.type("Where is it?")
        await talk.until_it_listens()
        await talk.wait(12)

        assert talk.said[-1] == "Are you still there? Take your time."


@on_virtual_time
async def test_a_persona_answers_in_no_language_that_it_does_not_speak() -> None:
    async with a_talk(language=Language.JAPANESE) as talk:
        talk.talk.persona = a_persona(languages=(Language.JAPANESE, Language.PORTUGUESE))
        answered_in = []
        for asked_in in (Language.ENGLISH, Language.PORTUGUESE):
            await talk.type(ASKED[asked_in])
            await talk.until_it_listens()
            answered_in.append(talk.talk.language)

        assert answered_in == [Language.JAPANESE, Language.PORTUGUESE]


@on_virtual_time
async def test_each_sentence_of_an_answer_has_the_voice_of_its_language() -> None:
    async with a_talk(language=Language.ENGLISH) as talk:
        talk.brain.answer = lambda _question: "One says: こんにちは。 That is how it is said."
        await talk.say("How do I greet somebody in Japanese?")
        await talk.until_it_listens()

        assert "こんにちは" in "".join(talk.providers.voice(Language.JAPANESE).handed_over)
        assert talk.providers.voice(Language.ENGLISH).handed_over[-1] == "That is how it is said."


@on_virtual_time
async def test_the_transcript_keeps_what_is_written_while_the_voice_is_handed_what_is_said() -> None:
    async with a_talk() as talk:
        talk.brain.answer = lambda _question: "It costs $3.50."
        await talk.say("What does it cost?")
        await talk.until_it_listens()

        assert talk.said[-1] == "It costs $3.50."
        assert talk.voice.handed_over[-1] == "It costs 3 dollars and 50 cents."
