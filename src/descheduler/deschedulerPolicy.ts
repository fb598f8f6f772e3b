import { parsePolicy, type Policy } from './policy';
import { strategies } from './strategies';

/** The policy of a design: these strategies by upstream's names, each with its default arguments, and DefaultEvictor as it is. */
export function deschedulerPolicy(names: readonly string[]): Policy {
  const chosen = strategies.filter(({ name }) => names.includes(name));
  const enabled = (point: string) => ({ enabled: chosen.filter(({ extensionPoint }) => extensionPoint === point).map(({ name }) => name) });
  const parsed = parsePolicy(
    {
      apiVersion: 'descheduler/v1alpha2',
      kind: 'DeschedulerPolicy',
      profiles: [
        {
          name: 'default',
          pluginConfig: chosen.map(({ name, designArgs }) => ({ name, args: designArgs })),
          plugins: { deschedule: enabled('deschedule'), balance: enabled('balance') },
        },
      ],
    },
    new Map(),
  );
  if (!parsed.ok) throw new Error(`${parsed.error.path}: ${parsed.error.message}`);
  return parsed.value;
}
