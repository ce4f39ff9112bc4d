"""What the offline brain can do: one module for each skill, with `answer(question) -> Answer | None`.

They do not know each other. The brain asks all of them and takes the answer that is most certain.
"""

from collections.abc import Callable

from agent_container.brain.question import Answer, Question
from agent_container.brain.skills import arithmetic, clock, confirm, courtesy, look_up, this_talk, units

Skill = Callable[[Question], Answer | None]

SKILLS: dict[str, Skill] = {
    "look_up": look_up.answer,
    "confirm": confirm.answer,
    "arithmetic": arithmetic.answer,
    "units": units.answer,
    "clock": clock.answer,
    "this_talk": this_talk.answer,
    "courtesy": courtesy.answer,
}

# Their answer is what they looked up or computed, word for word. A courtesy claims nothing.
GIVE_RESULTS = SKILLS.keys() - {"courtesy"}
