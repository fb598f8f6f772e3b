import { block, hcl } from '../hcl';
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

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json } | Expression;

/** An IAM policy as `jsonencode`; strings may be expressions. */
export function policyDocument(statements: readonly Json[]): Expression {
  return hcl`jsonencode(${expressionOf({ Version: '2012-10-17', Statement: statements })})`;
}

function expressionOf(json: Json): Expression {
  if (Array.isArray(json)) return { type: 'list', items: (json as readonly Json[]).map(expressionOf) };
  if (typeof json !== 'object' || json === null || isExpression(json)) return json as Expression;
  return { type: 'object', entries: Object.entries(json).map(([key, value]) => [key, expressionOf(value as Json)]) };
}

function isExpression(json: object): boolean {
  return 'type' in json && (json.type === 'code' || json.type === 'template' || json.type === 'list' || json.type === 'object');
}
