export const en = {
  microphone: "Microphone",
  speaker: "Speaker",
  default: "The browser's choice",
  nameless: { microphone: "Microphone {{number}}", speaker: "Speaker {{number}}" },
  test: "Test the microphone",
  stop_test: "Stop the test",
  hearing: {
    waiting: "Say something: this bar should move",
    heard: "You are heard.",
    silent: "Nothing is heard yet. Is this the right microphone, and is it switched on?",
  },
  play_sound: "Play a sound",
  sound_failed: "The speaker could not be used. Choose another.",
  problem: {
    denied: "The microphone is blocked.",
    missing: "No microphone was found.",
    taken: "The microphone is in use elsewhere.",
    failed: "The microphone could not be used.",
  },
  allow: {
    chromium: "Press the symbol left of the address, switch the microphone on, then try again. If it stays blocked, look into the privacy settings of your system.",
    firefox: "Press the crossed-out microphone left of the address, remove the block, then try again.",
    safari: "Choose Safari › Settings › Websites › Microphone, allow this page, then try again.",
    ios: "Press the symbol left of the address, choose the settings of this website and allow the microphone. It must also be allowed to the browser in the iPhone's own settings.",
    other: "Allow the microphone for this page in your browser's settings, then try again.",
  },
  mend: {
    missing: "Plug one in or switch it on, then try again.",
    taken: "Another program or tab may hold it: end its call, then try again.",
    failed: "Try again, or choose another microphone.",
  },
  type_meanwhile: "You can type meanwhile.",
};
