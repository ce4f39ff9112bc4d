/** How far a recording is, as the page says it. */
import type { Recording, RecordingPart } from "@/api/types";

export type Step = "waiting" | "converting" | "checking";

const STEPS: Record<RecordingPart["status"], Step> = {
  starting: "waiting",
  recording: "waiting",
  uploaded: "waiting",
  transcoding: "converting",
  finishing: "checking",
  ready: "checking",
  failed: "checking",
  set_aside: "checking",
};

/** Of these nothing more comes. */
const SETTLED: readonly RecordingPart["status"][] = ["ready", "failed", "set_aside"];

const ORDER: readonly Step[] = ["waiting", "converting", "checking"];

export function isSettledPart({ status }: RecordingPart): boolean {
  return SETTLED.includes(status);
}

/** The step of the sound that is furthest back: until that one is there, nothing can be played. */
export function stepOf({ parts }: Recording): Step {
  const unsettled = parts.filter((part) => part.kind === "audio" && !isSettledPart(part));
  const steps = unsettled.map(({ status }) => STEPS[status]);
  return ORDER.find((step) => steps.includes(step)) ?? "checking";
}

/** Null where a number would mean nothing. */
export function percentOf(recording: Recording): number | null {
  return stepOf(recording) === "converting" ? recording.percent : null;
}

/** Why there is no sound: the failure of the last attempt at it. */
export function failureOf({ parts }: Recording): RecordingPart | undefined {
  return parts.findLast(({ kind, failure }) => kind === "audio" && failure !== null);
}

/** The picture comes after the sound, and does not hold it up. */
export function isPictureOnItsWay({ parts }: Recording): boolean {
  return parts.some((part) => part.kind === "video" && !isSettledPart(part));
}
