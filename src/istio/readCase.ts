import { z } from 'zod';
import { problemOf, type CaseProblem } from '../caseProblem';
import type { Result } from '../result';
import { err, ok } from '../result';

/** The API's decoders read null as unset. */
function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined);
}

const text = z.string();
const labels = optional(z.record(text, text));
const percent = optional(z.int().min(0).max(100));
const list = <Schema extends z.ZodType>(schema: Schema) => optional(z.array(schema));

/** A field that istiod knows and that is not simulated here: an answer without it would be wrong. */
const notSimulated = optional(z.never('not simulated: expected no such field'));

const localityLbSetting = z.object({
  enabled: optional(z.boolean()),
  distribute: list(z.object({ from: text, to: z.record(text, z.int().min(0)) })),
  failover: list(z.object({ from: text, to: text })),
  failoverPriority: list(text),
});

const trafficPolicy = z.object({
  loadBalancer: optional(
    z.object({
      simple: optional(z.enum(['UNSPECIFIED', 'LEAST_CONN', 'LEAST_REQUEST', 'ROUND_ROBIN', 'RANDOM'])),
      localityLbSetting: optional(localityLbSetting),
      zoneAwareLbSetting: notSimulated,
      consistentHash: notSimulated,
    }),
  ),
  outlierDetection: optional(z.object({ minHealthPercent: percent })),
});

const wholePolicy = optional(trafficPolicy.extend({ portLevelSettings: list(trafficPolicy.extend({ port: optional(z.object({ number: optional(z.int()) })) })) }));

const destinationRule = z.object(
  {
    kind: z.literal('DestinationRule'),
    metadata: optional(z.object({ namespace: optional(text) })),
    spec: z.object({
      host: text.min(1),
      workloadSelector: optional(z.object({ matchLabels: labels })),
      trafficPolicy: wholePolicy,
      subsets: list(z.object({ trafficPolicy: wholePolicy })),
    }),
  },
  'expected a DestinationRule of networking.istio.io',
);

const endpoint = z.object({
  name: text.min(1),
  locality: optional(text),
  node: optional(text),
  labels,
  weight: optional(z.int().min(0)),
  healthy: z.boolean(),
  ejected: optional(z.boolean()),
});

const caseSchema = z.object({
  proxy: z.object({ locality: optional(text), node: optional(text), labels }),
  destinationRule: optional(destinationRule),
  endpoints: z.array(endpoint).superRefine((endpoints, context) => {
    const names = endpoints.map(({ name }) => name);
    names.forEach((name, index) => {
      if (names.indexOf(name) < index) context.addIssue({ code: 'custom', path: [index, 'name'], message: `there is already an endpoint "${name}"` });
    });
  }),
  trafficDistribution: optional(z.enum(['PreferClose', 'PreferSameZone', 'PreferSameNode'])),
  sendUnready: optional(z.boolean()),
});

/** `{proxy, destinationRule?, endpoints, trafficDistribution?, sendUnready?}`: one client, and the service `web` in `default`, port 80. */
export type LocalityCase = z.output<typeof caseSchema>;

/** Reads a case; the error names the place of what is missing or cannot be read. */
export function readCase(value: unknown): Result<LocalityCase, CaseProblem> {
  const read = caseSchema.safeParse(value);
  return read.success ? ok(read.data) : err(problemOf([], read.error));
}
