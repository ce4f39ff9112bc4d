"""Everything that can go wrong, as one tree.

EchoSphereError
├── NotFound
│   ├── SessionNotFound          no such session, or it belongs to somebody else
│   ├── RecordingNotFound        the talk has no such recording
│   ├── PersonaNotFound          no such persona in this workspace
│   ├── SharedLinkNotFound       unknown, expired, revoked or its talk deleted
│   └── InvitationNotFound       the same of a link that lets somebody in
├── Conflict
│   ├── SessionConflict          the session is not where this can be done
│   │   ├── SessionAlreadyStarted  it is activated once
│   │   ├── SessionOver            it has ended or failed
│   │   ├── RecordingNotReady      its recording is still being made
│   │   └── RoomFull               as many guests as may be at once
│   ├── IdempotencyKeyReused     the same key came with another request
│   ├── ConsentNeeded            a law wants the person's yes before the talk is recorded
│   └── WriteConflict            somebody else changed the record first (retryable)
├── TooManyRequests              one person or address asks too often; `retry_after_s` says when to come again
├── UsedUp                       what is given out so many times and no more
│   └── InvitationUsedUp
├── InvalidRequest
│   ├── InvalidCursor            the page cursor is not one of ours
│   ├── InvalidPeriod            its last day is before its first, too far behind it, or has not begun
│   ├── MalformedRequest         no reader understands it
│   ├── MethodNotAllowed         the address is right, the verb is not
│   ├── LanguageNotSpoken        the persona does not talk in this language
│   └── InvalidIdempotencyKey    missing, too short, too long or unprintable
├── NotAllowed
│   ├── RoleTooLow               a viewer may look, not act; some things only an admin may do
│   ├── NotTheOwner              the talk is somebody else's to share
│   ├── GuestRemoved             its owner sent them out of the talk
│   ├── PersonaBuiltIn           the persona that comes with the product stays as it is
│   └── PlaybackRefused          the signature has ended, or is for another talk
├── NotGenuine
│   ├── PersonUnknown            the request carries no verified person
│   ├── PersonGone               the person has left, with all that was kept of them
│   └── WebhookNotGenuine        signature or body hash does not hold
├── Refused                      a service beside us will not do this, today or tomorrow
│   ├── RecorderRefused, TranscoderRefused, JudgeRefused
│   ├── VerdictInvalid           a judge's answer does not hold, asked twice
│   ├── TracesRefused            whoever keeps traces will not take these spans
│   └── MediaUnreadable          a file that no reader understands
└── Unavailable                  a service beside us did not answer (all retryable)
    ├── StoreUnavailable, BusUnavailable, RoomsUnavailable
    ├── RecorderUnavailable, TranscoderUnavailable, JudgeUnavailable
    ├── SignerUnavailable        the key that opens recordings
    ├── EdgeUnavailable          the secret by which CloudFront is known
    ├── DirectoryUnavailable     where sign-ins are kept
    ├── TracesUnavailable        whoever keeps traces
    ├── MediaUnavailable         the buckets
    ├── Overloaded               it waited too long for its turn, and nothing was begun
    └── TookTooLong              it was begun, and may be done all the same

A class says when it happens; `code` is the stable word that clients act on; data, never prose, is in `about`.
"""

from typing import ClassVar


class EchoSphereError(Exception):
    """Root of the tree; catch it only at the edge of a process."""

    code: ClassVar[str] = "internal"
    retryable: ClassVar[bool] = False

    def __init__(self, *about: str) -> None:
        """`about`: the id or the role that it is about, or a service's own words."""
        super().__init__(self.code)
        self.about = about


class NotFound(EchoSphereError):
    code = "not_found"


class SessionNotFound(NotFound):
    code = "session_not_found"


class RecordingNotFound(NotFound):
    code = "recording_not_found"


class PersonaNotFound(NotFound):
    code = "persona_not_found"


class SharedLinkNotFound(NotFound):
    code = "shared_link_not_found"


class InvitationNotFound(NotFound):
    code = "invitation_not_found"


class Conflict(EchoSphereError):
    code = "conflict"


