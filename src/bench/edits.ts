import type { Edit } from '../design/edit';

/** What somebody does to a design of `designOf`, each turn a little differently. */
export interface BenchEdit {
  readonly name: string;
  readonly edit: (turn: number) => Edit;
}

/** A policy of a Service. */
export const policy: BenchEdit = { name: 'externalTrafficPolicy', edit: (turn) => set('svc-0', { externalTrafficPolicy: turn % 2 === 0 ? 'Cluster' : 'Local' }) };

/**
 * The mix of the goal, in equal parts. Pods do not feel the first seven (the last of these is done, undone and done
 * again); the other three have them all placed anew. Workloads are taken from all over the queue.
 */
export const edits: readonly BenchEdit[] = [
  { name: 'rename the design', edit: (turn) => ({ type: 'design', fields: { name: `Design ${turn}` } }) },
  { name: 'NAT: single, per zone', edit: (turn) => ({ type: 'settings', fields: { nat: turn % 2 === 0 ? 'single' : 'per-zone' } }) },
  policy,
  { name: 'cross-zone balancing', edit: (turn) => set('lb', { crossZone: turn % 2 === 1 }) },
  { name: 'requests per second', edit: (turn) => ({ type: 'set', id: 'users-lb', fields: { requestsPerSecond: 1001 + turn } }) },
  { name: 'needed share', edit: (turn) => set(workload(turn), { neededShare: (turn % 10) / 10 }) },
  { name: 'undo, redo of replicas', edit: (turn) => set('app-1', { replicas: turn % 2 === 0 ? 25 : 20 }) },
  { name: 'replicas of a workload', edit: (turn) => set(workload(turn), { replicas: 21 + turn }) },
  { name: 'CPU of a workload', edit: (turn) => set(workload(turn), { containers: [{ name: 'app', requests: { cpu: `${201 + turn}m`, memory: '512Mi' }, ports: [{ containerPort: 8080 }] }] }) },
  { name: 'a node to another zone', edit: (turn) => ({ type: 'all', edits: [set('asg-a', { desired: 66 - (turn % 9) }), set('asg-b', { desired: 68 + (turn % 9) })] }) },
];

function set(id: string, fields: Readonly<Record<string, unknown>>): Edit {
  return { type: 'set', id, fields };
}

function workload(turn: number): string {
  return `app-${(turn * 37) % 150}`;
}
