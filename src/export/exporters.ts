import type { Exporter } from './exporter';
import { kubernetes } from './kubernetes/kubernetes';
import { terraform } from './terraform/terraform';

/** Every target, in the order in which people choose them. An exporter is one folder here and one line in this list. */
export const exporters: readonly Exporter[] = [terraform, kubernetes];
