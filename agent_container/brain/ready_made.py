"""Imported by LiveKit's fork server, once for all job processes: each would take a second and a half to fit the brains.

Nothing of a talk stays in them, and they start no thread, which a fork would lose: the model of English meanings, which
does, is loaded when that brain rehearses, in each process.
"""

from agent_container.brain.brain import brain_for
from echosphere.domain.language import Language

for language in Language:
    brain = brain_for(language)
    if language is not Language.ENGLISH:
        brain.rehearse()
