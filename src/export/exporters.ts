import type { Exporter } from './exporter';
import { terraform } from './terraform/terraform';

/** Every target, in the order of the export dialog. */
export const exporters: readonly Exporter[] = [terraform];
