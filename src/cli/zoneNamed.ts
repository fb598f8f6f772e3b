import type { Design } from '../design/schema';
import { zoneName, zonesOf } from '../design/tree';

/** The name (`ap-northeast-2a`) of the zone that is meant by its id, its name or its letter; undefined: there is none. */
export function zoneNamed(design: Design, text: string): string | undefined {
  const zone = zonesOf(design).find((each) => [each.id, zoneName(design, each), each.letter].includes(text));
  return zone === undefined ? undefined : zoneName(design, zone);
}

/** For messages. */
export function zonesListed(design: Design): string {
  return zonesOf(design).map(({ id }) => id).join(', ');
}