class SessionConflict(Conflict):
    code = "session_conflict"


class SessionAlreadyStarted(SessionConflict):
    code = "session_already_started"


class SessionOver(SessionConflict):
    code = "session_over"


class IdempotencyKeyReused(Conflict):
    code = "idempotency_key_reused"


class RecordingNotReady(SessionConflict):
    code = "recording_not_ready"


class ConsentNeeded(Conflict):
    code = "consent_needed"


class RoomFull(SessionConflict):
    code = "room_full"


class WriteConflict(Conflict):
    code = "write_conflict"
    retryable = True


class TooManyRequests(EchoSphereError):
    code = "too_many_requests"

    def __init__(self, limit: str, *, retry_after_s: int) -> None:
        super().__init__(limit)
        self.retry_after_s = retry_after_s


class UsedUp(EchoSphereError):
    code = "used_up"


class InvitationUsedUp(UsedUp):
    """Passes are bounded in number, because the link alone asks for them."""

    code = "invitation_used_up"


class InvalidRequest(EchoSphereError):
    code = "invalid_request"


class InvalidCursor(InvalidRequest):
    code = "invalid_cursor"


class InvalidPeriod(InvalidRequest):
    code = "invalid_period"


class MalformedRequest(InvalidRequest):
    code = "malformed_request"


class MethodNotAllowed(InvalidRequest):
    code = "method_not_allowed"


class LanguageNotSpoken(InvalidRequest):
    code = "language_not_spoken"


class InvalidIdempotencyKey(InvalidRequest):
    code = "invalid_idempotency_key"


class NotAllowed(EchoSphereError):
    code = "not_allowed"


class RoleTooLow(NotAllowed):
    code = "role_too_low"


class NotTheSpeaker(NotAllowed):
    """A room knows its person by one identity; whoever took it would throw the other out and speak as him."""

    code = "not_the_speaker"


class NotTheOwner(NotAllowed):
    code = "not_the_owner"


class GuestRemoved(NotAllowed):
    code = "guest_removed"


class PersonaBuiltIn(NotAllowed):
    code = "persona_built_in"


class PlaybackRefused(NotAllowed):
    code = "playback_refused"


class NotGenuine(EchoSphereError):
    code = "not_genuine"


class PersonUnknown(NotGenuine):
    code = "person_unknown"


class PersonGone(NotGenuine):
    code = "person_gone"


class WebhookNotGenuine(NotGenuine):
    code = "webhook_not_genuine"


class Refused(EchoSphereError):
    """`words` are the service's own, to be kept with what it refused."""

    code = "refused"

    @property
    def words(self) -> str:
        return "".join(self.about)


class RecorderRefused(Refused):
    code = "recorder_refused"


class TranscoderRefused(Refused):
    code = "transcoder_refused"


class JudgeRefused(Refused):
    code = "judge_refused"


class VerdictInvalid(Refused):
    code = "verdict_invalid"


class TracesRefused(Refused):
    code = "traces_refused"


class MediaUnreadable(Refused):
    code = "media_unreadable"


class Unavailable(EchoSphereError):
    code = "unavailable"
    retryable = True


class StoreUnavailable(Unavailable):
    code = "store_unavailable"


class BusUnavailable(Unavailable):
    code = "bus_unavailable"


class RoomsUnavailable(Unavailable):
    code = "rooms_unavailable"


class RecorderUnavailable(Unavailable):
    code = "recorder_unavailable"


class TranscoderUnavailable(Unavailable):
    code = "transcoder_unavailable"


class JudgeUnavailable(Unavailable):
    code = "judge_unavailable"


class SignerUnavailable(Unavailable):
    code = "signer_unavailable"


class EdgeUnavailable(Unavailable):
    code = "edge_unavailable"


class DirectoryUnavailable(Unavailable):
    code = "directory_unavailable"


class TracesUnavailable(Unavailable):
    code = "traces_unavailable"


class MediaUnavailable(Unavailable):
    code = "media_unavailable"


class Overloaded(Unavailable):
    code = "overloaded"


class TookTooLong(Unavailable):
    code = "took_too_long"
