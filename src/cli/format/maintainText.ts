import { RETRY_SECONDS, type Drain, type NodeDrain } from '../../maintenance/drain';
import { messagesIn } from '../../maintenance/languages';
import type { WaitingPod, WorkloadDuring } from '../../maintenance/maintenance';
import type { Messages } from '../../maintenance/messages/en';
import { EVICTION_MINUTES, type Upgrade, type UpgradeBatch } from '../../maintenance/upgrade';
import { MOST_SHIFT_HOURS, type ZonalShift } from '../../maintenance/zonalShift';
import type { Language } from '../command';
import { percent } from './evaluationRows';
import { table } from './textTable';

/** Planned work, for people. */
export function drainText({ outcome, nodes, waiting, workloads }: Drain, language: Language): string {
  const say = messagesIn(language);
  const blockedAt = nodes.find((node) => node.outcome === 'blocked')?.node ?? '';
  return [
    outcome === 'drained' ? say.drain.done(nodes.length) : say.drain.blocked(blockedAt, RETRY_SECONDS),
    ...nodes.flatMap((node) => ['', ...nodeLines(node, say)]),
    ...waitingLines(say.waiting, waiting, say),
    ...workloadLines(workloads, say),
  ].join('\n');
}

export function shiftText(shift: ZonalShift, language: Language): string {
  const say = messagesIn(language);
  const { title, unsupported, nodes, restricted, unrestricted, lbShifted, lbKept, endpoints, load } = say.shift;
  const zones = (shares: Readonly<Record<string, number>>) => Object.entries(shares).map(([zone, share]) => `${zone} ${percent(share)}`).join(', ') || say.nothing;
  return [
    title(shift.zone, MOST_SHIFT_HOURS),
    ...(shift.supported ? [] : [unsupported]),
    nodes(shift.cordoned.length, shift.podsStaying),
    ...shift.groups.map(({ id, restricted: isRestricted, launchesIn }) => `  ${(isRestricted ? restricted : unrestricted)(id, launchesIn)}`),
    ...shift.loadBalancers.map(({ id, shifted }) => `  ${shifted ? lbShifted(id) : lbKept(id)}`),
    ...(shift.services.length === 0 ? [] : ['']),
    ...(shift.services.length === 0
      ? []
      : table([
          [say.service, endpoints, load, say.dropped, say.before, say.after],
          ...shift.services.map((service) => [
            service.name,
            `${service.endpoints.before} -> ${service.endpoints.after}`,
            service.loadFactor === null ? '-' : `x ${service.loadFactor.toFixed(2)}`,
            percent(service.dropped.after),
            zones(service.zoneShares.before),
            zones(service.zoneShares.after),
          ]),
        ])),
    ...waitingLines(say.waitingOn, shift.waiting, say),
    ...waitingLines(say.shift.wouldWait, shift.wouldWait, say),
  ].join('\n');
}

export function upgradeText(result: Upgrade, language: Language): string {
  const say = messagesIn(language);
  return [
    (result.manner === 'managed-node-group' ? say.upgrade.managed : say.upgrade.refresh)(result),
    result.outcome === 'done' ? say.upgrade.done : say.upgrade.failed(EVICTION_MINUTES),
    ...result.batches.flatMap((batch, i) => ['', ...batchLines(batch, i, say)]),
    ...(result.scaleDown.length === 0 ? [] : ['', say.upgrade.scaleDown(result.scaleDown.map(({ node }) => node).join(', '))]),
    ...waitingLines(say.waiting, result.waiting, say),
    ...workloadLines(result.workloads, say),
  ].join('\n');
}

function batchLines({ nodes, launched, drains, cutOff, waiting }: UpgradeBatch, index: number, say: Messages): readonly string[] {
  return [
    `${say.upgrade.batch(index + 1)}: ${nodes.join(', ')} -> ${launched.join(', ') || '-'}`,
    ...drains.flatMap((drain) => nodeLines(drain, say).slice(1)),
    ...(cutOff.length === 0 ? [] : [`  ${say.upgrade.cutOff}: ${cutOff.join(', ')}`]),
    ...waiting.map((pod) => `  ${waitingLine(pod, say)}`),
  ];
}

function nodeLines({ node, outcome, rounds, ignored, blocked }: NodeDrain, say: Messages): readonly string[] {
  if (outcome === 'not-reached') return [`${node}: ${say.drain.notReached}`];
  return [
    node,
    ...(rounds.length === 0 && blocked.length === 0 ? [`  ${say.drain.empty}`] : []),
    ...rounds.map(
      ({ evicted, refused, preempted }, i) =>
        `  ${say.drain.round(i + 1)}: ${evicted.map(({ pod, to }) => `${pod} -> ${to ?? 'Pending'}`).join(', ')}${refused.length === 0 ? '' : `; ${say.drain.refused}: ${refused.join(', ')}`}${preempted.length === 0 ? '' : `; ${say.drain.preempted}: ${preempted.join(', ')}`}`,
    ),
    ...blocked.map(({ pod, reason, budget }) => `  ${pod}: ${say.blocked[reason](budget)}`),
    ...(ignored.length === 0 ? [] : [`  ${say.drain.ignored(ignored.length)}`]),
  ];
}

function waitingLines(title: string, waiting: readonly WaitingPod[], say: Messages): readonly string[] {
  return waiting.length === 0 ? [] : ['', title, ...waiting.map((pod) => `  ${waitingLine(pod, say)}`)];
}

function waitingLine({ pod, message, cause }: WaitingPod, say: Messages): string {
  return `${pod}: ${say.cause[cause]} (${message})`;
}

function workloadLines(workloads: readonly WorkloadDuring[], say: Messages): readonly string[] {
  if (workloads.length === 0) return [];
  return ['', ...table([[say.workload, say.before, say.lowest, say.after, say.needed], ...workloads.map(({ name, before, lowest, after, needed }) => [name, String(before), String(lowest), String(after), String(needed)])])];
}
