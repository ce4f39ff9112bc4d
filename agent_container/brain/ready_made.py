"""Imported by LiveKit's fork server, once for all job processes: each would take two seconds to make the brains ready.

Nothing of a talk stays in them, and they start no thread, which a fork would lose.
"""

from agent_container.brain.brain import brain_for
from echosphere.domain.language import Language

for language in Language:
    brain_for(language).rehearse()
