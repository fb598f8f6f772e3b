import { messagesIn } from '../../horizontalPodAutoscaler/languages';
import type { HpaCourse } from '../../horizontalPodAutoscaler/settle';
import type { Language } from '../command';
import { percent, usd } from './evaluationRows';
import { indentedTable } from './textTable';

/** What the command answers of one workload. */
export interface NamedCourse extends HpaCourse {
  readonly name: string;
  readonly cpuPerRequest: number;
}

/** The loop of every autoscaler, for people. */
export function hpaText(courses: readonly NamedCourse[], language: Language): string {
  const say = messagesIn(language);
  if (courses.length === 0) return say.none;
  const whole = (value: number | null) => (value === null ? '-' : `${Math.round(value)} %`);
  return [
    say.rule,
    ...courses.flatMap(({ name, target, outcome, cpuPerRequest, moments, isHotPodUnseen, pods }) => [
      '',
      `${name}: ${say.outcome[outcome]} (${say.target(target)})`,
      ...(isHotPodUnseen ? [`  ${say.unseen}`] : []),
      ...withHead([
        [say.time, say.replicas, say.unready, say.utilization, say.hottest, say.coldest, say.throttled, say.skew, say.dropped, say.crossZone, say.total],
        ...moments.map((moment) => [
          `${moment.at} s`,
          String(moment.replicas),
          String(moment.unready),
          whole(moment.utilization),
          whole(moment.hottest),
          whole(moment.coldest),
          String(moment.throttled),
          moment.skew?.toFixed(2) ?? '-',
          percent(moment.dropped),
          usd(moment.crossZoneMonthly),
          usd(moment.totalMonthly),
        ]),
      ]),
      ...(pods.length === 0 ? [] : ['', ...indentedTable([[say.pod, say.node, say.requests, 'CPU'], ...pods.map(({ pod, node, requestsPerSecond, utilization }) => [pod, node, requestsPerSecond.toFixed(1), whole(utilization)])])]),
      ...(moments.length === 0 ? [] : [`  ${say.assumed(cpuPerRequest)}`]),
    ]),
  ].join('\n');
}

/** Nothing where there is no row below the head. */
function withHead(rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length < 2 ? [] : indentedTable(rows);
}
