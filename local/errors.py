"""What can keep the local platform from running; each message says what to do about it."""


class LocalError(Exception):
    """The message is for the person at the terminal."""


class PortTaken(LocalError):
    """Another program listens where the platform must."""


class ProgramMissing(LocalError):
    """A program that the platform runs is not on this machine."""


class AlreadyRunning(LocalError):
    """Another `up` holds this installation."""


class DeployFailed(LocalError):
    """CDK's command failed, or did not end in time."""


class NotReady(LocalError):
    """A part of the platform started but did not answer in time."""


class EarsMissing(LocalError):
    """There is no Whisper model where one was looked for."""
