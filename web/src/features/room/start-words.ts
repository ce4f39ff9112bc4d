/** What is said before a talk: apart, because the first page needs no words of the room. */
export const en = {
  title: "Start a talk",
  intro: "Speak or type, and you are answered. You can read and hear the talk again at any time.",
  start: "Start talking",
  talk_language: "Language of the talk",
  persona: "Talk with",
  record: "Record this talk",
  record_locked: "Talks with {{name}} are never recorded: the persona is set so.",
  consent: {
    title: "May this talk be recorded?",
    what: "Your voice and the answers are recorded, and so are camera and screen if you show them. It is turned into text and kept with your workspace, so that the talk can be replayed there. Deleting the talk deletes the recording.",
    free: "The law where you are may want your consent first. You are free to say no: the talk is then the same, with its text kept and no sound. We ask before each talk.",
    yes: "Record with my consent",
    no: "Talk unrecorded",
  },
};
