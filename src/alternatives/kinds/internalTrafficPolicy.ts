import type { AlternativeKind } from '../alternative';

/** The first minor version that has it on by default. Source: KEP-2086. */
const SINCE = 22;

export const internalTrafficPolicy: AlternativeKind = {
  field: 'internalTrafficPolicy',
  propose: ({ service, calledInside, minor }) => {
    if (!calledInside || minor < SINCE) return [];
    const other = service.internalTrafficPolicy === 'Cluster' ? 'Local' : 'Cluster';
    return [{ id: `internalTrafficPolicy=${other}`, label: (say) => say.field('internalTrafficPolicy', other), edit: { type: 'set', id: service.id, fields: { internalTrafficPolicy: other } } }];
  },
};
