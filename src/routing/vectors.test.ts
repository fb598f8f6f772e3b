import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ObjectList } from '../kubernetes/objects';
import { routeDump } from './routeDump';
import type { RouteResult } from './routeService';

type Outcome = Omit<RouteResult, 'service'>;
interface Expectation {
  readonly service: string;
  /** Any of these is right: upstream walks Go maps where it shares out hints. */
  readonly oneOf: readonly Outcome[];
  /** Ready endpoints hinted to each zone: all possibilities, also where `oneOf` is cut short. */
  readonly hintsByZone: readonly Readonly<Record<string, number>>[];
  readonly truncated?: boolean;
}
interface Case {
  readonly name: string;
  readonly cluster: ObjectList;
  readonly expect: readonly Expectation[];
}

const file = fileURLToPath(new URL('../testing/data/routing.ndjson.gz', import.meta.url));
const cases = gunzipSync(readFileSync(file))
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

function countHints({ endpoints }: Outcome): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { ready, forZones } of Object.values(endpoints)) {
    for (const zone of ready ? (forZones ?? []) : []) counts[zone] = (counts[zone] ?? 0) + 1;
  }
  return counts;
}

/** What no choice of hints can change: conditions, events, and the traffic that policy Local keeps on its node. */
function withoutHints({ endpoints, events, nodes }: Outcome, service: string, cluster: ObjectList) {
  const spec = cluster.items.find((o) => o.kind === 'Service' && `${o.metadata.namespace}/${o.metadata.name}` === service);
  const { internalTrafficPolicy, externalTrafficPolicy } = spec?.kind === 'Service' ? spec.spec : {};
  return {
    endpoints: Object.entries(endpoints).map(([pod, endpoint]) => [pod, { ...endpoint, forZones: undefined }]),
    events,
    nodes: Object.entries(nodes).map(([node, { internal, external }]) => [
      node,
      internalTrafficPolicy === 'Local' ? internal : null,
      externalTrafficPolicy === 'Local' ? external : null,
    ]),
  };
}

describe('EndpointSlice controller and kube-proxy of Kubernetes 1.34.4', () => {
  test('the recorded cases are all there', () => expect(cases).toHaveLength(150));

  test.each(cases.map((c) => [c.name, c] as const))('%s', (_, { cluster, expect: expectations }) => {
    const routed = routeDump(cluster);
    if (!routed.ok) throw new Error(routed.error.message);
    expect(routed.value.results.map((r) => r.service)).toEqual(expectations.map((e) => e.service));
    for (const [index, { service: _name, ...outcome }] of routed.value.results.entries()) {
      const { service, oneOf, hintsByZone, truncated } = expectations[index]!;
      expect(hintsByZone).toContainEqual(countHints(outcome));
      if (truncated) expect(oneOf.map((one) => withoutHints(one, service, cluster))).toContainEqual(withoutHints(outcome, service, cluster));
      else expect(oneOf).toContainEqual(outcome);
    }
  });
});
