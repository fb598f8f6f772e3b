import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { classNames } from '../../components/classNames';
import { useFormat } from '../../i18n/format';
import styles from './FrontierChart.module.css';
import { chartOf, chartWidth, plot, shareY } from './points';
import type { Point } from './points';
import { Shape } from './Shape';
import { useVariantsT } from './useVariantsT';
import { useVariantWords } from './useVariantWords';
import type { VariantsView } from './variantsView';

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** Every variant as a mark: its shape is the verdict, filled it is on the frontier. One tab stop; arrows go from mark to mark. */
export function FrontierChart({ variants, drawn, pointed, open, onPoint, onPress }: VariantsView) {
  const say = useVariantsT();
  const format = useFormat();
  const words = useVariantWords(drawn);
  const chart = useMemo(() => chartOf(variants), [variants]);
  const [current, setCurrent] = useState(0);
  const marks = useRef<(HTMLButtonElement | null)[]>([]);
  const { points, bands, ticks, frontier, height } = chart;
  const axis = bands.at(-1)?.bottom ?? 0;
  const shown = points.find((point) => point.variants.some(({ id }) => id === pointed));
  const nameOf = ({ first, variants: own }: Point) => (own.length === 1 ? words.name(first) : say('variants.andMore', { name: words.name(first), count: own.length - 1 }));
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(points.length - 1, current + step));
    setCurrent(next);
    marks.current[next]?.focus();
  };
  return (
    <figure className={styles.figure} style={{ width: chartWidth }}>
      <figcaption className={styles.caption}>{say('variants.yAxis')}</figcaption>
      <div className={styles.plot}>
        <svg width={chartWidth} height={height} aria-hidden>
          {bands.map((band) => (
            <g key={band.verdict}>
              <line className={styles.border} x1={0} x2={plot.right} y1={band.bottom} y2={band.bottom} />
              <g className={styles.key} transform={`translate(10 ${(band.top + band.bottom) / 2})`}>
                <Shape verdict={band.verdict} />
              </g>
              <text className={styles.verdict} x={24} y={(band.top + band.bottom) / 2 + 4}>
                {words.verdicts[band.verdict]}
              </text>
              {(band.verdict === 'survives' ? [] : [0, 1]).map((share) => (
                <g key={share}>
                  <line className={styles.grid} x1={plot.left} x2={plot.right} y1={shareY(band, share)} y2={shareY(band, share)} />
                  <text className={styles.tick} x={plot.left - 4} y={shareY(band, share) + 4} textAnchor="end">
                    {share * 100}
                    {share === 1 ? ' %' : ''}
                  </text>
                </g>
              ))}
            </g>
          ))}
          {ticks.map(({ x, usd }) => (
            <g key={usd}>
              <line className={styles.grid} x1={x} x2={x} y1={plot.top} y2={axis + 4} />
              <text className={styles.tick} x={x} y={axis + 16} textAnchor="middle">
                {format.number(usd, usd % 1 === 0 ? 0 : 2)}
              </text>
            </g>
          ))}
          <text className={styles.tick} x={(plot.left + plot.right) / 2} y={axis + 32} textAnchor="middle">
            {say('variants.xAxis')}
          </text>
          <path className={styles.frontier} d={frontier} />
          {points.toSorted((a, b) => Number(a.isOnFrontier) - Number(b.isOnFrontier)).map((point) => (
            <g key={point.first.id} transform={`translate(${point.x} ${point.y})`}>
              {point.isDrawn && <circle className={styles.ring} r={10} />}
              <Shape verdict={point.first.worstLoss.verdict} className={classNames(styles.mark, point.isOnFrontier && styles.on, point === shown && styles.pointed)} />
            </g>
          ))}
          {labelsOf(points).map(({ point, anchor, dy }) => (
            <text key={point.first.id} className={styles.label} x={point.x + (anchor === 'start' ? -6 : 6)} y={point.y + dy} textAnchor={anchor}>
              {words.name(point.first)}
            </text>
          ))}
        </svg>
        <ul aria-label={say('variants.chart')}>
          {points.map((point, i) => (
            <li key={point.first.id} className={styles.press} style={{ left: point.x, top: point.y }}>
              <button
                ref={(button) => {
                  marks.current[i] = button;
                }}
                type="button"
                className={styles.button}
                tabIndex={i === Math.min(current, points.length - 1) ? 0 : -1}
                aria-label={words.figures(point.first, nameOf(point))}
                data-drawn={point.isDrawn || undefined}
                aria-pressed={point.variants.some(({ id }) => id === open)}
                aria-disabled={open === null}
                onKeyDown={move}
                onPointerEnter={() => onPoint(point.first.id)}
                onPointerLeave={() => onPoint(null)}
                onFocus={() => {
                  setCurrent(i);
                  onPoint(point.first.id);
                }}
                onBlur={() => onPoint(null)}
                onClick={() => onPress(point.first)}
              />
            </li>
          ))}
        </ul>
      </div>
      <p className={styles.figures}>{shown === undefined ? <Legend /> : words.figures(shown.variants.find(({ id }) => id === pointed) ?? shown.first, pointed === shown.first.id ? nameOf(shown) : undefined)}</p>
    </figure>
  );
}

/** What filled, hollow and ringed mean; the shapes are named at their bands. */
function Legend() {
  const say = useVariantsT();
  return (
    <span className={styles.legend} aria-hidden>
      {(['Frontier', 'Other', 'Drawn'] as const).map((key) => (
        <span key={key} className={styles.entry}>
          <svg width={22} height={22} viewBox="-11 -11 22 22">
            {key === 'Drawn' && <circle className={styles.ring} r={10} />}
            <Shape verdict="survives" className={classNames(styles.mark, key === 'Frontier' && styles.on)} />
          </svg>
          {say(`variants.key${key}`)}
        </span>
      ))}
    </span>
  );
}

interface Label {
  readonly point: Point;
  readonly anchor: 'start' | 'end';
  readonly dy: number;
}

/** The frontier's marks are named above, the drawn design's below; one that would lie on another is left out. */
function labelsOf(points: readonly Point[]): readonly Label[] {
  const labels: Label[] = [];
  for (const point of points.filter(({ isOnFrontier, isDrawn }) => isOnFrontier || isDrawn)) {
    const dy = point.isOnFrontier ? -13 : 20;
    const isFree = labels.every((other) => Math.abs(other.point.y + other.dy - point.y - dy) >= 12);
    if (isFree) labels.push({ point, anchor: point.x < (plot.left + plot.right) / 2 ? 'start' : 'end', dy });
  }
  return labels;
}
