import type { Command } from '../command';
import { InputError } from '../io';

/** A command that is announced and not built: it says so, and never answers a guess. */
export function laterCommand(name: string, summary: string, usage: string): Command {
  return {
    name,
    summary: `${summary} (not in this version yet)`,
    usage,
    help: [],
    options: { case: { type: 'string' }, out: { type: 'string' }, format: { type: 'string' } },
    run: () => {
      throw new InputError(`${name}: not in this version yet`);
    },
  };
}
