import { internet } from '../../design/internet';
import { entitiesOf } from '../../design/tree';
import type { CostFree, Hop } from '../../evaluation';
import { gbPerMonth, roundQuantity } from '../../units';
import { endsCharged, reachesPublicAddress } from '../transfer';
import type { DetailInput } from './detailInput';

/** What the design does that AWS does not charge: counted all the same, so that a reader sees that it was not forgotten. */
export function freeOf({ evaluation, design, text }: DetailInput): readonly CostFree[] {
  const { hops } = evaluation.traffic;
  const isOutside = (hop: Hop) => hop.from === internet || hop.to === internet;
  const gb = (counted: readonly Hop[], bytesOf: (hop: Hop) => number) => roundQuantity(gbPerMonth(counted.reduce((sum, hop) => sum + hop.requestsPerSecond * bytesOf(hop), 0)));
  const both = (hop: Hop) => hop.requestBytes + hop.responseBytes;
  const inside = hops.filter((hop) => !isOutside(hop) && !reachesPublicAddress(design, hop));
  const traffic = [
    { id: 'same-zone', quantity: gb(inside.filter((hop) => hop.from === hop.to), both) },
    { id: 'load-balancer', quantity: gb(inside.filter((hop) => hop.from !== hop.to && endsCharged(design, hop) === 0), both) },
    { id: 'internet-in', quantity: gb(hops.filter(isOutside), (hop) => (hop.from === internet ? hop.requestBytes : hop.responseBytes)) },
  ] as const;
  const unstated = [
    { id: 'rds-replication', quantity: null, has: entitiesOf(design, 'database').some(({ deployment }) => deployment !== 'single-az') },
    { id: 'efs-replication', quantity: null, has: entitiesOf(design, 'fileSystem').some(({ type }) => type === 'regional') },
    { id: 'eks-control-plane', quantity: null, has: design.settings.controlPlane === 'eks' && evaluation.cost.lines.some(({ id }) => id === 'eks') },
  ] as const;
  return [...traffic.filter(({ quantity }) => quantity > 0), ...unstated.filter(({ has }) => has)].map(({ id, quantity }) => ({ id, quantity, ...text.free[id], source: sourceOf[id] }));
}

const sourceOf: Readonly<Record<CostFree['id'], string>> = {
  'same-zone': 'https://aws.amazon.com/ec2/pricing/on-demand/',
  'load-balancer': 'https://aws.amazon.com/blogs/architecture/exploring-data-transfer-costs-for-classic-and-application-load-balancers/',
  'internet-in': 'https://aws.amazon.com/ec2/pricing/on-demand/',
  'rds-replication': 'https://aws.amazon.com/blogs/architecture/exploring-data-transfer-costs-for-aws-managed-databases/',
  'efs-replication': 'https://aws.amazon.com/efs/pricing/',
  'eks-control-plane': 'https://aws.amazon.com/eks/pricing/',
};
