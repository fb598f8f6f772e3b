import { expect, it } from 'vitest';
import type { LoadBalancer, ServiceEntity } from '../design/schema';
import { entitiesOf } from '../design/tree';
import { design, loadBalancer, service } from '../testing/designs';
import { loadBalancerOwner, nodePortsOf } from './loadBalancerOwner';

type Case = readonly [service: ServiceEntity['type'], ...loadBalancers: readonly `${LoadBalancer['type']} ${LoadBalancer['targetType']}`[]];

it.each<readonly [Case, readonly string[]]>([
  [['LoadBalancer', 'nlb instance'], ['kubernetes']],
  [['LoadBalancer', 'clb instance'], ['kubernetes']],
  [['LoadBalancer', 'nlb instance', 'nlb instance'], ['kubernetes', 'terraform']],
  [['ClusterIP', 'nlb ip'], ['kubernetes']],
  [['ClusterIP', 'alb ip'], ['kubernetes']],
  [['LoadBalancer', 'alb instance'], ['kubernetes']],
  [['NodePort', 'nlb instance'], ['terraform']],
  [['NodePort', 'alb instance'], ['terraform']],
  [['NodePort', 'clb instance', 'nlb ip'], ['terraform', 'terraform']],
])('before a Service %j: %j', ([type, ...kinds], owners) => {
  const input = design({
    entities: [
      service('web', { type }),
      ...kinds.map((kind, index) => {
        const [lbType, targetType] = kind.split(' ') as [LoadBalancer['type'], LoadBalancer['targetType']];
        return loadBalancer(`lb-${index}`, 'ab', { service: 'svc-web', type: lbType, targetType });
      }),
    ],
  });
  expect(entitiesOf(input, 'loadBalancer').map((lb) => loadBalancerOwner(input, lb))).toEqual(owners);
  // Whoever sends to a node port from outside the cluster knows its number.
  const [web] = entitiesOf(input, 'service');
  const known = web !== undefined && nodePortsOf(input, web).every((port) => port !== null);
  expect(known).toBe(owners.includes('terraform'));
});

it.each([[undefined], ['svc-gone']])('with the Service %j it is Terraform’s', (named) => {
  const input = design({ entities: [loadBalancer('lb', 'a', named === undefined ? {} : { service: named })] });
  expect(entitiesOf(input, 'loadBalancer').map((lb) => loadBalancerOwner(input, lb))).toEqual(['terraform']);
});
