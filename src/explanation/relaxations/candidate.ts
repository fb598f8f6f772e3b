import type { Edit } from '../../design/edit';
import type { Design, Workload } from '../../design/schema';
import type { Watched } from '../../scheduling/schedule';
import type { Messages } from '../messages/en';

/** Something that could be relaxed, the least first: the first step that lets the pod run is taken. */
export type Candidate = readonly Step[];

export interface Step {
  readonly id: string;
  readonly label: (say: Messages['relaxations']) => string;
  readonly edit: Edit;
}

/** What candidates are found from: a pod that waits, and its last turn. */
export interface Waiting {
  readonly design: Design;
  readonly workload: Workload;
  readonly last: Watched;
  /** Names of the plugins that refuse the pod. */
  readonly refusedBy: ReadonlySet<string>;
}

export function setField(workload: Workload, fields: Readonly<Record<string, unknown>>): Edit {
  return { type: 'set', id: workload.id, fields };
}
