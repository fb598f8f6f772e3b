import type { z } from 'zod';

/** The rows of the board, from top to bottom; `free` floats over it. */
export type Lane = 'entry' | 'control' | 'groups' | 'workloads' | 'storage' | 'free' | 'column';

/** How an entity lies over zones. */
export type Span =
  /** in exactly one zone (field `zone`) */
  | 'zone'
  /** in one or several zones (field `zones`, a band) */
  | 'zones'
  /** in the region, in no zone of its own */
  | 'region';

/**
 * All that shared code needs to know about a kind of entity: shared code asks this, it never names a kind.
 * A kind is one file in this folder and one line in `kinds.ts`.
 */
export interface KindDefinition<Kind extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly kind: Kind;
  /** The whole entity, `id` and `kind` included; its type is inferred. */
  readonly schema: Schema;
  /** What a new id begins with, e.g. `asg`. */
  readonly idPrefix: string;
  readonly lane: Lane;
  readonly span: Span;
  /** Place of the kind within its lane, from the top; without it first, in the order of `kinds.ts`. */
  readonly sectionRank?: number;
  /** Fields that a new entity needs and that have no default; zones are filled in by the edit. */
  readonly initial: Readonly<Record<string, unknown>>;
  /** How an entity takes other zones, where more changes with them than `zone` or `zones`. */
  readonly withZones?: (entity: Readonly<Record<string, unknown>>, zones: readonly string[]) => Readonly<Record<string, unknown>>;
}

export function defineKind<const Kind extends string, Schema extends z.ZodType>(
  definition: KindDefinition<Kind, Schema>,
): KindDefinition<Kind, Schema> {
  return definition;
}
