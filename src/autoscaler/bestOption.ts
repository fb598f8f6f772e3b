import { expanders } from './expanders/expanders';
import type { Option } from './expanders/expander';
import type { AutoscalerOptions } from './options';

/** Each expander filters what the one before left; of several that remain, which upstream draws from, the first. */
export function bestOption(options: readonly Option[], settings: AutoscalerOptions): Option | undefined {
  let left = options;
  for (const name of settings.expander) {
    if (left.length === 1) break;
    left = expanders[name](left, settings);
  }
  return left[0];
}
