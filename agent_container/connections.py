"""How often and how long the parts of a talk are tried. LiveKit's own values (10 s, three more tries 2 s apart) are
for programs that nobody listens to."""

from livekit.agents import APIConnectOptions
from livekit.agents.voice.agent_session import SessionConnectOptions

CONNECTIONS = SessionConnectOptions(
    stt_conn_options=APIConnectOptions(max_retry=3, retry_interval=0.5, timeout=4.0),
    llm_conn_options=APIConnectOptions(max_retry=0, timeout=10.0),  # `patient_answer` tries again, and says so
    tts_conn_options=APIConnectOptions(max_retry=1, retry_interval=0.2, timeout=3.0),
)
