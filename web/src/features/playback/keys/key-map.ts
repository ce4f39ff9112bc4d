/** What each key does while a talk is replayed. */

export type Command =
  | { type: "toggle" | "captions" | "mute" }
  | { type: "skip"; byS: number }
  | { type: "jump"; share: number }
  | { type: "volume"; by: number }
  | { type: "speed"; by: 1 | -1 };

export type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

const ARROW_S = 5;
export const SKIP_S = 10;
const VOLUME_STEP = 0.1;

const COMMANDS = new Map<string, Command>(Object.entries<Command>({
  " ": { type: "toggle" },
  k: { type: "toggle" },
  ArrowLeft: { type: "skip", byS: -ARROW_S },
  ArrowRight: { type: "skip", byS: ARROW_S },
  j: { type: "skip", byS: -SKIP_S },
  l: { type: "skip", byS: SKIP_S },
  ArrowUp: { type: "volume", by: VOLUME_STEP },
  ArrowDown: { type: "volume", by: -VOLUME_STEP },
  m: { type: "mute" },
  c: { type: "captions" },
  "<": { type: "speed", by: -1 },
  ">": { type: "speed", by: 1 },
}));

/** As the list of keys shows them: the key's own sign, and the name of what it does. */
export const KEY_LIST = [
  { keys: ["Space", "K"], does: "toggle" },
  { keys: ["←", "→"], does: "arrows" },
  { keys: ["J", "L"], does: "skip" },
  { keys: ["0–9"], does: "jump" },
  { keys: ["↑", "↓"], does: "volume" },
  { keys: ["M"], does: "mute" },
  { keys: ["C"], does: "captions" },
  { keys: ["<", ">"], does: "speed" },
] as const;

/** Null for a key that is none of ours, or that belongs to the browser. */
export function commandOf({ key, ctrlKey, metaKey, altKey }: Press): Command | null {
  if (ctrlKey || metaKey || altKey) {
    return null;
  }
  if (/^[0-9]$/.test(key)) {
    return { type: "jump", share: Number(key) / 10 };
  }
  return COMMANDS.get(key.length === 1 ? key.toLowerCase() : key) ?? null;
}
