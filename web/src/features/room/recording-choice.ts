/** Whether the next talk is recorded: on, until the person switches it off; the browser keeps the choice. */
import { recall, remember } from "@/config/remembered";

const KEY = "echosphere.record";

export function chosenRecording(): boolean {
  return recall(KEY) !== "off";
}

export function rememberRecording(record: boolean): void {
  remember(KEY, record ? "on" : "off");
}
