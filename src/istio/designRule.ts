import type { Design } from '../design/schema';
import { zoneName, zonesOf } from '../design/tree';
import type { DestinationRule, LocalityLbSetting } from './destinationRule';

/** The DestinationRule that a design with Istio has for each of its Services; undefined without Istio. */
export function designRule(design: Design): DestinationRule | undefined {
  const { istio } = design.settings.addons;
  if (istio === undefined) return undefined;
  const localityLbSetting = settingOf(design, istio);
  return {
    spec: {
      host: '*',
      trafficPolicy: { ...(localityLbSetting === undefined ? {} : { loadBalancer: { localityLbSetting } }), ...(istio.outlierDetection ? { outlierDetection: {} } : {}) },
    },
  };
}

/** Plain failover is the mesh's default and needs no setting, so that a Service's own traffic distribution still applies. */
function settingOf(design: Design, { mode, distribute, failoverPriority }: NonNullable<Design['settings']['addons']['istio']>): LocalityLbSetting | undefined {
  switch (mode) {
    case 'failover':
      return undefined;
    case 'failoverPriority':
      return { failoverPriority };
    case 'distribute': {
      const pattern = zonePattern(design);
      // The API knows no weight of 0; a zone that gets nothing is left out.
      const entries = Object.entries(distribute).map(([from, to]) => [from, Object.entries(to).filter(([, percent]) => percent > 0)] as const);
      return { distribute: entries.filter(([, to]) => to.length > 0).map(([from, to]) => ({ from: pattern(from), to: Object.fromEntries(to.map(([zone, percent]) => [pattern(zone), percent])) })) };
    }
  }
}

/** A zone is named by its letter, or by its id in the design. */
function zonePattern(design: Design): (name: string) => string {
  const names = new Map(zonesOf(design).flatMap((zone) => [zone.letter, zone.id].map((key) => [key, zoneName(design, zone)] as const)));
  return (name) => `${design.settings.region}/${names.get(name) ?? `${design.settings.region}${name}`}/*`;
}
