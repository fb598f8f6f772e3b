import { NO_OBJECTS } from '../kubernetes/clusterObjects';
import type { Node, Pod } from '../kubernetes/objects';
import { scheduleSequence } from '../scheduling/schedule';
import { createSnapshot } from '../scheduling/snapshot';

/*
 * Figures of the scheduler, printed and not judged: pods in sequence, as `zonesketch schedule --mode sequence` places
 * them, on an empty cluster over three zones.
 */

const WORKLOADS = 200;
const nodeCounts = [500, 1000, 2000, 5000];
const podCounts = [3000, 20_000, 150_000];

/**
 * Pods per second that the real scheduler's algorithm places when it runs alone on 2 cores of the same kind (issue 4),
 * by nodes and pods.
 */
const upstream: Readonly<Record<string, number>> = { '1000 3000': 540, '5000 3000': 280, '5000 10000': 205, '5000 20000': 146 };
const goal = { nodes: 5000, pods: 20_000, perSecond: 7300 };
const whole = { pods: 150_000, seconds: 30, megabytes: 2000 };

const zoneKey = 'topology.kubernetes.io/zone';
const hostKey = 'kubernetes.io/hostname';

function nodeOf(index: number): Node {
  const name = `node-${String(index).padStart(4, '0')}`;
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { [hostKey]: name, [zoneKey]: `zone-${'abc'[index % 3] ?? ''}` } },
    spec: {},
    status: { allocatable: { cpu: '8', memory: '32Gi', pods: '110' } },
  };
}

/** Pods of all workloads in turn; each has objects of its own, as those of a dump have. */
function podOf(index: number): Pod {
  const app = `app-${index % WORKLOADS}`;
  const labelSelector = { matchLabels: { app } };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `${app}-${Math.floor(index / WORKLOADS)}`, namespace: 'default', labels: { app } },
    spec: {
      containers: [{ name: 'app', image: `registry.example/${app}:1`, resources: { requests: { cpu: '100m', memory: '256Mi' } } }],
      topologySpreadConstraints: [
        { maxSkew: 1, topologyKey: zoneKey, whenUnsatisfiable: 'DoNotSchedule', labelSelector },
        { maxSkew: 1, topologyKey: hostKey, whenUnsatisfiable: 'ScheduleAnyway', labelSelector },
      ],
    },
    status: {},
  };
}

interface Run {
  readonly seconds: number;
  readonly placed: number;
}

function run(nodes: number, pods: number): Run {
  const snapshot = createSnapshot({ ...NO_OBJECTS, nodes: Array.from({ length: nodes }, (_, index) => nodeOf(index)) });
  const pending = Array.from({ length: pods }, (_, index) => podOf(index));
  const begun = performance.now();
  const { verdicts } = scheduleSequence(snapshot, pending);
  return { seconds: (performance.now() - begun) / 1000, placed: verdicts.filter(({ node }) => node !== undefined).length };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

print('scheduler, pods in sequence on an empty cluster, 3 zones, 200 workloads, zonal and hostname spread:');
run(500, 3000);
for (const [nodes, pods] of [...nodeCounts.flatMap((count) => podCounts.map((each) => [count, each] as const)), [goal.nodes, 10_000] as const].toSorted(([a, b], [c, d]) => a - c || b - d)) {
  const size = `${String(nodes).padStart(5)} nodes ${String(pods).padStart(6)} pods`;
  if (pods > nodes * 110) {
    print(`  ${size}   not run: more pods than the nodes may have`);
    continue;
  }
  const { seconds, placed } = run(nodes, pods);
  const perSecond = pods / seconds;
  const real = upstream[`${nodes} ${pods}`];
  const against = [
    ...(real === undefined ? [] : [`${(perSecond / real).toFixed(0)} x the real one's ${real}`]),
    ...(nodes === goal.nodes && pods === goal.pods ? [`goal ${goal.perSecond}: ${(perSecond / goal.perSecond).toFixed(2)} of it`] : []),
    ...(nodes === goal.nodes && pods === whole.pods ? [`goal ${whole.seconds} s: ${(seconds / whole.seconds).toFixed(2)} of it`] : []),
    ...(placed === pods ? [] : [`${placed} placed`]),
  ];
  print(`  ${size}   ${perSecond.toFixed(0).padStart(6)} pods/s  ${((seconds * 1e6) / pods).toFixed(0).padStart(4)} µs a pod  ${seconds.toFixed(2).padStart(6)} s${against.length === 0 ? '' : `  (${against.join('; ')})`}`);
}
// maxRSS is in kilobytes.
const peak = process.resourceUsage().maxRSS / 1000;
print(`  peak memory of all of it, objects included: ${peak.toFixed(0)} MB  (goal ${whole.megabytes}: ${(peak / whole.megabytes).toFixed(2)} of it)`);
