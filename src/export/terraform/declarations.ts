import { block, hcl, list } from '../hcl';
import type { Block, Expression } from '../hcl';

export interface Validation {
  readonly condition: Expression;
  readonly message: string;
}

/** A variable with its description and validation; without `default` it must be given. */
export function variable(
  name: string,
  type: Expression,
  description: string,
  fallback: Expression | undefined,
  ...validations: readonly Validation[]
): Block {
  return block(
    'variable',
    [name],
    { description, type, default: fallback },
    ...validations.map(({ condition, message }) => block('validation', [], { condition, error_message: message })),
  );
}

export function output(name: string, description: string, value: Expression): Block {
  return block('output', [name], { description, value });
}

/** `"AWS service" may assume this role`, as JSON. */
export function assumeRolePolicy(service: string, ...actions: readonly string[]): Expression {
  return policyDocument([
    {
      Effect: 'Allow',
      Principal: { Service: service },
      Action: actions.length === 0 ? 'sts:AssumeRole' : actions,
    },
  ]);
}

type Json = Expression | readonly Json[] | { readonly [key: string]: Json };

/** An IAM policy as `jsonencode`; strings may be expressions. */
export function policyDocument(statements: readonly Json[]): Expression {
  return hcl`jsonencode(${expressionOf({ Version: '2012-10-17', Statement: statements })})`;
}

function expressionOf(json: Json): Expression {
  if (isList(json)) return list(json.map(expressionOf));
  if (isExpression(json)) return json;
  return { type: 'object', entries: Object.entries(json).map(([key, value]) => [key, expressionOf(value)]) };
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

/** An expression says its type; no key of a policy is called `type`. */
function isExpression(json: Expression | { readonly [key: string]: Json }): json is Expression {
  return typeof json !== 'object' || json === null || 'type' in json;
}
