from datetime import UTC, datetime


class SystemClock:
    """Cut to milliseconds, which is what is stored: what was written is what is read back."""

    def now(self) -> datetime:
        moment = datetime.now(UTC)
        return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
