import { z } from 'zod';
import { count, evictableNamespaces } from './fields';

/** Percent of allocatable by resource. */
export const thresholds = z
  .record(z.string(), z.number().min(0).max(100))
  .refine((record) => Object.keys(record).length > 0, 'expected a percentage for at least one resource, such as {"cpu": 20}');

/** What Low- and HighNodeUtilization both take. */
export const utilizationFields = {
  thresholds,
  numberOfNodes: count.nullish().transform((value) => value ?? 0),
  evictableNamespaces,
};
