export const en = {
  title: "Settings",
  language: "Language of the page",
  language_about: "The language of a talk is chosen when one starts it.",
  theme: "Colours",
  devices: "Microphone and speaker",
  devices_about: "Nothing is switched on before you press the button, and nothing of a test is kept or sent.",
};
