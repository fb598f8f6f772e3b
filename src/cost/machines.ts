import { entitiesOf, entityById } from '../design/tree';
import type { CostLine } from '../evaluation';
import { CAPACITY_TYPE, KARPENTER } from '../karpenter/entity';
import { hoursPerMonth } from '../units';
import type { CostInput } from './cost';
import { charge, type Ledger } from './ledger';

/** Machines of one entity and type. */
interface Machines {
  readonly entity: string;
  readonly type: string;
  count: number;
  /** Of them, as far as the capacity type is known of each. */
  spot: number;
}

/** EC2 hours, a line for each group, instance, control-plane node and etcd node (and instance type, where a group has several). */
export function chargeMachines(ledger: Ledger, input: CostInput): void {
  const counted = countMachines(input);
  const { commitment, commitmentFactor, spotFactor } = input.design.settings.costAssumptions;
  for (const { entity, type, count, spot } of counted) {
    const several = counted.some((other) => other.entity === entity && other.type !== type);
    const id = several ? `ec2/${entity}/${type}` : `ec2/${entity}`;
    const spots = spotFactor === 1 ? 0 : spot;
    chargeHours(ledger, input, id, entity, type, count - spots, commitment === 'none' || commitmentFactor === 1 ? undefined : { of: commitment, value: commitmentFactor });
    chargeHours(ledger, input, `${id}/spot`, entity, type, spots, { of: 'spot', value: spotFactor });
  }
  if (spotFactor < 1) return;
  for (const group of entitiesOf(input.design, 'autoScalingGroup')) {
    if (group.onDemandShare < 1) ledger.notPriced.push(ledger.text.notPriced.spot(group.id, 1 - group.onDemandShare));
  }
  const launched = counted.filter(({ entity }) => entity === KARPENTER);
  const sum = (of: 'count' | 'spot') => launched.reduce((total, machines) => total + machines[of], 0);
  if (sum('spot') > 0) ledger.notPriced.push(ledger.text.notPriced.spot(nameOf(KARPENTER), sum('spot') / sum('count')));
}

function chargeHours(ledger: Ledger, { catalog }: CostInput, id: string, entity: string, type: string, count: number, factor: Omit<NonNullable<CostLine['factor']>, 'listPrice'> | undefined): void {
  charge(
    ledger,
    { id, title: ledger.text.ec2(nameOf(entity), count, type, factor), quantity: count * hoursPerMonth, unit: 'h', count, factor, entities: entity === KARPENTER ? [] : [entity] },
    catalog.prices.ec2(type),
  );
}

function countMachines({ design, nodes, lost }: CostInput): readonly Machines[] {
  const byKey = new Map<string, Machines>();
  const count = (entity: string, type: string, spot: boolean) => {
    const key = `${entity} ${type}`;
    const machines = byKey.get(key) ?? { entity, type, count: 0, spot: 0 };
    byKey.set(key, machines);
    machines.count++;
    if (spot) machines.spot++;
  };
  for (const kind of ['controlPlaneNode', 'etcdNode'] as const) {
    if (kind === 'controlPlaneNode' && design.settings.controlPlane === 'eks') continue;
    for (const machine of entitiesOf(design, kind)) {
      if (lost?.has(machine.id) !== true && lost?.has(machine.zone) !== true) count(machine.id, machine.instanceType, false);
    }
  }
  for (const node of nodes) {
    const kind = entityById(design, node.entity)?.kind;
    if (kind === 'autoScalingGroup' || kind === 'instance' || node.entity === KARPENTER) count(node.entity, node.instanceType, node.object?.metadata.labels?.[CAPACITY_TYPE] === 'spot');
  }
  for (const machines of byKey.values()) {
    const group = entityById(design, machines.entity);
    // What the percentage leaves of a machine is taken as on-demand: the dearer reading.
    if (group?.kind === 'autoScalingGroup') machines.spot = machines.count - Math.ceil(machines.count * group.onDemandShare - 1e-9);
  }
  return [...byKey.values()];
}

function nameOf(entity: string): string {
  return entity === KARPENTER ? 'Karpenter' : entity;
}
