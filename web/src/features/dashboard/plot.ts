/** Where things stand in a chart that is one wide for each day and one high. */

export interface Bar {
  x: number;
  y: number;
  height: number;
}

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

/** A line through the middle of the days; one without a value is passed over, and one alone is a dot. */
export function lineThrough(values: readonly (number | null)[], [low, high]: readonly [number, number]): string {
  const points = values.flatMap((value, x) => (value === null ? [] : [`${x + 0.5} ${1 - (value - low) / (high - low)}`]));
  return points.length === 1 ? `M${points[0]}h0` : points.length === 0 ? "" : `M${points.join("L")}`;
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
