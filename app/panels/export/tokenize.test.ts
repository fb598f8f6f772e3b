import { describe, expect, it } from 'vitest';
import { tokenize } from './tokenize';

function coloured(path: string, text: string): readonly string[] {
  return tokenize(path, text)
    .filter((token) => token.type !== 'plain')
    .map((token) => `${token.type}:${token.text}`);
}

describe('tokenize', () => {
  it.each([
    ['main.tf', 'resource "aws_vpc" "main" {\n  cidr = var.cidr # why\n}', ['keyword:resource', 'string:"aws_vpc"', 'string:"main"', 'key:cidr', 'comment:# why']],
    ['main.tf', 'name = "a \\" ${var.x} b"\ncount = 3', ['key:name', 'string:"a \\" ${var.x} b"', 'key:count', 'number:3']],
    ['a.yaml', 'kind: Service\nport: 80\non: "x: y"\n# end', ['key:kind', 'key:port', 'number:80', 'key:on', 'string:"x: y"', 'comment:# end']],
    ['a.json', '{"a": [1, true, "x"]}', ['key:"a"', 'number:1', 'keyword:true', 'string:"x"']],
    ['README.md', '# Title\ntext `code`', ['keyword:# Title', 'string:`code`']],
    ['script.sh', 'echo "x"', []],
  ])('%s: %s', (path, text, expected) => {
    expect(coloured(path, text)).toEqual(expected);
  });

  it('loses nothing', () => {
    const text = 'a = "unclosed\n  b: \u0000 <<EOT\nx\nEOT\n';
    for (const path of ['x.tf', 'x.yaml', 'x.json', 'x.md']) {
      expect(tokenize(path, text).map((token) => token.text).join('')).toBe(text);
    }
  });
});
