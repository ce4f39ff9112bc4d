"""The languages of a talk, first class: everything EchoSphere says and shows exists in each of them."""

from enum import StrEnum


class Language(StrEnum):
    """BCP 47 tag; the value travels as it is to Transcribe, Polly and the page."""

    JAPANESE = "ja-JP"
    ENGLISH = "en-US"
    PORTUGUESE = "pt-BR"
