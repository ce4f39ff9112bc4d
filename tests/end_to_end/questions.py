"""Sixty questions that the product has never seen: none is a phrasing of the handbook, a rule or a grammar.

Beside each stands what an answer to *that* question must hold (a regular expression, case ignored).
`test_questions_are_new` fails when one of them gets into the handbook.
"""

import random
import re
from dataclasses import dataclass
from datetime import datetime

NOW = datetime.now().astimezone()


@dataclass(frozen=True)
class Question:
    text: str
    must_hold: str

    def is_answered_by(self, answer: str) -> bool:
        return re.search(self.must_hold, answer, re.IGNORECASE) is not None


QUESTIONS = tuple(
    Question(text, must_hold)
    for text, must_hold in (
        # What it is
        ("What exactly is this product called EchoSphere?", r"voice platform"),
        ("For what reason was EchoSphere made?", r"learn from it"),
        ("Is there a real human being behind your voice?", r"machine"),
        ("Which kinds of things could I ask you about?", r"sums|handbook|echosphere"),
        ("Would you tell me what the weather will be in Boston?", r"the weather or the news"),
        ("Can I use you when my internet is gone?", r"laptop|no account|machine itself"),
        ("Must I install an application on my telephone?", r"nothing to install|browser"),
        ("Will it work in the Firefox browser?", r"firefox"),
        # In the room
        ("In what way can I begin a new talk?", r"press start"),
        ("What must I press to end our conversation?", r"hang up"),
        ("I want to switch my microphone off, how is that done?", r"microphone button"),
        ("May I write my question with the keyboard?", r"press enter|type"),
        ("Am I allowed to speak while you are speaking?", r"just start to speak|i stop"),
        ("What shall I do if you hear the wrong words?", r"say it again|type it"),
        ("Are you able to speak Japanese with me?", r"japanese"),
        ("My network went down in the middle of a talk, what now?", r"thirty seconds"),
        ("Could my brother enter the same room with me?", r"press invite"),
        ("For how many hours may a talk go on?", r"half an hour"),
        ("How many people are you able to talk with at the same moment?", r"twenty.?five"),
        ("What will happen if your server crashes during our talk?", r"another process takes over"),
        # Afterwards
        ("Where can I look at the talks that I had last week?", r"history"),
        ("Are you writing down everything that I am saying?", r"written down"),
        ("Do you make a recording of my voice?", r"talk is recorded"),
        ("May I hear our conversation again tomorrow?", r"listen to it again"),
        ("After how many days do you throw my talks away?", r"kept until you delete"),
        ("I would like to have my old talks deleted.", r"press delete"),
        ("Is there a way to export the text of a talk?", r"press download"),
        ("Tell me the meaning of the word session.", r"one live talk|pending"),
        ("Will you still know me when I come back next week?", r"only know what was said|this talk"),
        # Whose it is
        ("Which people are able to look at my conversations?", r"workspace"),
        ("Is everything encrypted on its way?", r"encrypted"),
        ("In which database do you put my messages?", r"dynamo"),
        ("In what part of the world are the servers standing?", r"tokyo"),
        ("What may a viewer do in a workspace?", r"viewer may look|not start"),
        ("I can't remember my password, what can I do?", r"forgotten password|prints the password"),
        ("Which service takes care of signing in?", r"cognito"),
        # Running it
        ("How much money must I pay for one minute?", r"three cents|nothing"),
        ("What should I type to start everything on my computer?", r"make up"),
        ("By which command do I stop all of it again?", r"make down|control c"),
        ("If I start it for the first time, how long must I wait?", r"six minutes"),
        ("How can I bring it to the Amazon cloud?", r"make deploy"),
        ("In which programming language was this written?", r"python"),
        ("Which program turns my voice into text?", r"pocket sphinx|transcribe"),
        ("Which engine makes the voice that I am hearing?", r"flite|polly"),
        # Sums
        ("How much is fourteen plus nineteen?", r"\b33\b|thirty.three"),
        ("What do I get when I take eight from fifty?", r"\b42\b|forty.two"),
        ("Tell me what seven times thirteen makes.", r"\b91\b|ninety.one"),
        ("Please divide ninety six by eight.", r"\b12\b|twelve"),
        ("What is twenty five percent of two hundred?", r"\b50\b|fifty"),
        ("What is the square root of eighty one?", r"\b9\b|nine"),
        # Units
        ("How many meters are there in three kilometers?", r"\b3,?000\b|three thousand"),
        ("How many inches make two feet?", r"\b24\b|twenty.four"),
        ("How many minutes are in five hours?", r"\b300\b|three hundred"),
        ("How many grams are in four kilograms?", r"\b4,?000\b|four thousand"),
        # Calendar and clock
        ("Could you tell me the time right now?", rf"\b({NOW:%H}|{NOW.hour}|{NOW.hour % 12 or 12})\b"),
        ("Which day of the week do we have today?", f"{NOW:%A}"),
        ("What year are we living in?", f"{NOW:%Y}"),
        ("Which month is it at present?", f"{NOW:%B}"),
        # The way in
        ("Is it possible to sign in through Google?", r"google"),
        ("For how many minutes may I use a room pass?", r"ten minutes"),
    )
)


def drawn(seed: int, count: int) -> list[Question]:
    return random.Random(seed).sample(QUESTIONS, count)  # noqa: S311  # a lottery of questions, not a secret
