"""In which of our languages a text is written, as far as it says so. Cheap enough for each sentence of each answer."""

import re

from echosphere.domain.language import Language

JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]")
LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
WORD = re.compile(r"[A-Za-zÀ-ÿ']+")
FOREIGN_NAMES = 0.15  # of Japanese signs for each Latin letter: 「EchoSphereです」 is Japanese

# Frequent, and no word of the other language.
ENGLISH_WORDS = """
the is are was what who where when why how you your my i i'm it it's this that and or of to can could would with hello
hi hey yes please thanks thank tell have has does did not don't which there help good morning afternoon evening night
bye goodbye our be will sorry yeah sure right correct give explain describe define question answer everything something
"""
PORTUGUESE_WORDS = """
que é são foi qual quais quem onde quando como você vocês seu sua meu minha eu isto isso esta este e ou de da dos das
para com uma um em não sim olá oi tchau obrigado obrigada por favor quanto quantos quantas está estou tem fala falar
bom boa dia noite tarde ajuda pode posso quero preciso tudo bem sobre o os desculpe desculpa adeus claro resuma
"""
ENGLISH, PORTUGUESE = frozenset(ENGLISH_WORDS.split()), frozenset(PORTUGUESE_WORDS.split())
PORTUGUESE_LETTERS = re.compile(r"[ãõçáâàéêíóôú]", re.IGNORECASE)


def language_of(text: str, *, otherwise: Language) -> Language:
    """`otherwise` for what could be either: a name, a number, "OK"."""
    japanese, latin = len(JAPANESE.findall(text)), len(LATIN.findall(text))
    if japanese > FOREIGN_NAMES * latin:
        return Language.JAPANESE
    words = [word.lower() for word in WORD.findall(text)]
    english = sum(word in ENGLISH for word in words)
    portuguese = sum(word in PORTUGUESE or bool(PORTUGUESE_LETTERS.search(word)) for word in words)
    if english == portuguese:
        return otherwise
    return Language.ENGLISH if english > portuguese else Language.PORTUGUESE
