"""Nothing that somebody said or typed stands in a log. LiveKit marks such fields of its log lines; they are dropped.

It does not mark errors, and an error's text may hold the sentence that could not be said. Its class and place are left.
"""

import logging

MARK = "lk.pii."  # as livekit-agents begins the names of what may hold personal words
# What comes behind is an error's text.
CUT = (
    "AgentSession is closing due to unrecoverable error",
    "failed to say text",
    "failed to generate a reply",
    "failed to generate LLM completion",
    "failed to recognize speech",
)
ERROR_TEXT = "error"  # the field in which LiveKit gives an error's text; ours gives its class


class ErrorWithoutWords(Exception):
    """Stands for another, whose class it names."""


class WithoutWords(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        for name, value in list(vars(record).items()):
            if name.startswith(MARK) or (name == ERROR_TEXT and _is_livekits(record) and isinstance(value, str)):
                delattr(record, name)
            elif _holds_an_error(value):
                setattr(record, name, _class_of(value))
        if isinstance(record.args, tuple):
            record.args = tuple(_class_of(each) if _holds_an_error(each) else each for each in record.args)
        _cut(record)
        if record.exc_info and (error := record.exc_info[1]) is not None:
            quiet = error if isinstance(error, ErrorWithoutWords) else ErrorWithoutWords(_class_of(error))
            record.exc_info, record.exc_text = (type(quiet), quiet, record.exc_info[2]), None
        return True


def drop_words_from_logs() -> None:
    """In each process that logs. On the handlers, too, because a logger's filter does not see its children's lines."""
    for source in (logging.getLogger("livekit.agents"), *logging.getLogger().handlers):
        if not any(isinstance(each, WithoutWords) for each in source.filters):
            source.addFilter(WithoutWords())


def _cut(record: logging.LogRecord) -> None:
    text = str(record.msg)
    if record.name == "asyncio" and record.exc_info:
        record.msg = text.partition("\n")[0]  # behind it the task, with its error
    elif _is_livekits(record) and (constant := next((each for each in CUT if text.startswith(each)), None)):
        record.msg, record.args = constant, ()


def _is_livekits(record: logging.LogRecord) -> bool:
    return record.name.startswith("livekit.")


def _holds_an_error(value: object) -> bool:
    """Itself, or as LiveKit wraps what failed."""
    return isinstance(value, BaseException) or isinstance(getattr(value, "error", None), BaseException)


def _class_of(value: object) -> str:
    return type(value if isinstance(value, BaseException) else getattr(value, "error", value)).__name__
