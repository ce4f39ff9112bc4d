// @vitest-environment node
import { expect, it } from "vitest";

import { captionOf } from "./caption-now";

it.each([
  ["<v Person>When do you open?", { side: "person", text: "When do you open?" }],
  ["<v Agent>At ten &amp; <i>not</i> before &lt;ten&gt;.", { side: "agent", text: "At ten & not before <ten>." }],
  ["Nobody says this.", { side: null, text: "Nobody says this." }],
])("the cue %j is who speaks, and plain words", (cue, caption) => {
  expect(captionOf(cue)).toEqual(caption);
});
