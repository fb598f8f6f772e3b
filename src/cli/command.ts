import { parseArgs, type ParseArgsConfig } from 'node:util';
import { InputError } from './io';

export type Language = 'en' | 'ko';

export type OptionSpecs = NonNullable<ParseArgsConfig['options']>;

/** A command of the command line: one file in `commands/`, one line in `commands.ts`. */
export interface Command {
  readonly name: string;
  /** One line of the overview. */
  readonly summary: string;
  /** What follows the name, e.g. `DESIGN [--format text|json]`. */
  readonly usage: string;
  /** The options, a line each, as `--help` prints them. */
  readonly help: readonly string[];
  readonly options: OptionSpecs;
  /** Answers the exit status: 0 done, 1 a check that failed. Throws `InputError` for 2. */
  readonly run: (args: Arguments) => Promise<number> | number;
}

export interface Arguments {
  readonly positionals: readonly string[];
  readonly language: Language;
  /** Value of a text option. */
  readonly text: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
}

const common: OptionSpecs = { help: { type: 'boolean', short: 'h' }, lang: { type: 'string' } };

/** Reads the arguments of a command; null = help was asked for. */
export function readArguments(command: Command, args: readonly string[]): Arguments | null {
  let values: Readonly<Record<string, unknown>>;
  let positionals: readonly string[];
  try {
    ({ values, positionals } = parseArgs({ args: [...args], options: { ...command.options, ...common }, allowPositionals: true, strict: true }));
  } catch (error) {
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new InputError(`${message}. Usage: zonesketch ${command.name} ${command.usage}`);
  }
  if (values['help'] === true) return null;
  const language = values['lang'] ?? 'en';
  if (language !== 'en' && language !== 'ko') throw new InputError(`--lang: expected en or ko, not ${JSON.stringify(language)}`);
  return {
    positionals,
    language,
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    flag: (name) => values[name] === true,
  };
}

/** One of these words, or the default. */
export function oneOf<const Word extends string>(args: Arguments, name: string, words: readonly Word[], otherwise: Word): Word {
  const value = args.text(name) ?? otherwise;
  const word = words.find((each) => each === value);
  if (word === undefined) throw new InputError(`--${name}: expected ${words.join(', ')}, not ${JSON.stringify(value)}`);
  return word;
}

/** A seed: a whole number from 0 to 4,294,967,295; undefined where none is given. */
export function seedOf(args: Arguments): number | undefined {
  const text = args.text('seed');
  if (text === undefined) return undefined;
  const seed = Number(text);
  if (!/^\d+$/.test(text) || seed > 0xffff_ffff) throw new InputError(`--seed: expected a whole number from 0 to 4294967295, not ${JSON.stringify(text)}`);
  return seed;
}

export function noMorePositionals(args: Arguments, count: number): void {
  const extra = args.positionals[count];
  if (extra !== undefined) throw new InputError(`unexpected argument ${JSON.stringify(extra)}`);
}
