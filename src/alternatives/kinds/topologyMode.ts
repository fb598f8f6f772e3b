import type { AlternativeKind } from '../alternative';

/** The first minor version whose annotation has this name. Source: KEP-2433. */
const SINCE = 27;

/** Topology Aware Routing: hints in proportion to the zones' CPUs, or none. */
export const topologyMode: AlternativeKind = {
  field: 'topology-mode',
  propose: ({ service, minor, hintsMatter }) => {
    if (!hintsMatter || minor < SINCE || service.topology.mode === 'auto') return [];
    return [{ id: 'topology-mode=Auto', label: (say) => say.field('topology-mode', 'Auto'), edit: { type: 'set', id: service.id, fields: { topology: { mode: 'auto' } } } }];
  },
};
