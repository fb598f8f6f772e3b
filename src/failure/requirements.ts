import type { FailureRow, WorkloadVerdict } from '../evaluation';

/*
 * What must be left after a loss besides the control plane: every workload, every request. `check --require` asks it of
 * an evaluation, draws ask it of each outcome.
 */

type BrokenWorkload = FailureRow['workloads'][number] & { readonly verdict: Exclude<WorkloadVerdict, 'survives'> };

export function brokenWorkloads({ workloads }: FailureRow): readonly BrokenWorkload[] {
  return workloads.filter((workload): workload is BrokenWorkload => workload.verdict !== 'survives');
}

export function brokenServices({ services }: FailureRow): FailureRow['services'] {
  return services.filter(({ dropped }) => dropped > 0);
}
