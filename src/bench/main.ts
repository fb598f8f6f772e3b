import { withAddons } from '../addons/withAddons';
import { findingMessages } from '../findings/languages';
import { catalogFor } from '../catalog/catalogFor';
import type { Catalog } from '../catalog/catalog';
import { expand } from '../cluster/expand';
import { place, placeAlike } from '../cluster/place';
import { entitiesOf, zoneName, zonesOf } from '../design/tree';
import { applyEdit } from '../design/edit';
import type { Design } from '../design/schema';
import { evaluate } from '../evaluate';
import { createEvaluator } from '../evaluator';
import { designOf, type Size } from './designs';
import { baselineOf } from '../failure/baseline';
import { matrix } from '../failure/matrix';
import { trafficOf } from '../routing/traffic';
import { createTimeline } from '../timeline/createTimeline';
import { edits, policy, type BenchEdit } from './edits';

/**
 * Figures of the engine, printed and not judged: one evaluation at several sizes, and one after each kind of edit. Wall
 * time is what a user waits on an idle machine; CPU time, of all threads (garbage collection too), is what it costs.
 */

const sizes: readonly Size[] = [
  { nodes: 6, pods: 20 },
  { nodes: 30, pods: 200 },
  { nodes: 60, pods: 400 },
  { nodes: 200, pods: 3000 },
];
const goal = { pods: 200, milliseconds: 10 };
const lossGoals = [
  { size: { nodes: 200, pods: 3000 }, milliseconds: 300, rounds: { warmUps: 5, runs: 10 } },
  { size: { nodes: 2000, pods: 30_000 }, milliseconds: 5000, rounds: { warmUps: 0, runs: 1 } },
];
const trafficGoals = [
  { size: { nodes: 5000, pods: 50_000, services: 500 }, milliseconds: 1000, rounds: { warmUps: 1, runs: 5 } },
  { size: { nodes: 200, pods: 3000 }, milliseconds: 20, rounds: { warmUps: 20, runs: 20 } },
];
const editGoal = { size: { nodes: 200, pods: 3000 }, milliseconds: 50 };

for (const size of sizes) {
  const design = designOf(size);
  const catalog = catalogOf(design);
  // Until the compiler of the JavaScript engine has nothing left to do: 300 small evaluations, 30 large ones.
  const rounds = size.pods > 1000 ? { warmUps: 30, runs: 20 } : { warmUps: 300, runs: 100 };
  const whole = timed(rounds, () => evaluate({ ...design }, catalog, {}));
  const placing = timed(rounds, () => place({ ...design }, catalog, {}));
  print(`evaluate  ${String(size.nodes).padStart(4)} nodes ${String(size.pods).padStart(5)} pods   ${show(whole)}, after ${rounds.warmUps} warm-ups${size.pods === goal.pods ? against(goal.milliseconds, whole) : ''}`);
  print(`  of that placement                ${show(placing)}`);
}

for (const { size, milliseconds, rounds } of lossGoals) {
  const design = designOf(size);
  const figures = losing(design, rounds);
  print(`N-1 matrix (zones) and timelines of ${design.name}: ${show(figures)}${against(milliseconds, figures)}`);
}

for (const { size, milliseconds, rounds } of trafficGoals) {
  const design = designOf(size);
  const { first, figures } = routing(design, rounds);
  print(`routing and cost of ${design.name}, for the first time: ${first.wall.toFixed(2)} ms  (CPU ${first.cpu.toFixed(2)})`);
  print(`routing and cost of ${design.name}, after a policy of a Service has changed: ${show(figures)}${against(milliseconds, figures)}`);
}

const edited = designOf(editGoal.size);
print(`edits of ${edited.name}, evaluated by the page's evaluator:`);
const all = edits.map((edit) => {
  const times = editing(edited, edit, { warmUps: 12, runs: 20 });
  print(`  ${edit.name.padEnd(32)} ${show(figuresOf(times))}`);
  return times;
});
const mix = figuresOf(all.flat());
print(`  all of them                      ${show(mix)}${against(editGoal.milliseconds, mix)}`);

