"""The agent's voice, held up by whoever speaks: it goes on where it was when the last of them has let go.

LiveKit holds it up for the talk's owner, and lets it go on when they said nothing after all.
"""

from livekit.agents import AgentFalseInterruptionEvent, AgentSession


class HeldVoice:
    def __init__(self, agent_session: AgentSession[None]) -> None:
        self._agent_session = agent_session
        self._holders = set[str]()
        agent_session.on("agent_false_interruption", self._hold_on)

    def is_held_by(self, identity: str) -> bool:
        return identity in self._holders

    def hold(self, identity: str) -> None:
        """What is not sounding nobody can hold up."""
        voice = self._agent_session.output.audio
        if voice is not None and self._agent_session.agent_state == "speaking":
            self._holders.add(identity)
            voice.pause()

    def let_go(self, identity: str) -> None:
        self._holders.discard(identity)
        # Where it does not count as speaking, LiveKit holds it for the owner, or there is nothing to go on with.
        if not self._holders and self._agent_session.agent_state == "speaking":
            self._resume()

    def let_all_go(self) -> None:
        """What they held up is not said any more."""
        self._holders.clear()
        self._resume()

    def _resume(self) -> None:
        if (voice := self._agent_session.output.audio) is not None:
            voice.resume()

    def _hold_on(self, _: AgentFalseInterruptionEvent) -> None:
        if self._holders and (voice := self._agent_session.output.audio) is not None:
            voice.pause()
