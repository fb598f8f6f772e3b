import { parse } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block, commented, data, hcl, isIdentifier, list, object, objectByKey, printFile, reference, resource, template } from './hcl';
import type { Expression } from './hcl';

/** The value of `x = ...`, as printed. */
function printed(value: Expression): string {
  return printFile([block('locals', [], { x: value })]).replace(/^locals \{\n {2}x = /, '').replace(/\n\}\n$/, '');
}

describe('expressions', () => {
  it.each<[Expression, string]>([
    ['plain', '"plain"'],
    ['', '""'],
    [1.5, '1.5'],
    [true, 'true'],
    [null, 'null'],
    ['"quoted" \\ back', '"\\"quoted\\" \\\\ back"'],
    ['${x}', '"$${x}"'],
    ['%{if x}', '"%%{if x}"'],
    ['$${x}', '"$\\u0024{x}"'],
    ['%%%{x}', '"%%\\u0025{x}"'],
    ['$%{x}', '"$\\u0025{x}"'],
    ['$ { % $x', '"$ { % $x"'],
    ['a\nb\r\tc', '"a\\nb\\r\\tc"'],
    ['\u0000\u001b\u007f', '"\\u0000\\u001b\\u007f"'],
    ['\u2028\ufeff\u202e', '"\\u2028\\ufeff\\u202e"'],
    ['한글 🎛️', '"한글 🎛️"'],
    ['\ud800', '"\ufffd"'],
    [hcl`var.x`, 'var.x'],
    [hcl`cidrsubnet(${hcl`var.x`}, ${4}, ${'a"b'})`, 'cidrsubnet(var.x, 4, "a\\"b")'],
    [reference('aws_vpc', 'main', 'id'), 'aws_vpc.main.id'],
    [template(hcl`var.x`, '-nodes'), '"${var.x}-nodes"'],
    [template(hcl`var.x`), 'var.x'],
    [template('cost $', hcl`var.x`), '"cost \\u0024${var.x}"'],
    [template('${', hcl`var.x`, '%{'), '"$${${var.x}%%{"'],
    [list([]), '[]'],
    [list(['a', 1]), '["a", 1]'],
    [list([object({ a: 1 })]), '[\n    {\n      a = 1\n    },\n  ]'],
    [object({}), '{}'],
    [object({ a: 1, long_name: 2 }), '{\n    a         = 1\n    long_name = 2\n  }'],
    [object({ a: undefined, b: 2 }), '{\n    b = 2\n  }'],
    [objectByKey([['b/c', 1], ['a', 2]]), '{\n    a     = 2\n    "b/c" = 1\n  }'],
    [objectByKey([['for', 1], ['x-y', 2], ['1', 3]]), '{\n    "1"   = 3\n    "for" = 1\n    x-y   = 2\n  }'],
    [{ type: 'object', entries: [[hcl`var.k`, 1], [template('a/', hcl`var.k`), 2]] }, '{\n    (var.k)      = 1\n    "a/${var.k}" = 2\n  }'],
  ])('%j', (value, text) => {
    expect(printed(value)).toBe(text);
  });

  it('breaks a long list', () => {
    const items = ['a'.repeat(60), 'b'.repeat(60)];
    expect(printed(list(items))).toBe(`[\n    "${items[0]}",\n    "${items[1]}",\n  ]`);
  });

  it('refuses a reference that is no path', () => {
    expect(() => reference('aws_vpc', 'x" {}')).toThrow('no identifier');
  });

  it.each([['a', true], ['a-b', true], ['_1', true], ['1a', false], ['a b', false], ['for', false], ['', false], ['한', false]])('isIdentifier(%j) = %j', (text, expected) => {
    expect(isIdentifier(text)).toBe(expected);
  });
});

describe('files', () => {
  it('aligns neighbours, and leaves a value of several lines out', () => {
    const file = printFile([
      commented('Why\nand how', resource('aws_vpc', 'main', { a: 1, long: 2, tags: object({ x: 1 }), b: undefined, after_it: 3, c: 4 }, block('nested', [], { d: 1 }), undefined, { depends_on: list([hcl`aws_x.y`]) })),
      data('aws_partition', 'current'),
    ]);
    expect(file).toBe(`# Why and how
resource "aws_vpc" "main" {
  a    = 1
  long = 2
  tags = {
    x = 1
  }
  after_it = 3
  c        = 4

  nested {
    d = 1
  }

  depends_on = [aws_x.y]
}

data "aws_partition" "current" {}
`);
  });

  it('sets keys beyond ASCII apart, since their width is a matter of the Unicode version', () => {
    expect(printed(objectByKey([['a', 1], ['bb', 2], ['한', 3], ['글', 4]]))).toBe('{\n    a  = 1\n    bb = 2\n\n    "글" = 4\n\n    "한" = 3\n  }');
  });
});

it('any text comes back from a parser as it was, in the normal form that HCL gives strings', async () => {
  const pieces = fc.constantFrom('$', '%', '{', '}', '"', '\\', '\n', '\r', '${', '%{', '$${', '\u0000', '\u2028', '한', 'a', ' ', '#', '<<EOT\n', "'");
  const text = fc.oneof(fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 20 }));
  const pairs = fc.sample(fc.tuple(text, text), { numRuns: 150, seed: 1 });
  const file = printFile([
    block('locals', [], {
      x: list(pairs.map(([key, value]) => objectByKey([[key, value]]))),
      y: list(pairs.map(([, value]) => template(hcl`var.z`, `${value} `, hcl`var.z`))),
    }),
  ]);
  const json = (await parse('x.tf', file)) as { locals: [{ x: Record<string, string>[]; y: string[] }] };
  const plain = (found: string) => found.replaceAll('$${', '${').replaceAll('%%{', '%{');
  expect(json.locals[0].x.map((entry) => Object.entries(entry).map(([key, value]) => [plain(key), plain(value)]))).toEqual(
    pairs.map(([key, value]) => [[key.normalize('NFC'), value.normalize('NFC')]]),
  );
  expect(json.locals[0].y.map(plain)).toEqual(pairs.map(([, value]) => `\${var.z}${value} \${var.z}`.normalize('NFC')));
}, 30_000);
