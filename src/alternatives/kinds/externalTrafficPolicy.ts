import type { AlternativeKind } from '../alternative';

/** Concerns what comes to a node port; a load balancer with ip targets goes past it. */
export const externalTrafficPolicy: AlternativeKind = {
  field: 'externalTrafficPolicy',
  propose: ({ service, calledThroughNodes }) => {
    // topologyKeys and Local exclude each other.
    if (!calledThroughNodes || service.topology.mode === 'topologyKeys') return [];
    const other = service.externalTrafficPolicy === 'Cluster' ? 'Local' : 'Cluster';
    return [{ id: `externalTrafficPolicy=${other}`, label: (say) => say.field('externalTrafficPolicy', other), edit: { type: 'set', id: service.id, fields: { externalTrafficPolicy: other } } }];
  },
};
