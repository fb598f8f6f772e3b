import type { z } from 'zod';

/** A place of a case that cannot be read. */
export interface CaseProblem {
  /** JSON path, e.g. `policy.profiles[0].pluginConfig[1].args.thresholds.cpu`; empty for the case itself. */
  readonly path: string;
  /** What was expected there, without the path. */
  readonly message: string;
}

/** The first of the issues. */
export function problemOf(place: readonly (string | number)[], { issues: [issue] }: z.ZodError): CaseProblem {
  return { path: pathText([...place, ...(issue?.path ?? [])]), message: issue?.message ?? 'not readable' };
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      const name = String(step);
      if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return `[${JSON.stringify(name)}]`;
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}
