import type { ClusterNode, Placed } from '../cluster/cluster';
import { entitiesOf, entityById, zoneName } from '../design/tree';
import { dataAfter } from '../failure/dataAfter';
import { lossOf } from '../failure/scenario';
import { settle } from '../failure/settle';
import { KARPENTER } from '../karpenter/entity';
import { controlPlaneConstraints, type ControlPlane } from './controlPlane';
import { allHold, type Bounds, type Constraint } from './joint';
import type { Subject } from './subjects';
import { workloadConstraints } from './workloadConstraints';

/** While exactly these zones are down: how likely it is, by what single machines do, that a subject has what it needs. */
export interface InState {
  /** On the pods that are left, before anything is replaced; `api`: and that the control plane works. */
  readonly atOnce: Bounds;
  readonly atOnceWithApi: Bounds;
  /** That the control plane works, and has replaced what it can. */
  readonly settledWithApi: Bounds;
}

/** The cluster while these zones are down: what AWS runs that is down with them, and how likely the rest is, machine by machine. */
export interface State {
  readonly managedDown: ReadonlySet<string>;
  readonly of: (subject: Subject, nodeUp: number) => InState;
}

const NEVER: Bounds = { low: 0, high: 0 };

/** The cluster once it has dealt with these zones, and with so many of the machines that it can do without. */
interface Aftermath {
  readonly failed: number;
  readonly constraints: ReadonlyMap<string, Constraint>;
}

/** `lost`: names of zones; `singles`: names of machines without a group whose pods go elsewhere once they have failed, every set of them. */
export function stateWithout(placed: Placed, controlPlane: ControlPlane, lost: ReadonlySet<string>, singles: ReadonlySet<string>): State {
  const { design, cluster, nodeOf } = placed;
  const working = controlPlaneConstraints(design, controlPlane, lost);
  const left = cluster.nodes.filter((node) => !lost.has(node.zoneName));
  const atOnce = workloadConstraints(cluster, { nodes: left, pods: cluster.pods, nodeOf }, () => false);
  const single = left.map(({ name }) => name).filter((name) => singles.has(name));
  const isLasting = (node: ClusterNode) => isReplaced(node) || singles.has(node.name);
  const aftermaths = (working === null ? [] : subsetsOf(single)).map((nodes): Aftermath => {
    const settled = settle(placed, lossOf(placed, { zones: [...lost], nodes }));
    return { failed: nodes.length, constraints: workloadConstraints(cluster, settled, isLasting) };
  });
  const known = new Map<string, Bounds>();
  const once = (key: string, make: () => Bounds): Bounds => {
    let bounds = known.get(key);
    if (bounds === undefined) known.set(key, (bounds = make()));
    return bounds;
  };
  return {
    managedDown: managedDownWithout(placed, lost),
    of: ({ needs: { workloads } }, up) => {
      const of = (constraints: ReadonlyMap<string, Constraint>) => workloads.flatMap((id) => constraints.get(id) ?? []);
      const key = `${up} ${workloads.join(' ')}`;
      return {
        atOnce: once(`at once ${key}`, () => allHold(of(atOnce), up)),
        atOnceWithApi: working === null ? NEVER : once(`at once, API ${key}`, () => allHold([...of(atOnce), ...working], up)),
        settledWithApi: working === null ? NEVER : once(`settled, API ${key}`, () => sumOf(aftermaths.map(({ failed, constraints }) => times(allHold([...of(constraints), ...working], up), up ** (single.length - failed) * (1 - up) ** failed)))),
      };
    },
  };
}

/**
 * Machines without a group that run pods: when one fails the scheduler finds other places. Every set of them takes an
 * aftermath of its own; where that would be too many, none is in it, and their pods are lost with them.
 */
export function singlesOf({ cluster }: Placed, zones: number, mostAftermaths: number = MOST_AFTERMATHS): ReadonlySet<string> {
  const singles = cluster.nodes.filter((node) => node.role === 'worker' && !isReplaced(node));
  return new Set(2 ** (zones + singles.length) > mostAftermaths ? [] : singles.map(({ name }) => name));
}

/** Placing again takes milliseconds to a second. */
const MOST_AFTERMATHS = 2048;

function subsetsOf(names: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** names.length }, (_, set) => names.filter((__, i) => ((set >> i) & 1) === 1));
}

function times({ low, high }: Bounds, factor: number): Bounds {
  return { low: low * factor, high: high * factor };
}

function sumOf(all: readonly Bounds[]): Bounds {
  return all.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 });
}

/** A group launches another in the same zone, and Karpenter one for the pods that wait. */
function isReplaced({ group, entity }: ClusterNode): boolean {
  return group !== null || entity === KARPENTER;
}

function managedDownWithout(placed: Placed, lost: ReadonlySet<string>): ReadonlySet<string> {
  const { design } = placed;
  const { databases, fileSystems } = dataAfter(placed, lossOf(placed, { zones: [...lost], nodes: [] }), []);
  const isLost = (id: string) => {
    const zone = entityById(design, id);
    return zone?.kind === 'zone' && lost.has(zoneName(design, zone));
  };
  const balancers = entitiesOf(design, 'loadBalancer').filter(({ zones }) => zones.every(isLost));
  return new Set([...[...databases, ...fileSystems].filter(({ state }) => state === 'down').map(({ id }) => id), ...balancers.map(({ id }) => id)]);
}
