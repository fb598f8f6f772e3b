import { ChevronDown } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { ComponentType } from 'react';
import { Button, Group } from 'react-aria-components';
import { classNames } from '../components/classNames';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { IconButton } from '../components/IconButton';
import { useT } from '../i18n/translate';
import { useEvaluation } from '../stores/evaluation';
import { dockPanels, useSession } from '../stores/session';
import type { DockPanel } from '../stores/session';
import { DockResizer } from './dock/DockResizer';
import { Hints } from './dock/Hints';
import { useDockHeight } from './dock/useDockHeight';
import styles from './Dock.module.css';

const panels: Readonly<Record<DockPanel, ComponentType>> = {
  failure: lazy(async () => ({ default: (await import('./failure/FailurePanel')).FailurePanel })),
  maintenance: lazy(async () => ({ default: (await import('./maintenance/MaintenancePanel')).MaintenancePanel })),
  quorum: lazy(async () => ({ default: (await import('./quorum/QuorumPanel')).QuorumPanel })),
  scaling: lazy(async () => ({ default: (await import('./scaling/ScalingPanel')).ScalingPanel })),
  placement: lazy(async () => ({ default: (await import('./placement/PlacementPanel')).PlacementPanel })),
  why: lazy(async () => ({ default: (await import('./why/WhyPanel')).WhyPanel })),
  draws: lazy(async () => ({ default: (await import('./draws/DrawsPanel')).DrawsPanel })),
  traffic: lazy(async () => ({ default: (await import('./traffic/TrafficPanel')).TrafficPanel })),
  cost: lazy(async () => ({ default: (await import('./cost/CostPanel')).CostPanel })),
  findings: lazy(async () => ({ default: (await import('./findings/FindingsPanel')).FindingsPanel })),
  outline: lazy(async () => ({ default: (await import('./outline/OutlinePanel')).OutlinePanel })),
  trust: lazy(async () => ({ default: (await import('./trust/TrustPanel')).TrustPanel })),
};

/** The details below the board: one panel at a time, closed by default. */
export function Dock() {
  const t = useT();
  const open = useSession((session) => session.dock);
  const toggleDock = useSession((session) => session.toggleDock);
  const setDock = useSession((session) => session.setDock);
  const findings = useEvaluation((state) => state.evaluation?.findings);
  const { height, setHeight } = useDockHeight();
  const Panel = open === null ? null : panels[open];
  const hasErrors = findings?.some((finding) => finding.severity === 'error') ?? false;
  const serious = findings?.filter((finding) => finding.severity !== 'info').length ?? 0;

  return (
    <section className={styles.dock} aria-label={t('dock.label')}>
      {open !== null && <DockResizer height={height} onResize={setHeight} />}
      <div className={styles.strip}>
        <Group aria-label={t('dock.panels')} className={styles.tabs ?? ''}>
          {dockPanels.map((panel) => (
            <Button
              key={panel}
              className={styles.tab ?? ''}
              aria-expanded={panel === open}
              {...(panel === open ? { 'aria-controls': 'dock-panel' } : {})}
              onPress={() => toggleDock(panel)}
            >
              {t(`dock.${panel}`)}
              {panel === 'findings' && serious > 0 && <span className={classNames(styles.count, hasErrors && styles.bad)}>{serious}</span>}
            </Button>
          ))}
        </Group>
        <Hints />
        {open !== null && <IconButton size="small" label={t('dock.close')} icon={<ChevronDown size={16} />} onPress={() => setDock(null)} />}
      </div>
      {open !== null && Panel !== null && (
        <section id="dock-panel" tabIndex={-1} aria-label={t('dock.panel', { name: t(`dock.${open}`) })} className={styles.panel} style={{ height }}>
          <ErrorBoundary key={open}>
            <Suspense fallback={<p className={styles.loading}>{t('common.loading')}</p>}>
              <Panel />
            </Suspense>
          </ErrorBoundary>
        </section>
      )}
    </section>
  );
}
