import type { Catalog } from '../catalog/catalog';
import type { Design } from '../design/schema';
import type { Cost, Hop } from '../evaluation';
import type { Node, PersistentVolume } from '../kubernetes/objects';
import { addCents, type Cents, usd } from '../units';
import { chargeInfrastructure } from './infrastructure';
import type { Ledger } from './ledger';
import type { Language } from '../language';
import { messages } from './messages/messages';
import { chargeTransfer } from './transfer';

/** What there is to pay for: the whole of a design, or what is left of it after a failure. */
export interface CostInput {
  readonly design: Design;
  readonly catalog: Catalog;
  /**
   * Workers that run, whether or not they could join the cluster: `entity` is their Auto Scaling group or instance.
   * Control-plane nodes may stand among them; they are charged by the design. `object` says whether a node of Karpenter is Spot.
   */
  readonly nodes: readonly { readonly entity: string; readonly instanceType: string; readonly object?: Node }[];
  /** Volumes that exist: those in a lost zone go on costing. */
  readonly volumes: readonly PersistentVolume[];
  readonly hops: readonly Hop[];
  /** Entity ids of the zones, control-plane nodes and etcd nodes that are lost; none left out. */
  readonly lost?: ReadonlySet<string>;
}

export interface CostOptions {
  readonly language?: Language;
}

/**
 * Cost of a month (730 h) in USD, as lines whose sum is the total. What has no price is said in `notPriced`, in the
 * chosen language; nothing is guessed.
 */
export function cost(input: CostInput, options: CostOptions = {}): Cost {
  const ledger: Ledger = {
    region: input.catalog.region,
    text: messages[options.language ?? 'en'],
    lines: [],
    notPriced: [],
    assumptions: new Set(),
  };
  chargeInfrastructure(ledger, input);
  const infrastructureLines = ledger.lines.length;
  chargeTransfer(ledger, input.design, input.catalog, input.hops);
  const amounts = ledger.lines.map((line) => Math.round(line.monthly * 100) as Cents);
  const infrastructure = addCents(amounts.slice(0, infrastructureLines));
  const crossZone = addCents(amounts.slice(infrastructureLines));
  return {
    currency: 'USD',
    crossZoneMonthly: usd(crossZone),
    infrastructureMonthly: usd(infrastructure),
    totalMonthly: usd(addCents([infrastructure, crossZone])),
    lines: ledger.lines,
    notPriced: ledger.notPriced,
    assumptions: [...ledger.assumptions],
  };
}
