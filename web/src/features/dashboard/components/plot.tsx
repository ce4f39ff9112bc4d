/** The drawing of a chart: nothing of it is told to who cannot see it, for each day says its values itself. */
import { lineThrough, stacked } from "../plot";
import type { Series } from "../series";
import styles from "./chart.module.css";

interface PlotProps {
  series: readonly Series[];
  kind: "bars" | "lines";
  range: readonly [number, number];
  days: number;
}

/** Of a day's width. */
const GAP = 0.12;

export function Plot({ series, kind, range, days }: PlotProps) {
  return (
    <svg className={styles["plot"]} viewBox={`0 0 ${days} 1`} preserveAspectRatio="none" aria-hidden="true">
      {kind === "bars" ? <Bars series={series} top={range[1]} /> : series.map(({ name, look, values }) => (
        <path key={name} className={styles[look]} d={lineThrough(values, range)} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  );
}

function Bars({ series, top }: { series: readonly Series[]; top: number }) {
  const bars = stacked(series.map(({ values }) => values), top);
  return series.map(({ name, look }, index) => (
    <g key={name} className={styles[look]}>
      {bars[index]?.filter(({ height }) => height > 0).map(({ x, y, height }) => (
        <rect key={x} x={x + GAP} y={y} width={1 - 2 * GAP} height={height} />
      ))}
    </g>
  ));
}
