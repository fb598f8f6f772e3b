import type { NodeProps } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useEvaluation } from '../../stores/evaluation';
import { none } from '../../stores/evaluationIndex';
import { useBoardView } from '../boardView';
import { sizes } from '../geometry';
import type { BoardFlowNode } from '../reconcile';
import { ribbons } from '../ribbons';
import { Cell } from './Cell';
import styles from './nodes.module.css';
import { sameNode } from './sameNode';

const stationWidth = 96;

/** Bytes between the zones: same-zone solid and quiet, cross-zone dashed and warm. */
export const TrafficNode = memo(function TrafficNode({ id, width, height }: NodeProps<BoardFlowNode>) {
  const t = useT();
  const format = useFormat();
  const matrix = useEvaluation((state) => (state.aftermath ?? state.evaluation)?.traffic.zoneMatrix ?? none);
  const columns = useBoardView((view) => view.arrangement.columns);
  const names = useBoardView((view) => view.zoneNames);
  const { stations, flows } = useMemo(() => {
    const places = new Map(columns.map((column) => [names.get(column.zone) ?? '', { x: column.x - sizes.gutter + column.width / 2, width: stationWidth }]));
    places.set('internet', { x: -sizes.gutter / 2, width: 60 });
    return { stations: places, flows: ribbons(matrix, places, height ?? sizes.traffic) };
  }, [columns, names, matrix, height]);
  const middle = (height ?? sizes.traffic) / 2;
  const cross = flows.filter((flow) => flow.isCrossZone).reduce((sum, flow) => sum + flow.bytesPerSecond, 0);
  return (
    <Cell id={id} label={t('board.trafficLabel', { rate: format.bytesPerSecond(cross) })} className={styles.traffic} isSolid={false}>
      <svg width={width} height={height} aria-hidden="true" className={styles.ribbons}>
        {flows.map((flow) => flow.path !== '' && <path key={flow.key} d={flow.path} strokeWidth={flow.width} className={flow.isCrossZone ? styles.crossZone : styles.outside} />)}
        {[...stations].map(([name, station]) => (
          <g key={name}>
            <rect x={station.x - station.width / 2} y={middle - 15} width={station.width} height={30} rx={6} className={styles.station} />
            <text x={station.x} y={middle - 2} data-fine className={styles.stationName}>
              {name === 'internet' ? t('board.internet') : name}
            </text>
            <text x={station.x} y={middle + 11} data-fine className={styles.stationRate}>
              {format.bytesPerSecond(flows.find((flow) => flow.path === '' && flow.from === name)?.bytesPerSecond ?? 0)}
            </text>
          </g>
        ))}
        {flows.map(
          (flow) =>
            flow.isCrossZone && (
              <text key={flow.key} x={flow.labelX} y={flow.labelY + 4} data-name className={styles.ribbonRate}>
                {format.bytesPerSecond(flow.bytesPerSecond)}
              </text>
            ),
        )}
      </svg>
    </Cell>
  );
}, sameNode);
