export const en = {
  title: "Keyboard",
  everywhere: "Everywhere",
  next: "To the next control, with Shift to the one before",
  press: "Press what has the focus",
  shut: "Close what is open",
  undo: "Take a deletion back, while its notice stands",
  help: "This list",
  room: "In the talk",
  mute: "Mute or unmute",
  send: "Send what one has typed",
};
