import { readArguments, type Command } from './command';
import { commands } from './commands';
import { InputError, print, warn } from './io';

declare const __VERSION__: string;

const [name, ...rest] = process.argv.slice(2);
process.exitCode = await main(name, rest);

async function main(commandName: string | undefined, args: readonly string[]): Promise<number> {
  try {
    if (commandName === undefined || commandName === '--help' || commandName === '-h' || commandName === 'help') {
      if (commandName !== undefined) print(overview());
      else warn(overview());
      return commandName === undefined ? 2 : 0;
    }
    if (commandName === '--version' || commandName === '-V') {
      print(__VERSION__);
      return 0;
    }
    const command = commands.find((each) => each.name === commandName);
    if (command === undefined) throw new InputError(`there is no command ${JSON.stringify(commandName)}; zonesketch --help lists them`);
    const parsed = readArguments(command, args);
    if (parsed === null) {
      print(helpOf(command));
      return 0;
    }
    return await command.run(parsed);
  } catch (error) {
    if (error instanceof InputError) {
      warn(`zonesketch: ${error.message}`);
      return 2;
    }
    // A defect of ours: still one line for the user; the stack for whoever sets the variable.
    warn(`zonesketch: internal error: ${error instanceof Error ? error.message : String(error)} (ZONESKETCH_DEBUG=1 shows where)`);
    if (process.env['ZONESKETCH_DEBUG'] !== undefined && error instanceof Error) warn(error.stack ?? '');
    return 2;
  }
}

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'Zonesketch: what real Kubernetes would do with a cluster over several AWS Availability Zones.',
    '',
    'Usage: zonesketch COMMAND ...',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'DESIGN is a design file, - for standard input, or --template ID. zonesketch COMMAND --help tells more.',
    '--lang en|ko everywhere; --version. Exit status: 0 done, 1 a check failed, 2 wrong usage or bad input.',
  ].join('\n');
}

function helpOf(command: Command): string {
  return [`Usage: zonesketch ${command.name} ${command.usage}`, '', command.summary, ...(command.help.length > 0 ? ['', ...command.help.map((line) => `  ${line}`)] : [])].join('\n');
}
