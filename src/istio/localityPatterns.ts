/**
 * The first thing wrong with a list of locality patterns, in istiod's words; empty where there is none. A pattern that
 * covers an earlier one is found only where the last part of the earlier one was left out, as istiod does it: "r/z" then
 * "r" is refused, "r/z" then "r/*" or "*" passes. Source: istio validation.go, `validateLocalities`.
 */
export function overlapOf(patterns: readonly string[]): readonly string[] {
  /** Region -> zone -> subzones; "*" stands for all of them. */
  const seen = new Map<string, Map<string, Set<string>>>();
  for (const pattern of patterns) {
    const stars = pattern.split('*').length - 1;
    if (stars > 1 || (stars === 1 && !pattern.endsWith('*'))) return [`locality ${pattern} wildcard '*' number can not exceed 1 and must be in the end`];
    const overlap = [`locality ${pattern} overlap with previous specified ones`];
    if (seen.has('*')) return overlap;
    const [region = '', zone, ...rest] = pattern.split('/');
    const subzone = rest.length === 0 ? undefined : rest.join('/');
    if ([region, zone, subzone].includes('')) return [`locality ${pattern} must not contain empty region/zone/subzone info`];

    const zones = seen.get(region);
    if (zones !== undefined && (zone === undefined || zones.has('*'))) return overlap;
    const subzones = zone === undefined ? undefined : zones?.get(zone);
    if (subzones !== undefined && (subzone === undefined || subzones.has('*') || subzones.has(subzone))) return overlap;
    seen.set(region, new Map([...(zones ?? []), [zone ?? '*', new Set([...(subzones ?? []), subzone ?? '*'])]]));
  }
  return [];
}
