import type { z } from 'zod';
import type { DeschedulerNode, DeschedulerPod } from './cluster';
import type { EvictionAnswer } from './evictions';
import type { Order } from './order';

/** What a strategy sees of a cycle, and may do in it. */
export interface StrategyHandle {
  /** The ready nodes of the policy's nodeSelector, in this cycle's order. */
  readonly nodes: readonly DeschedulerNode[];
  /** The pods of a node in this cycle's order. */
  readonly podsOf: (node: DeschedulerNode) => readonly DeschedulerPod[];
  /** Whether the evictor lets the pod go at all. */
  readonly filter: (pod: DeschedulerPod) => boolean;
  /** Whether it lets it go now: it has somewhere to go, and its namespace is allowed. */
  readonly preEvictionFilter: (pod: DeschedulerPod) => boolean;
  readonly isTerminating: (pod: DeschedulerPod) => boolean;
  readonly evict: (pod: DeschedulerPod) => EvictionAnswer;
  /** For what upstream keeps in a Go map. */
  readonly order: Order;
}

export type ExtensionPoint = 'deschedule' | 'balance';

interface StrategyDefinition<Args> {
  /** Upstream's. */
  readonly name: string;
  readonly extensionPoint: ExtensionPoint;
  /** Checks the arguments and fills in upstream's defaults. */
  readonly args: z.ZodType<Args>;
  /** The arguments that a design runs it with. */
  readonly designArgs: unknown;
  readonly run: (args: Args, handle: StrategyHandle) => void;
}

/** A strategy whose arguments only itself knows. */
export interface Strategy {
  readonly name: string;
  readonly extensionPoint: ExtensionPoint;
  readonly designArgs: unknown;
  readonly configured: z.ZodType<ConfiguredStrategy>;
}

export interface ConfiguredStrategy {
  readonly name: string;
  readonly run: (handle: StrategyHandle) => void;
}

/** A strategy is one file in `strategies/` and one line in `strategies.ts`. */
export function strategy<Args>({ name, extensionPoint, args, designArgs, run }: StrategyDefinition<Args>): Strategy {
  const configured = args.transform((read): ConfiguredStrategy => ({ name, run: (handle) => run(read, handle) }));
  return { name, extensionPoint, designArgs, configured };
}
