import type { ClusterPod } from '../../cluster/cluster';
import { expand } from '../../cluster/expand';
import { entitiesOf } from '../../design/tree';
import type { Design } from '../../design/schema';
import { explainPlacement } from '../../explanation/explainPlacement';
import { relaxationsFor } from '../../explanation/relaxations/relaxationsFor';
import type { Scenario } from '../../failure/scenario';
import { seedOf, type Arguments, type Command } from '../command';
import { designOptions, designUsage, readDesign } from '../designInput';
import { whyText } from '../format/whyText';
import { InputError, print } from '../io';
import { zoneNamed, zonesListed } from '../zoneNamed';

export const whyCommand: Command = {
  name: 'why',
  summary: 'why a pod runs where it runs, or why it waits: every node, filter and score, and what would let it run',
  usage: `${designUsage} POD [--loss LIST] [--seed N] [--json]`,
  help: [
    'POD           namespace/name, or the name alone',
    '--loss LIST   after these zones and nodes are lost: zone-a or ap-northeast-2a, asg-web-0',
    '--seed N      draw among equal nodes instead of taking the first by name',
    '--json        stable keys instead of text for people',
    'What would let a Pending pod run comes smallest first: by entities and values of the design that change, by what it gives',
    'up, by pods made anew, by USD a month. Two changes together are named only where no single one is enough.',
  ],
  options: { ...designOptions, loss: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' } },
  run: async (args) => {
    const name = podArgument(args);
    const { design, catalog } = await readDesign({ ...args, positionals: args.positionals.slice(0, -1) });
    const { pods, nodes } = expand(design, catalog);
    const loss = lossOf(design, nodes.map((node) => node.name), args.text('loss'));
    const seed = seedOf(args);
    const options = { language: args.language, loss, ...(seed === undefined ? {} : { seed }) };
    const explain = (pod: string) => explainPlacement(design, catalog, pod, options);
    // Pods that a DaemonSet has on nodes which a loss brings are in no list of now.
    const explanation = explain(podNamed(pods, name)) ?? explain(name);
    if (explanation === null) throw new InputError(unknownPod(pods, name));
    const would = explanation.outcome === 'pending' ? relaxationsFor(design, catalog, explanation.pod, options) : { relaxations: [], isComplete: true };
    print(args.flag('json') ? JSON.stringify({ ...explanation, relaxations: would.relaxations, relaxationsComplete: would.isComplete }, null, 2) : whyText(explanation, would, args.language));
    return 0;
  },
};

function podArgument(args: Arguments): string {
  const expected = args.text('template') === undefined ? 2 : 1;
  const name = args.positionals.at(-1);
  if (name === undefined || args.positionals.length < expected) {
    throw new InputError('expected a DESIGN and a POD, such as: why --template three-zones default/web-0');
  }
  return name;
}

/** The key of the pod that is meant; a name alone is enough where one namespace has it. */
function podNamed(pods: readonly ClusterPod[], name: string): string {
  if (name.includes('/')) return name;
  const found = pods.filter(({ key }) => key.endsWith(`/${name}`));
  if (found.length > 1) throw new InputError(`POD: several namespaces have a pod ${JSON.stringify(name)}: expected one of ${found.map(({ key }) => key).join(', ')}`);
  return found[0]?.key ?? name;
}

const MOST_NAMED = 5;

function unknownPod(pods: readonly ClusterPod[], name: string): string {
  if (pods.length === 0) return `POD: there is no pod ${JSON.stringify(name)}; the design has none`;
  const short = (text: string) => text.slice(text.indexOf('/') + 1);
  const close = pods.map(({ key }) => ({ key, distance: distance(short(key), short(name)) })).sort((a, b) => a.distance - b.distance);
  return `POD: there is no pod ${JSON.stringify(name)}; close to it: ${close.slice(0, MOST_NAMED).map(({ key }) => key).join(', ')}`;
}

/** How many characters differ (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}

function lossOf(design: Design, nodes: readonly string[], text: string | undefined): Scenario | null {
  if (text === undefined) return null;
  const machines = new Set([...nodes, ...entitiesOf(design, 'controlPlaneNode').map(({ id }) => id), ...entitiesOf(design, 'etcdNode').map(({ id }) => id)]);
  const lost = { zones: [] as string[], nodes: [] as string[] };
  for (const name of text.split(',').map((each) => each.trim())) {
    const zone = zoneNamed(design, name);
    if (zone !== undefined) lost.zones.push(zone);
    else if (machines.has(name)) lost.nodes.push(name);
    else throw new InputError(`--loss: there is no zone or node ${JSON.stringify(name)}; the zones are ${zonesListed(design)}; zonesketch cluster lists the nodes`);
  }
  return lost;
}
