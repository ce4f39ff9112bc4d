/** How a line or a row of bars looks; the colours are those of the whole page. */
export type Look = "agent" | "user" | "alert" | "good" | "quiet";

/** One value for each day of a chart, null where there is none. */
export interface Series {
  name: string;
  look: Look;
  values: (number | null)[];
}
