"""What the offline brain can do: one module for each skill, with `answer(question) -> Answer | None`.

They do not know each other. The brain asks all of them and takes the answer that is most certain.
"""

from collections.abc import Callable

from agent_container.brain.question import Answer, Question
from agent_container.brain.skills import arithmetic, clock, confirm, courtesy, look_up, this_talk, units

Skill = Callable[[Question], Answer | None]

SKILLS: tuple[Skill, ...] = (
    look_up.answer,
    confirm.answer,
    arithmetic.answer,
    units.answer,
    clock.answer,
    this_talk.answer,
    courtesy.answer,
)
