import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { preferSameZone } from '../fixes/preferSameZone';
import { links } from '../links';

/** Topology Aware Routing is asked for, and the EndpointSlice controller says why it gives no hints. */
export const hintsNotApplied: Rule = {
  code: 'hints-not-applied',
  severity: 'warning',
  link: links.topologyAwareRouting,
  find: ({ design, traffic }) =>
    entitiesOf(design, 'service').flatMap((service) => {
      const events = traffic.services.find((candidate) => candidate.service === service.id)?.events ?? [];
      const event = events.find((text) => text.includes('TopologyAwareHintsDisabled'));
      if (service.topology.mode !== 'auto' || event === undefined) return [];
      const reason = event.replace(/^.*TopologyAwareHintsDisabled\s+/, '').replace(/, addressType: \w+$/, '');
      return [
        {
          entities: [service.id],
          message: (say) => say.hintsNotApplied({ service: service.name, reason }),
          fixes: [preferSameZone(service, design.settings.kubernetesVersion)],
        },
      ];
    }),
};
