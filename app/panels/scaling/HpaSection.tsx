import { Play } from 'lucide-react';
import type { HpaCourse } from '#engine/horizontalPodAutoscaler/settle';
import { Button } from '../../components/Button';
import { useFormat } from '../../i18n/format';
import { useDocument } from '../../stores/document';
import { createAnalysis } from '../../worker/analysis';
import { AnalysisStatus } from '../shared/AnalysisStatus';
import { EntityChip } from '../shared/EntityChip';
import { Mark } from '../shared/Mark';
import table from '../shared/table.module.css';
import styles from './ScalingPanel.module.css';
import { useHpaT } from './useHpaT';

const loops = createAnalysis<readonly HpaCourse[]>();

const tones = { settled: 'ok', 'at-maximum': 'warn', oscillates: 'bad', 'no-request': 'info', 'no-traffic': 'info', disabled: 'info' } as const;

/** How the loop of each HorizontalPodAutoscaler settles; nothing where no workload has one. */
export function HpaSection() {
  const say = useHpaT();
  const design = useDocument((state) => state.design);
  const { answer, status } = loops.use();
  if (!design.entities.some((entity) => entity.kind === 'workload' && entity.type !== 'DaemonSet' && entity.horizontalPodAutoscaler !== undefined)) return null;
  return (
    <section className={styles.section} aria-label={say('hpa.title')}>
      <h3>{say('hpa.title')}</h3>
      <p className={table.quiet}>{say('hpa.hint')}</p>
      {status !== 'running' && (
        <p>
          <Button icon={<Play size={14} aria-hidden />} onPress={() => void loops.start(design, (analyses) => analyses.hpa(design))}>
            {say('hpa.run')}
          </Button>
        </p>
      )}
      <AnalysisStatus of={loops} doing={say('hpa.running')} />
      {answer?.map((course) => <Course key={course.workload} course={course} />)}
    </section>
  );
}

function Course({ course: { workload, target, outcome, moments, isHotPodUnseen } }: { readonly course: HpaCourse }) {
  const say = useHpaT();
  const format = useFormat();
  const milliseconds = useDocument(({ design }) => {
    const entity = design.entities.find(({ id }) => id === workload);
    return entity?.kind === 'workload' ? entity.horizontalPodAutoscaler?.cpuPerRequest : undefined;
  });
  const percent = (value: number | null) => (value === null ? '–' : format.percent(Math.round(value) / 100));
  const last = moments.at(-1);
  const figures = { replicas: format.number(last?.replicas ?? 0), utilization: percent(last?.utilization ?? null), target: percent(target) };
  return (
    <>
      <p className={styles.course}>
        <EntityChip id={workload} /> <Mark tone={isHotPodUnseen ? 'warn' : tones[outcome]}>{say(`hpa.${outcome}`, figures)}</Mark>
      </p>
      {isHotPodUnseen && <p>{say('hpa.unseen', { hottest: percent(last?.hottest ?? null) })}</p>}
      {last !== undefined && last.throttled > 0 && <p>{say('hpa.throttled', { count: last.throttled })}</p>}
      {moments.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{say('hpa.time')}</th>
              {(['replicas', 'utilization', 'range', 'skew', 'dropped', 'crossZone', 'total'] as const).map((column) => (
                <th key={column} scope="col" className={table.number}>
                  {say(`hpa.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {moments.map((moment) => (
              <tr key={`${moment.at} ${moment.replicas} ${moment.unready}`}>
                <th scope="row">{format.duration(moment.at)}</th>
                <td className={table.number}>
                  {format.number(moment.replicas)}
                  {moment.unready > 0 && <span className={table.quiet}> {say('hpa.unready', { count: moment.unready })}</span>}
                </td>
                <td className={table.number}>{percent(moment.utilization)}</td>
                <td className={table.number}>
                  {percent(moment.coldest)} – {percent(moment.hottest)}
                </td>
                <td className={table.number}>{moment.skew === null ? '–' : format.number(moment.skew, 2)}</td>
                <td className={table.number}>{format.percent(moment.dropped)}</td>
                <td className={table.number}>{format.dollars(moment.crossZoneMonthly)}</td>
                <td className={table.number}>{format.dollars(moment.totalMonthly)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {moments.length > 0 && <p className={table.quiet}>{say('hpa.rule', { milliseconds: format.number(milliseconds ?? 0, 2) })}</p>}
    </>
  );
}
