import type { Catalog } from '../../catalog/catalog';
import type { KubernetesVersion } from '../../design/schema';
import type { Rule } from '../finding';
import { links } from '../links';

/** End of standard and of extended support on EKS. Source: Amazon EKS user guide, "Kubernetes versions"; endoflife.date/amazon-eks for 1.35. */
const SUPPORT: { readonly [Version in KubernetesVersion]?: { readonly standard: string; readonly extended: string } } = {
  '1.30': { standard: '2025-07-23', extended: '2026-07-23' },
  '1.31': { standard: '2025-11-26', extended: '2026-11-26' },
  '1.32': { standard: '2026-03-23', extended: '2027-03-23' },
  '1.33': { standard: '2026-07-29', extended: '2027-07-29' },
  '1.34': { standard: '2026-12-02', extended: '2027-12-02' },
  '1.35': { standard: '2027-03-27', extended: '2028-03-27' },
};

/** The version to move to: in standard support the longest among those whose dates are known. */
const RECOMMENDED = '1.35';

/** Standard support that had ended when the price sheet was made: there is no other clock here. */
export const eksVersionSupport: Rule = {
  code: 'eks-version-support',
  severity: 'warning',
  link: links.eksVersions,
  find: ({ design, catalog }) => {
    const { controlPlane, kubernetesVersion, eksSupport } = design.settings;
    const ends = SUPPORT[kubernetesVersion];
    const now = newestPrice(catalog);
    if (controlPlane !== 'eks' || ends === undefined || ends.standard >= now) return [];
    const unsupported = ends.extended < now;
    if (eksSupport === 'extended' && !unsupported) return [];
    return [
      {
        entities: [],
        message: (say) => say.eksVersionSupport({ version: kubernetesVersion, ended: unsupported ? ends.extended : ends.standard, unsupported }),
        fixes: [
          {
            id: 'newer-version',
            label: (say) => say.kubernetesVersion({ version: RECOMMENDED }),
            edit: { type: 'settings', fields: { kubernetesVersion: RECOMMENDED } },
          },
          ...(unsupported
            ? []
            : [
                {
                  id: 'extended-support',
                  label: (say: { extendedSupport(): string }) => say.extendedSupport(),
                  edit: { type: 'settings', fields: { eksSupport: 'extended' } } as const,
                },
              ]),
        ],
      },
    ];
  },
};

/** Date of the sheet's newest price: `2026-09` or `2026-09-30`. */
function newestPrice({ prices }: Catalog): string {
  return Object.values(prices)
    .flatMap((price) => (price !== null && typeof price === 'object' ? [price.date] : []))
    .reduce((newest, date) => (date > newest ? date : newest), '');
}
