import type { Rule } from '../finding';
import { links } from '../links';

/** `--ok-total-unready-count` and `--max-total-unready-percentage`. Source: cluster-autoscaler config/flags/flags.go (1.34). */
const OK_UNREADY = 3;
const MAX_UNREADY_SHARE = 0.45;

/** A zone with so many of the nodes that the autoscaler does nothing at all while they are not Ready. */
export const autoscalerStopsWithZone: Rule = {
  code: 'autoscaler-stops-with-zone',
  severity: 'warning',
  link: links.clusterAutoscalerFaq,
  find: ({ design, placed: { cluster }, zones }) => {
    if (design.settings.addons.clusterAutoscaler === undefined) return [];
    const all = cluster.nodes.length;
    return zones.flatMap(({ id, name }) => {
      const nodes = cluster.nodes.filter(({ zone }) => zone === id).length;
      if (nodes <= OK_UNREADY || nodes <= MAX_UNREADY_SHARE * all) return [];
      return [{ entities: [id], message: (say) => say.autoscalerStopsWithZone({ zone: name, nodes, all }) }];
    });
  },
};
