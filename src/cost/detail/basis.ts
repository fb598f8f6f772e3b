import { compareBytes } from '../../byteOrder';
import { internet } from '../../design/internet';
import type { Design } from '../../design/schema';
import { entitiesOf } from '../../design/tree';
import type { CostBasis, CostFlow, CostLine, Hop } from '../../evaluation';
import { ROOT_VOLUME_GIB } from '../../karpenter/entity';
import { gbPerMonth, roundQuantity } from '../../units';
import { endsCharged, loadBalancerOf } from '../transfer';
import type { DetailInput } from './detailInput';

/** How the quantity of a line came about. */
export function basisOf(input: DetailInput, line: CostLine): CostBasis {
  const charged = chargedHops(input, line);
  const flows = flowsOf(charged);
  if (flows.length > 0) {
    const bytesPerSecond = charged.reduce((sum, { hop, there, back }) => sum + hop.requestsPerSecond * (there + back), 0);
    return { formula: input.text.formula.bytes(bytesPerSecond, charged[0]?.ends ?? 1), flows };
  }
  return { formula: formulaOf(input, line), flows: [] };
}

interface Charged {
  readonly hop: Hop;
  /** Bytes of a request that count, each way. */
  readonly there: number;
  readonly back: number;
  readonly ends: number;
}

function chargedHops({ evaluation, design, hopsByLine }: DetailInput, { id }: CostLine): readonly Charged[] {
  const both = (hop: Hop, ends = 1) => ({ hop, there: hop.requestBytes, back: hop.responseBytes, ends });
  const { hops } = evaluation.traffic;
  if (id.startsWith('cross-zone/')) {
    const crossing = (hopsByLine.get(id) ?? []).filter((hop) => hop.from !== hop.to && hop.from !== internet && hop.to !== internet);
    return crossing.map((hop) => both(hop, endsCharged(design, hop))).filter(({ ends }) => ends > 0);
  }
  if (id === 'nat/data') return hops.filter((hop) => hop.kind === 'pod-nat').map((hop) => both(hop));
  if (id === 'internet-out') {
    return hops.filter((hop) => hop.from === internet || hop.to === internet).map((hop) => ({ hop, there: hop.to === internet ? hop.requestBytes : 0, back: hop.from === internet ? hop.responseBytes : 0, ends: 1 }));
  }
  const [, balancer] = /^lb\/(.+)\/(?:capacity|data)$/.exec(id) ?? [];
  return balancer === undefined ? [] : (hopsByLine.get(`lb/${balancer}`) ?? []).map((hop) => both(hop));
}

/** Hops by the line of transfer that they would be, and by `lb/ID` of the load balancer that they reach: found once for all lines. */
export function hopsByLineOf(design: Design, hops: readonly Hop[]): ReadonlyMap<string, readonly Hop[]> {
  const found = new Map<string, Hop[]>();
  const add = (key: string, hop: Hop) => {
    const list = found.get(key);
    if (list === undefined) found.set(key, [hop]);
    else list.push(hop);
  };
  for (const hop of hops) {
    add(`cross-zone/${hop.link}/${hop.kind}`, hop);
    if (hop.kind !== 'client-lb' && hop.kind !== 'pod-lb') continue;
    const balancer = loadBalancerOf(design, hop);
    if (balancer !== undefined) add(`lb/${balancer.id}`, hop);
  }
  return found;
}

function flowsOf(charged: readonly Charged[]): readonly CostFlow[] {
  const byZones = new Map<string, { from: string; to: string; requestsPerSecond: number; there: number; back: number; ends: number }>();
  for (const { hop, there, back, ends } of charged) {
    if (hop.requestsPerSecond * (there + back) === 0) continue;
    const key = `${hop.from} ${hop.to}`;
    const flow = byZones.get(key) ?? { from: hop.from, to: hop.to, requestsPerSecond: 0, there: 0, back: 0, ends };
    byZones.set(key, flow);
    flow.requestsPerSecond += hop.requestsPerSecond;
    flow.there += hop.requestsPerSecond * there;
    flow.back += hop.requestsPerSecond * back;
  }
  const flows = [...byZones.values()].sort((a, b) => b.there + b.back - a.there - a.back || compareBytes(`${a.from} ${a.to}`, `${b.from} ${b.to}`));
  const total = flows.reduce((sum, { there, back }) => sum + there + back, 0);
  return flows.map(({ from, to, requestsPerSecond, there, back, ends }) => ({
    from,
    to,
    requestsPerSecond,
    // Means, where requests of several sizes take the same way.
    bytesThere: there / requestsPerSecond,
    bytesBack: back / requestsPerSecond,
    share: (there + back) / total,
    quantity: roundQuantity(gbPerMonth(there + back) * ends),
  }));
}

function formulaOf(input: DetailInput, line: CostLine): string {
  const { design, text } = input;
  const { formula } = text;
  if (line.unit !== 'GB-month') {
    const hours = formula.hours(line.count ?? 1, thingOf(line.id));
    return line.factor === undefined ? hours : `${hours}; ${formula.factor(line.factor.listPrice, line.factor.value, line.unitPrice)}`;
  }
  if (line.id === 'ebs/root' || line.id === 'ebs/etcd') {
    const parts = line.id === 'ebs/root' ? rootVolumes(input) : etcdVolumes(input);
    // What a loss or an autoscaler did to the machines would show here: then no formula is better than a wrong one.
    if (parts.reduce((sum, { count, gib }) => sum + count * gib, 0) === line.quantity) return parts.map(({ name, count, gib }) => formula.volumes(name, count, gib)).join(' + ');
  }
  const stored = entitiesOf(design, 'fileSystem').find(({ id }) => line.id === `efs/${id}`);
  return stored === undefined ? formula.together(line.count ?? 1, line.quantity) : formula.stored(stored.storageGiB);
}

function thingOf(id: string): 'machine' | 'gateway' | 'address' | 'one' {
  if (id.startsWith('ec2/')) return 'machine';
  if (id === 'nat/hours') return 'gateway';
  return id.startsWith('public-ipv4/') ? 'address' : 'one';
}

interface Volumes {
  readonly name: string;
  readonly count: number;
  readonly gib: number;
}

function rootVolumes({ evaluation: { scaling }, design }: DetailInput): readonly Volumes[] {
  const machines = [...(design.settings.controlPlane === 'eks' ? [] : entitiesOf(design, 'controlPlaneNode')), ...entitiesOf(design, 'etcdNode'), ...entitiesOf(design, 'instance')];
  const launched = scaling.autoscaler?.nodes.filter(({ group }) => group === null).length ?? 0;
  return [
    ...machines.map(({ id, rootVolumeGiB }) => ({ name: id, count: 1, gib: rootVolumeGiB })),
    ...entitiesOf(design, 'autoScalingGroup').map(({ id, rootVolumeGiB }) => ({ name: id, count: scaling.groups.find((group) => group.id === id)?.desired ?? 0, gib: rootVolumeGiB })),
    { name: 'Karpenter', count: launched, gib: ROOT_VOLUME_GIB },
  ].filter(({ count }) => count > 0);
}

function etcdVolumes({ design }: DetailInput): readonly Volumes[] {
  const members = [...(design.settings.controlPlane === 'eks' ? [] : entitiesOf(design, 'controlPlaneNode')), ...entitiesOf(design, 'etcdNode')];
  return members.filter(({ etcd }) => etcd !== 'none').map(({ id, etcdVolumeGiB }) => ({ name: id, count: 1, gib: etcdVolumeGiB }));
}
