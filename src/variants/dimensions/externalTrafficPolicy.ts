import { loadBalancersOf } from '../../cluster/serviceType';
import type { Edit } from '../../design/edit';
import type { Design, ServiceEntity } from '../../design/schema';
import { entitiesOf } from '../../design/tree';
import { targetTypeOf } from '../../routing/loadBalancer';
import type { Dimension, Option } from '../variant';
import { all } from './all';

/** Of every Service whose load balancer sends requests to nodes; one with ip targets goes past the policy. */
export const externalTrafficPolicy: Dimension = { id: 'externalTrafficPolicy', options: [policy('Local'), policy('Cluster')] };

function policy(value: ServiceEntity['externalTrafficPolicy']): Option {
  return {
    id: value,
    edit: (design) => all(balanced(design).filter((service) => service.externalTrafficPolicy !== value).map(({ id }): Edit => ({ type: 'set', id, fields: { externalTrafficPolicy: value } }))),
  };
}

/** topologyKeys and Local exclude each other. */
function balanced(design: Design): readonly ServiceEntity[] {
  return entitiesOf(design, 'service').filter(
    (service) => service.topology.mode !== 'topologyKeys' && loadBalancersOf(design, service).some((balancer) => targetTypeOf(balancer) === 'instance'),
  );
}
