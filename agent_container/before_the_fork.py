"""Imported by LiveKit's fork server, once for all job processes: what LiveKit makes when it is first needed.

That is while the first words are being said, on the loop that hands their sound on: a third of a second, twice.
"""

import livekit.agents.llm.async_toolset  # noqa: F401
from livekit.agents.tokenize.basic import hyphenate_word

hyphenate_word("word")
