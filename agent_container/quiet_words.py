"""Nothing that somebody said or typed stands in a log. LiveKit marks such fields of its log lines; they are dropped."""

import logging

MARK = "lk.pii."  # as livekit-agents begins the names of what may hold personal words


class WithoutWords(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        for name in [name for name in vars(record) if name.startswith(MARK)]:
            delattr(record, name)
        return True


def drop_words_from_logs() -> None:
    """In each process that logs. On the handlers, too, because a logger's filter does not see its children's lines."""
    for source in (logging.getLogger("livekit.agents"), *logging.getLogger().handlers):
        if not any(isinstance(each, WithoutWords) for each in source.filters):
            source.addFilter(WithoutWords())