function catalogOf({ settings: { region } }: Design): Catalog {
  const catalog = catalogFor(region);
  if (catalog === null) throw new Error(`no catalog of ${region}`);
  return catalog;
}

interface Rounds {
  readonly warmUps: number;
  readonly runs: number;
}

/** Milliseconds. */
interface Time {
  readonly wall: number;
  readonly cpu: number;
}

interface Figures {
  readonly minimum: number;
  readonly median: number;
  readonly p95: number;
  /** Mean. */
  readonly cpu: number;
}

function timed({ warmUps, runs }: Rounds, work: () => unknown): Figures {
  for (let i = 0; i < warmUps; i++) work();
  return figuresOf(Array.from({ length: runs }, () => timeOf(work)));
}

/** What is known of a placement is not known of the next: each is made anew, and not counted. */
function losing(design: Design, { warmUps, runs }: Rounds): Figures {
  const zones = zonesOf(design).map((zone) => zoneName(design, zone));
  const times = Array.from({ length: warmUps + runs }, () => {
    const placed = place({ ...design }, catalogOf(design), {});
    return timeOf(() => {
      const baseline = baselineOf(placed);
      matrix(baseline);
      for (const zone of zones) {
        const timeline = createTimeline(baseline, { zones: [zone], nodes: [] });
        if (timeline.events.length === 0 || timeline.summary.settled === 0) throw new Error(`nothing happens without ${zone}`);
      }
    });
  });
  return figuresOf(times.slice(warmUps));
}

/** Every Service's endpoints, hints and shares, the full account of them, and the bill; later ones keep the Services that did not change. */
function routing(design: Design, { warmUps, runs }: Rounds): { readonly first: Time; readonly figures: Figures } {
  const placed = place(design, catalogOf(design), {});
  const times = Array.from({ length: warmUps + runs }, (_, turn) => {
    const changed = applyEdit(design, policy.edit(turn));
    if (!changed.ok) throw new Error(changed.error.message);
    const next = placeAlike(placed, changed.value, expand(changed.value, placed.catalog));
    return timeOf(() => {
      const { routed, cost } = baselineOf(next);
      if (trafficOf(routed).services.length !== entitiesOf(design, 'service').length || cost.lines.length === 0) throw new Error('nothing was routed');
    });
  });
  return { first: times[0] ?? { wall: 0, cpu: 0 }, figures: figuresOf(times.slice(warmUps)) };
}

/** Each design comes as the worker gets it: all new objects. */
function editing(design: Design, { name, edit }: BenchEdit, { warmUps, runs }: Rounds): readonly Time[] {
  const evaluator = createEvaluator(withAddons, (language) => findingMessages[language]);
  const catalog = catalogOf(design);
  evaluator.evaluate(structuredClone(design), catalog);
  const times = Array.from({ length: warmUps + runs }, (_, turn) => {
    const result = applyEdit(design, edit(turn));
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
    const message = structuredClone(result.value);
    return timeOf(() => evaluator.evaluate(message, catalog));
  });
  return times.slice(warmUps);
}

function timeOf(work: () => unknown): Time {
  const cpuBefore = process.cpuUsage();
  const begun = performance.now();
  work();
  const wall = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { wall, cpu: (user + system) / 1000 };
}

function figuresOf(times: readonly Time[]): Figures {
  const walls = times.map(({ wall }) => wall).sort((a, b) => a - b);
  const at = (share: number) => walls[Math.min(walls.length - 1, Math.floor(walls.length * share))] ?? 0;
  return { minimum: at(0), median: at(0.5), p95: at(0.95), cpu: times.reduce((sum, { cpu }) => sum + cpu, 0) / times.length };
}

function show({ minimum, median, p95, cpu }: Figures): string {
  return `median ${median.toFixed(2)} ms  (min ${minimum.toFixed(2)}, p95 ${p95.toFixed(2)}, CPU ${cpu.toFixed(2)})`;
}

function against(milliseconds: number, { median }: Figures): string {
  return `  (goal ${milliseconds} ms: ${(median / milliseconds).toFixed(2)} of it)`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
