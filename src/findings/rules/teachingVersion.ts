import type { Rule } from '../finding';
import { links } from '../links';

export const teachingVersion: Rule = {
  code: 'kubernetes-1-21-rules',
  severity: 'info',
  link: links.kubernetesReleases,
  find: ({ design }) => (design.settings.kubernetesVersion === '1.21' ? [{ entities: [], message: (say) => say.teachingVersion() }] : []),
};
