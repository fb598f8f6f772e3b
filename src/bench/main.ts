import { catalogFor } from '../catalog/catalogFor';
import { evaluate } from '../evaluate';
import { place } from '../cluster/place';
import { designOf, type Size } from './designs';

/** Figures of the engine, printed and not judged: what one evaluation takes, stage by stage, at several sizes. */

const sizes: readonly Size[] = [
  { nodes: 6, pods: 20 },
  { nodes: 30, pods: 200 },
  { nodes: 60, pods: 400 },
  { nodes: 200, pods: 3000 },
];
const goal = { nodes: 30, pods: 200, milliseconds: 10 };

for (const size of sizes) {
  const design = designOf(size);
  const catalog = catalogFor(design.settings.region);
  if (catalog === null) throw new Error('no catalog');
  const runs = size.pods > 1000 ? 15 : 60;
  const whole = timed(runs, () => evaluate({ ...design }, catalog, {}));
  const placing = timed(runs, () => place({ ...design }, catalog, {}));
  const against = size.pods === goal.pods ? `  (goal ${goal.milliseconds} ms: ${(whole.median / goal.milliseconds).toFixed(2)} of it)` : '';
  print(`evaluate  ${String(size.nodes).padStart(4)} nodes ${String(size.pods).padStart(5)} pods   ${show(whole)}${against}`);
  print(`  of that placement                ${show(placing)}`);
}

interface Figures {
  readonly minimum: number;
  readonly median: number;
  readonly p95: number;
}

/** Milliseconds of a call, after a few that warm it up. */
function timed(runs: number, work: () => unknown): Figures {
  for (let i = 0; i < Math.min(runs, 20); i++) work();
  const times = Array.from({ length: runs }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  }).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { minimum: at(0), median: at(0.5), p95: at(0.95) };
}

function show({ minimum, median, p95 }: Figures): string {
  return `median ${median.toFixed(2)} ms  (min ${minimum.toFixed(2)}, p95 ${p95.toFixed(2)})`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
