import { headroom as search } from '../../failure/headroom';
import type { Dimension } from '../variant';

/** The search is made for each spread over each number of zones: an answer that is a little too large will do. */
const MOST_TRIALS = 40;

/** Instance counts with which no pod waits for room after any one zone's loss. */
export const headroom: Dimension = { id: 'headroom', options: [{ id: 'n-1', edit: (design, catalog) => search(design, catalog, MOST_TRIALS).edit }] };
