import type { Node, SelectorRequirement } from '../kubernetes/objects';
import { compileNodeTerm, matchesNodeTerm } from '../kubernetes/selector';
import type { Result } from '../result';
import { err, ok } from '../result';

/** Which nodes a label query such as `zone in (a, b), !spot` matches. */
export type NodeQuery = (node: Node) => boolean;

const KEY = String.raw`[A-Za-z0-9](?:[-A-Za-z0-9_./]*[A-Za-z0-9])?`;
const VALUE = String.raw`[-A-Za-z0-9_.]*`;
const SET = new RegExp(String.raw`^(${KEY})\s+(in|notin)\s*\(([^()]*)\)$`);
const COMPARISON = new RegExp(String.raw`^(${KEY})\s*(==|=|!=|>|<)\s*(${VALUE})$`);
const PRESENCE = new RegExp(String.raw`^(!?)\s*(${KEY})$`);

/** Reads the label query of a policy; an empty one matches every node. Source: kubernetes/apimachinery pkg/labels/selector.go, `Parse`. */
export function compileNodeQuery(text: string): Result<NodeQuery, string> {
  if (text.trim() === '') return ok(() => true);
  // A comma within parentheses is between values.
  const parts = text.split(/,(?![^()]*\))/).map((part) => part.trim());
  const requirements: SelectorRequirement[] = [];
  for (const part of parts) {
    const requirement = readRequirement(part);
    if (requirement === null) return err(`expected a label query such as "key=value" or "key in (a, b)", not ${JSON.stringify(part)}`);
    requirements.push(requirement);
  }
  const term = compileNodeTerm({ matchExpressions: requirements });
  if (term === null) return err(`expected a label query such as "key=value" or "key in (a, b)", not ${JSON.stringify(text)}`);
  return ok((node) => matchesNodeTerm(term, node));
}

function readRequirement(part: string): SelectorRequirement | null {
  const set = SET.exec(part);
  if (set !== null) {
    const [, key = '', operator, values = ''] = set;
    return { key, operator: operator === 'in' ? 'In' : 'NotIn', values: values.split(',').map((value) => value.trim()) };
  }
  const comparison = COMPARISON.exec(part);
  if (comparison !== null) {
    const [, key = '', operator = '', value = ''] = comparison;
    return { key, operator: operator === '>' ? 'Gt' : operator === '<' ? 'Lt' : operator === '!=' ? 'NotIn' : 'In', values: [value] };
  }
  const presence = PRESENCE.exec(part);
  if (presence === null) return null;
  const [, not, key = ''] = presence;
  return { key, operator: not === '' ? 'Exists' : 'DoesNotExist' };
}
