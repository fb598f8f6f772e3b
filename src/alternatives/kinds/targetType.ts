import type { AlternativeKind } from '../alternative';

/** Nodes that pass requests on, or pods themselves. A Classic Load Balancer knows instances only. */
export const targetType: AlternativeKind = {
  field: 'target_type',
  propose: ({ balancers }) =>
    balancers
      .filter(({ type }) => type !== 'clb')
      .map(({ id, name, targetType: now }) => {
        const other = now === 'instance' ? 'ip' : 'instance';
        return { id: `targetType=${id}/${other}`, label: (say) => say.targetType(name || id, other), edit: { type: 'set', id, fields: { targetType: other } } };
      }),
};
