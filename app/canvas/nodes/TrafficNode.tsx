import type { NodeProps } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useEvaluation } from '../../stores/evaluation';
import { none } from '../../stores/evaluationIndex';
import { useBoardView } from '../boardView';
import { sizes } from '../geometry';
import type { BoardFlowNode } from '../reconcile';
import { ribbons, stations } from '../ribbons';
import { Cell } from './Cell';
import styles from './nodes.module.css';
import { sameNode } from './sameNode';

const stationWidth = 136;

/** Bytes between the zones: same-zone solid and quiet, cross-zone dashed and warm. */
export const TrafficNode = memo(function TrafficNode({ id, width, height = sizes.traffic }: NodeProps<BoardFlowNode>) {
  const t = useT();
  const format = useFormat();
  const matrix = useEvaluation((state) => (state.aftermath ?? state.evaluation)?.traffic.zoneMatrix ?? none);
  const columns = useBoardView((view) => view.arrangement.columns);
  const names = useBoardView((view) => view.zoneNames);
  const { zones, flows } = useMemo(() => {
    const places = new Map(columns.map((column) => [names.get(column.zone) ?? '', column.x - sizes.gutter + column.width / 2]));
    const found = stations(matrix, places);
    return { zones: found, flows: ribbons(matrix, found, stationWidth, height) };
  }, [columns, names, matrix, height]);
  const middle = height / 2;
  const cross = flows.reduce((sum, flow) => sum + flow.bytesPerSecond, 0);
  return (
    <Cell id={id} label={t('board.trafficLabel', { rate: format.bytesPerSecond(cross) })} className={styles.traffic} isSolid={false}>
      <svg width={width} height={height} aria-hidden="true" className={styles.ribbons}>
        {flows.map((flow) => (
          <path key={flow.key} d={flow.path} strokeWidth={flow.width} className={styles.crossZone} />
        ))}
        {zones.map((zone) => (
          <g key={zone.name}>
            <rect x={zone.x - stationWidth / 2} y={middle - 20} width={stationWidth} height={40} rx={6} className={styles.station} />
            <text x={zone.x} y={middle - 4} data-fine data-grows className={styles.stationName}>
              {t('board.inZone', { rate: format.bytesPerSecond(zone.inZone) })}
            </text>
            <text x={zone.x} y={middle + 14} data-fine data-grows className={styles.stationRate}>
              {t('board.withInternet', { rate: format.bytesPerSecond(zone.internet) })}
            </text>
          </g>
        ))}
        {flows.map((flow) => (
          <text key={flow.key} x={flow.labelX} y={flow.labelY + 4} data-fine data-grows className={styles.ribbonRate}>
            {format.bytesPerSecond(flow.bytesPerSecond)}
          </text>
        ))}
      </svg>
    </Cell>
  );
}, sameNode);
