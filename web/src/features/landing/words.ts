export const en = {
  title: "Talk with an AI. Then hear every word again.",
  lead: "EchoSphere is a voice AI that your team owns: speak with it in the browser, interrupt it, hang up, and a moment later replay the talk with its transcript beside the sound.",
  example: {
    title: "Hear a talk",
    about: "Held in a room of this product, and recorded and written down by it, on one machine and offline.",
    play: "Play the talk",
    pause: "Pause the talk",
    position: "Position in the talk",
    position_now: "{{now}} of {{length}}",
    lines: "What is said",
    person: "Caller",
    hear_from: "Hear from {{time}}",
    interrupted: "interrupted",
    typed: "typed",
    voices: "Both voices are synthetic ones that come with a laptop (flite), the caller's too. Those of the services you may choose sound better.",
    failed: "This browser could not play the talk. You can read it.",
  },
  reasons: "Why EchoSphere",
  reason: {
    interrupt: {
      title: "Interrupt it",
      words: "Start to speak and it stops. The transcript keeps only what you had heard by then.",
    },
    replay: {
      title: "Hear it again",
      words: "Both voices on one line of time. Press a sentence to hear it; find words, download, or share a link.",
    },
    consent: {
      title: "Recorded only as you wish",
      words: "You decide before each talk. Where the law wants your consent, you are asked for it; deleting a talk deletes its recording.",
    },
    yours: {
      title: "It runs where you want",
      words: "In your own AWS account, or whole on a laptop with no account and no key. Talks are in Japanese, English and Portuguese.",
    },
  },
};
