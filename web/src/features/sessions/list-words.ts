/** What a list says of a talk: apart, because the first page needs no more of the words for talks. */
export const en = {
  recent: "Recent talks",
  all: "All talks",
  empty: "No talks yet. Start one, and you will find it here.",
  untitled: "Talk without words",
  status: { pending: "starting", active: "going on", ended: "ended", failed: "failed" },
};
