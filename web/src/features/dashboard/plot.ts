/** Where things stand in a chart that is one wide for each day and one high. */

export interface Bar {
  x: number;
  y: number;
  height: number;
}

/** How broad a day alone is: a dot would hardly be seen. */
const ALONE = 0.75;

/** Of several values of a day each stands on the one before. */
export function stacked(series: readonly (readonly (number | null)[])[], top: number): Bar[][] {
  const reached: number[] = [];
  return series.map((values) =>
    values.map((value, x) => {
      const height = (value ?? 0) / top;
      const base = reached[x] ?? 0;
      reached[x] = base + height;
      return { x, y: 1 - base - height, height };
    }),
  );
}

/** A line through the middle of the days; one without a value is passed over, and one alone is as broad as a bar. */
export function lineThrough(values: readonly (number | null)[], [low, high]: readonly [number, number]): string {
  const points = values.flatMap((value, x) => (value === null ? [] : [{ x: x + 0.5, y: 1 - (value - low) / (high - low) }]));
  const [only] = points;
  if (only !== undefined && points.length === 1) {
    return `M${only.x - ALONE / 2} ${only.y}h${ALONE}`;
  }
  return points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
}

/** The highest of the sums of a day, or of the values; never zero. */
export function topOf(series: readonly (readonly (number | null)[])[], kind: "bars" | "lines"): number {
  const days = series[0]?.length ?? 0;
  const at = (x: number) => series.map((values) => values[x] ?? 0);
  const highest = Array.from({ length: days }, (_, x) =>
    kind === "bars" ? at(x).reduce((sum, value) => sum + value, 0) : Math.max(...at(x)),
  );
  return Math.max(0, ...highest) || 1;
}
