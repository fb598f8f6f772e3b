import type { Rule } from '../finding';
import { links } from '../links';

export const istioFailoverInactive: Rule = {
  code: 'istio-failover-inactive',
  severity: 'warning',
  link: links.istioFailover,
  find: ({ design }) => {
    const { istio } = design.settings.addons;
    if (istio === undefined || istio.outlierDetection || istio.mode === 'distribute') return [];
    return [
      {
        entities: [],
        message: (say) => say.istioFailoverInactive(),
        fixes: [
          {
            id: 'outlier-detection',
            label: (say) => say.outlierDetection(),
            edit: { type: 'settings', fields: { addons: { ...design.settings.addons, istio: { ...istio, outlierDetection: true } } } },
          },
        ],
      },
    ];
  },
};
