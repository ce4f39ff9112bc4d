/** Keys that belong together, in words. */
export interface KeyGroup {
  title: string;
  list: readonly { keys: readonly string[]; does: string }[];
}
