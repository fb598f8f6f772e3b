import type { NodeRejection } from '../filterRun';
import type { Cycle, Plugin, Rejection } from '../framework';
import { reject } from '../framework';
import type { NodeInfo } from '../nodeInfo';
import { nodeVolumeLimits } from '../plugins/nodeVolumeLimits';
import { volumeBinding } from '../plugins/volumeBinding';
import { volumeRestrictions } from '../plugins/volumeRestrictions';
import { volumeZone } from '../plugins/volumeZone';
import { NODE_CONFLICT, nodeConditions } from '../volumeBinder';
import type { PodClaims } from '../volumeBinder';
import type { FastState } from './fastState';
import { STRIDE, VOLUMES } from './layout';

/** What one of the volume plugins says of a slot. */
export interface VolumeCheck {
  readonly plugin: string;
  /** Null where the node suits. */
  readonly refusal: Ask;
  /** What the answers come from beside the numbers of the state; null: from this pod's own volumes, or they were asked about. */
  readonly basis: () => readonly unknown[] | null;
}

type Ask = (slot: number) => Rejection | null;

/** Says from numbers what it can of a slot, and asks the plugin itself about the rest. */
type Shortcut<State> = (found: State, cycle: Cycle, state: FastState, ask: Ask) => Pick<VolumeCheck, 'refusal' | 'basis'>;

/** The checks of a pod's volumes in the order of the plugins, or why no node will do. */
export function volumeChecks(cycle: Cycle, state: FastState): readonly VolumeCheck[] | NodeRejection {
  const checks: VolumeCheck[] = [];
  if (!cycle.pod.compiled.hasVolumes) return checks;
  const add = <State>(plugin: Plugin<State>, shortcut?: Shortcut<State>): NodeRejection | null => {
    const result = plugin.preFilter?.(cycle);
    if (result?.kind === 'reject') return { plugin: plugin.name, ...result.rejection };
    if (result?.kind !== 'run') return null;
    let wasAsked = false;
    const ask: Ask = (slot) => {
      wasAsked = true;
      const node = nodeAt(cycle, state, slot);
      return node === undefined ? null : (plugin.filter?.(result.state, cycle, node) ?? null);
    };
    const { refusal, basis } = shortcut?.(result.state, cycle, state, ask) ?? asking(ask);
    checks.push({ plugin: plugin.name, refusal, basis: () => (wasAsked ? null : basis()) });
    return null;
  };
  return add(volumeRestrictions) ?? add(nodeVolumeLimits, limits) ?? add(volumeBinding, binding) ?? add(volumeZone) ?? checks;
}

function asking(ask: Ask): Pick<VolumeCheck, 'refusal' | 'basis'> {
  return { refusal: ask, basis: () => null };
}

export function nodeAt({ snapshot }: Cycle, { frame }: FastState, slot: number): NodeInfo | undefined {
  return snapshot.node(frame.nodes[slot]?.metadata.name ?? '');
}

/** As if every volume were another one, of each driver: where even so many fit, nothing need be told apart. */
function limits(_found: null, { snapshot, pod }: Cycle, state: FastState, ask: Ask): Pick<VolumeCheck, 'refusal' | 'basis'> {
  const attachable = state.attachable(snapshot.storage);
  const own = pod.pod.spec.volumes?.length ?? 0;
  const { use } = state;
  return { refusal: (slot) => (own + (use[slot * STRIDE + VOLUMES] ?? 0) <= (attachable[slot] ?? 0) ? null : ask(slot)), basis: () => [attachable, own] };
}

const OUT_OF_REACH = reject(NODE_CONFLICT, false);

function binding(claims: PodClaims, { snapshot }: Cycle, { frame }: FastState, ask: Ask): Pick<VolumeCheck, 'refusal' | 'basis'> {
  const conditions = nodeConditions(snapshot.storage, claims);
  if (conditions === null) return asking(ask);
  const sets: (readonly boolean[])[] = [];
  for (const condition of conditions) {
    const set = frame.nodesWhere(condition);
    if (set === null) return asking(ask);
    sets.push(set);
  }
  const refusal: Ask = (slot) => {
    for (const set of sets) if (set[slot] !== true) return claims.waiting.length === 0 ? OUT_OF_REACH : ask(slot);
    return null;
  };
  return { refusal, basis: () => [claims.waiting.length, ...sets] };
}
