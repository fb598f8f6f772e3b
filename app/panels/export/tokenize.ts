/** The parts of code that are coloured. */
export type TokenType = 'comment' | 'string' | 'keyword' | 'number' | 'key' | 'plain';

export interface Token {
  readonly type: TokenType;
  readonly text: string;
}

type Rule = readonly [type: TokenType, pattern: RegExp];

const hcl: readonly Rule[] = [
  ['comment', /#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//y],
  ['string', /<<-?(\w+)\n[\s\S]*?\n\s*\1\b/y],
  ['string', /"(?:\\.|\$\{[^}]*\}|[^"\\])*"/y],
  ['keyword', /\b(?:resource|data|variable|output|locals|module|provider|terraform|moved|import|check|for|in|if|true|false|null|dynamic|content)\b/y],
  ['key', /[A-Za-z_][\w-]*(?=\s*=[^=>])/y],
  ['plain', /[A-Za-z_][\w-]*/y],
  ['number', /\b\d+(?:\.\d+)?\b/y],
];

const yaml: readonly Rule[] = [
  ['comment', /(?<=^|\s)#[^\n]*/y],
  ['keyword', /^---$/my],
  ['key', /(?<=^|[\s{,-])(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[\w./-]+)(?=:(?:\s|$))/my],
  ['string', /"(?:\\.|[^"\\])*"|'(?:''|[^'])*'/y],
  ['keyword', /(?<=[:\s[,-]\s*)(?:true|false|null)(?=\s|,|\]|$)/my],
  ['number', /(?<=[:\s[,-]\s*)-?\d+(?:\.\d+)?(?=\s|,|\]|$)/my],
  ['plain', /[\w./:-]+/y],
];

const json: readonly Rule[] = [
  ['key', /"(?:\\.|[^"\\])*"(?=\s*:)/y],
  ['string', /"(?:\\.|[^"\\])*"/y],
  ['keyword', /\b(?:true|false|null)\b/y],
  ['number', /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
];

const markdown: readonly Rule[] = [
  ['keyword', /^#{1,6} [^\n]*/my],
  ['string', /`[^`\n]+`/y],
  ['plain', /[^`#\n]+/y],
];

const rules: Readonly<Record<string, readonly Rule[]>> = { tf: hcl, tfvars: hcl, hcl, yaml, yml: yaml, json, md: markdown };

/** Splits code into coloured parts by the ending of its file's name. The parts together are the text itself. */
export function tokenize(path: string, text: string): readonly Token[] {
  const language = rules[path.split('.').at(-1) ?? ''];
  if (language === undefined) return [{ type: 'plain', text }];
  const tokens: Token[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') tokens.push({ type: 'plain', text: plain });
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const found = match(language, text, at);
    if (found === null || found.type === 'plain') plain += found?.text ?? text[at] ?? '';
    else {
      flush();
      tokens.push(found);
    }
    at += found?.text.length ?? 1;
  }
  flush();
  return tokens;
}

function match(language: readonly Rule[], text: string, at: number): Token | null {
  for (const [type, pattern] of language) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null && found[0] !== '') return { type, text: found[0] };
  }
  return null;
}
