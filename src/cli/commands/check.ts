import { compareBytes } from '../../byteOrder';
import { evaluate } from '../../evaluate';
import type { Evaluation, FailureRow, QuorumLoss } from '../../evaluation';
import { brokenServices, brokenWorkloads } from '../../failure/requirements';
import { isFrozen } from '../../quorum/quorum';
import { evaluateWithTimelines } from '../../timeline/evaluateWithTimelines';
import { oneOf, type Command } from '../command';
import { designOptions, designUsage, readDesign } from '../designInput';
import { InputError, print } from '../io';

const requirements = ['quorum', 'workloads', 'services', 'recovery'] as const;
type Requirement = (typeof requirements)[number];

/** What is asked for; of `recovery`: within how many seconds. */
interface Required {
  readonly require: Requirement;
  readonly seconds: number;
}

interface Broken {
  readonly require: Requirement;
  readonly zones: readonly string[];
  readonly names: readonly string[];
  /** Of `recovery`: when the last pod runs again. */
  readonly seconds?: number;
}

export const checkCommand: Command = {
  name: 'check',
  summary: 'print the findings; exit 1 if one is bad enough or a requirement is broken (for CI)',
  usage: `${designUsage} [--fail-on error|warning] [--require quorum,workloads,services,recovery=SECONDS] [--format text|json]`,
  help: [
    '--fail-on error|warning   the least severity that fails (error)',
    '--require LIST            what any one zone’s loss must leave: quorum, workloads, services; recovery=SECONDS: all pods that come back do so within that time',
    '--format text|json        (text)',
  ],
  options: { ...designOptions, 'fail-on': { type: 'string' }, require: { type: 'string' }, format: { type: 'string' } },
  run: async (args) => {
    const failOn = oneOf(args, 'fail-on', ['error', 'warning'], 'error');
    const format = oneOf(args, 'format', ['text', 'json'], 'text');
    const required = requiredOf(args.text('require'));
    const { design, catalog } = await readDesign(args);
    // Timelines cost more than all the rest: only for whom they are asked.
    const judge = required.some(({ require }) => require === 'recovery') ? evaluateWithTimelines : evaluate;
    const evaluation = judge(design, catalog, { language: args.language });
    const findings = evaluation.findings.map(({ code, severity, entities, message }) => ({ code, severity, entities, message }));
    const broken = required.flatMap((requirement) => brokenBy(requirement, evaluation));
    print(format === 'json' ? JSON.stringify({ findings, broken }, null, 2) : textOf(findings, broken));
    const failing = findings.some(({ severity }) => severity === 'error' || (failOn === 'warning' && severity === 'warning'));
    return failing || broken.length > 0 ? 1 : 0;
  },
};

function requiredOf(text: string | undefined): readonly Required[] {
  const words = text === undefined ? [] : text.split(',').map((word) => word.trim());
  const given = words.map(requirementOf);
  return requirements.flatMap((require) => given.find((each) => each.require === require) ?? []);
}

function requirementOf(word: string): Required {
  const [name, value, ...rest] = word.split('=');
  const require = requirements.find((each) => each === name);
  const isTimed = require === 'recovery';
  if (require === undefined || rest.length > 0 || isTimed !== (value !== undefined)) {
    throw new InputError(`--require: expected some of quorum, workloads, services, recovery=SECONDS; not ${JSON.stringify(word)}`);
  }
  if (isTimed && !/^\d+$/.test(value ?? '')) throw new InputError(`--require: expected recovery=SECONDS with a whole number, such as recovery=600; not ${JSON.stringify(word)}`);
  return { require, seconds: Number(value ?? 0) };
}

/** The losses of one zone under which a requirement does not hold, and who breaks it. */
function brokenBy({ require, seconds }: Required, evaluation: Evaluation): readonly Broken[] {
  if (require === 'quorum') {
    return evaluation.quorum.losses
      .filter((loss) => isOneZone(loss) && isFrozen(loss))
      .map(({ zones }) => ({ require, zones, names: [] }));
  }
  return evaluation.failures.filter(isOneZone).flatMap((row): readonly Broken[] => {
    if (require === 'recovery') {
      const last = row.timeline?.lastPodRunning ?? 0;
      return last > seconds ? [{ require, zones: row.zones, names: [], seconds: last }] : [];
    }
    const names = namesBroken(require, row);
    return names.length > 0 ? [{ require, zones: row.zones, names }] : [];
  });
}

function isOneZone(loss: FailureRow | QuorumLoss): boolean {
  return loss.zones.length === 1 && loss.nodes.length === 0;
}

function namesBroken(require: 'workloads' | 'services', row: FailureRow): readonly string[] {
  const broken = require === 'workloads' ? brokenWorkloads(row) : brokenServices(row);
  return broken.map(({ name }) => name).sort(compareBytes);
}

function textOf(findings: readonly { readonly code: string; readonly severity: string; readonly entities: readonly string[]; readonly message: string }[], broken: readonly Broken[]): string {
  const lines = findings.map(({ code, severity, entities, message }) => `${severity.padEnd(7)}  ${code}${entities.length > 0 ? ` (${entities.join(', ')})` : ''}: ${message}`);
  const breaks = broken.map(({ require, zones, names, seconds }) => `broken   ${require}: without ${zones.join(', ')}${seconds === undefined ? '' : `: the last pod runs again after ${seconds} s`}${names.length > 0 ? `: ${names.join(', ')}` : ''}`);
  return [...lines, ...breaks].join('\n') || 'no findings';
}
