import type { Messages } from './messages/en';
import type { Excluded, Rule, Stop } from './stop';

/** A stop in words. */
export function stopWords(stop: Stop, say: Messages): string {
  switch (stop.kind) {
    case 'client':
      return say.stop.client(stop.name, stop.zone);
    case 'callers':
      return say.stop.callers(stop.name, stop.node ?? stop.zone);
    case 'loadBalancer':
      return say.stop.loadBalancer(stop.name, stop.zone);
    case 'node':
      return say.stop.node(stop.name);
    case 'pod':
      return say.stop.pod(stop.name, stop.node);
    case 'database':
    case 'fileSystem':
      return say.stop.store(stop.name, stop.zone);
    case 'nat':
      return say.stop.nat(stop.zone);
    case 'internet':
      return say.stop.internet;
    case 'dropped':
      return `${say.stop.dropped}: ${say.dropped[stop.why]}`;
  }
}

/** The rule at a fork, with what it goes by. */
export function ruleWords(rule: Rule, say: Messages): string {
  switch (rule.id) {
    case 'dns':
      return say.rule.dns(rule);
    case 'targets':
      return say.rule.targets(rule);
    case 'kube-proxy':
      return say.rule['kube-proxy'](rule);
    default:
      return say.rule[rule.id]();
  }
}

/** What is no option, a sentence for each reason. */
export function excludedWords(excluded: readonly Excluded[], say: Messages): readonly string[] {
  const byReason = new Map<Excluded['why'], string[]>();
  for (const { name, why } of excluded) byReason.set(why, [...(byReason.get(why) ?? []), name]);
  return [...byReason].map(([why, names]) => say.excluded[why](listed(names)));
}

const MOST_NAMES = 6;

function listed(names: readonly string[]): string {
  return names.length <= MOST_NAMES ? names.join(', ') : `${names.slice(0, MOST_NAMES).join(', ')} … (${names.length})`;
}
