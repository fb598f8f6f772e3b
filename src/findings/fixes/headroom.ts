import type { Headroom } from '../../failure/headroom';
import type { ProposedFix } from '../finding';

/** The fix of `capacity-n-minus-one` that is searched for on demand: trying counts out takes longer than an evaluation. */
export function headroomFix({ edit, groups }: Headroom): ProposedFix | null {
  return edit === null ? null : { id: 'headroom', label: (say) => say.headroom({ groups }), edit };
}
