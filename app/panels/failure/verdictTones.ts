import type { WorkloadVerdict } from '#engine/evaluation';
import type { MarkTone } from '../shared/Mark';

/** How a workload's verdict looks. */
export const verdictTones: Readonly<Record<WorkloadVerdict, MarkTone>> = { survives: 'ok', degraded: 'warn', down: 'bad' };
