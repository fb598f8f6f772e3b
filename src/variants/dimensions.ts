import { externalTrafficPolicy } from './dimensions/externalTrafficPolicy';
import { headroom } from './dimensions/headroom';
import { hints } from './dimensions/hints';
import { spread } from './dimensions/spread';
import { zones } from './dimensions/zones';
import type { Dimension } from './variant';

/**
 * Every dimension. Each is asked about the design as those before it left it, so the order matters: headroom is searched
 * for where the pods are then, and what the scheduler does not read comes last, so that pods are placed once for all of it.
 */
export const dimensions: readonly Dimension[] = [zones, spread, headroom, externalTrafficPolicy, hints];
