import { err, ok, type Result } from '../result';
import { currentVersion } from './schema';

/** Rewrites a document of version `from` as one of version `from + 1`; it may trust what that version's schema promised. */
export interface Migration {
  readonly from: number;
  /** What changed, for the log of a migrated file. */
  readonly name: string;
  readonly migrate: (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** Gapless, oldest first: entry i turns version i + 1 into i + 2. Empty while version 1 is the only one. */
export const migrations: readonly Migration[] = [];

/** A document of any known version as one of the newest; `applied` names what was done. */
export function migrate(
  document: Readonly<Record<string, unknown>>,
  list: readonly Migration[] = migrations,
  newest: number = currentVersion,
): Result<{ readonly document: Readonly<Record<string, unknown>>; readonly applied: readonly string[] }, string> {
  const version = document['zonesketch'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return err(`a version number${newest === 1 ? ': 1' : ` from 1 to ${newest}`}`);
  }
  if (version > newest) {
    return err(`version ${newest}${newest === 1 ? '' : ' or before'}; this file has version ${version}: open it with a newer Zonesketch`);
  }
  const applied: string[] = [];
  let current = document;
  for (const step of list.slice(version - 1)) {
    current = { ...step.migrate(current), zonesketch: step.from + 1 };
    applied.push(step.name);
  }
  return ok({ document: current, applied });
}
