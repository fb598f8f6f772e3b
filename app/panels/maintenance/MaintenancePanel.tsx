import { proxy } from 'comlink';
import { useCallback, useEffect, useState } from 'react';
import { zoneName, zonesOf } from '#engine/design/tree';
import type { Evaluation } from '#engine/evaluation';
import { EmptyState } from '../../components/EmptyState';
import { useDocument } from '../../stores/document';
import { createAnalysis } from '../../worker/analysis';
import type { Ask } from '../../worker/analysis';
import { AnalysisStatus } from '../shared/AnalysisStatus';
import { PanelFrame } from '../shared/PanelFrame';
import { DrainResult } from './DrainResult';
import styles from './MaintenancePanel.module.css';
import { ShiftResult } from './ShiftResult';
import { UpgradeResult } from './UpgradeResult';
import { useMaintenanceT } from './useMaintenanceT';
import type { Planned, Work } from './work';
import { WorkForm } from './WorkForm';

/** Planned work: what a drain, a zonal shift or an upgrade would do, step by step, and what blocks it. */
export function MaintenancePanel() {
  return <PanelFrame topic="maintenance">{(evaluation) => <Maintenance evaluation={evaluation} />}</PanelFrame>;
}

const planned = createAnalysis<Planned>();

function Maintenance({ evaluation }: { readonly evaluation: Evaluation }) {
  const say = useMaintenanceT();
  const design = useDocument((state) => state.design);
  const [chosen, setChosen] = useState<Work>({ kind: 'drainNode', node: '', zone: '', group: '', loadBalancersToo: true, maxUnavailable: 1, minHealthyPercentage: 90 });
  const nodes = evaluation.placement.nodes.map(({ metadata }) => metadata.name);
  const zones = zonesOf(design).map((zone) => zoneName(design, zone));
  const groups = design.entities.filter((entity) => entity.kind === 'autoScalingGroup');
  const isEmpty = nodes.length === 0;
  // What was chosen may be gone since.
  const node = nodes.includes(chosen.node) ? chosen.node : (nodes[0] ?? '');
  const zone = zones.includes(chosen.zone) ? chosen.zone : (zones[0] ?? '');
  const group = groups.find(({ id }) => id === chosen.group) ?? groups[0];
  const { kind, loadBalancersToo, maxUnavailable, minHealthyPercentage } = chosen;
  const groupId = group?.id ?? '';
  const work = useCallback(() => {
    const ask: Ask<Planned> = async (analyses, _show, tell) => {
      if (kind === 'shift') return { kind, shift: await analyses.shift(design, zone, loadBalancersToo) };
      if (kind === 'upgrade') return { kind, upgrade: await analyses.upgrade(design, groupId, { maxUnavailable, minHealthyPercentage }, proxy(tell)) };
      return { kind: 'drain', drain: await analyses.drain(design, kind === 'drainZone' ? { zone } : { node }, proxy(tell)) };
    };
    void planned.start(design, ask);
  }, [design, kind, node, zone, groupId, loadBalancersToo, maxUnavailable, minHealthyPercentage]);
  useEffect(() => {
    if (isEmpty) return undefined;
    work();
    return planned.stop;
  }, [isEmpty, work]);
  const { status, answer } = planned.use();
  if (isEmpty) return <EmptyState title={say('maintenance.nothing')}>{say('maintenance.nothingText')}</EmptyState>;
  return (
    <>
      <WorkForm work={{ ...chosen, node, zone, group: groupId }} nodes={nodes} zones={zones} groups={groups} isEks={design.settings.controlPlane === 'eks'} onChange={setChosen} />
      <div className={styles.result} aria-busy={status === 'running'}>
        {status === 'done' && answer !== null ? <Result planned={answer} /> : <AnalysisStatus of={planned} again={work} />}
      </div>
    </>
  );
}

function Result({ planned: result }: { readonly planned: Planned }) {
  const say = useMaintenanceT();
  if (result.kind === 'drain') return <DrainResult drain={result.drain} />;
  if (result.kind === 'shift') return <ShiftResult shift={result.shift} />;
  return result.upgrade === null ? <p>{say('maintenance.none')}</p> : <UpgradeResult upgrade={result.upgrade} />;
}
