/**
 * Texts with places to fill. `{name}` takes a value; `{count|pod|pods}` takes the first word for exactly 1, else the
 * second; for a text value, as Korean particles need (`{name|이|가}`), the first after a final consonant.
 */
type Places<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? (Place extends `${infer Name}|${string}` ? Name : Place) | Places<Rest>
  : never;

export type MessageValue = string | number;

/** The parameters that a text needs, read from the text itself: a forgotten one does not compile. */
export type Parameters<Text extends string> = [Places<Text>] extends [never]
  ? readonly []
  : readonly [values: Readonly<Record<Places<Text>, MessageValue>>];

export function fill(text: string, values: Readonly<Record<string, MessageValue>>): string {
  return text.replaceAll(/\{([^{}|]+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g, (place, name: string, first?: string, second?: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return place;
    if (first === undefined || second === undefined) return String(value);
    return (typeof value === 'number' ? value === 1 : endsInConsonant(value)) ? first : second;
  });
}

/** Digits as they are read aloud in Korean: 0 영, 1 일, 3 삼, 6 육, 7 칠 and 8 팔 end in a consonant. */
const consonantDigits = '013678';
/** Latin letters whose Korean names end in a consonant: L 엘, M 엠, N 엔, R 알. */
const consonantLetters = 'lmnr';

function endsInConsonant(text: string): boolean {
  const last = text.at(-1) ?? '';
  const code = last.codePointAt(0) ?? 0;
  if (code >= 0xac00 && code <= 0xd7a3) return (code - 0xac00) % 28 !== 0;
  return consonantDigits.includes(last) || consonantLetters.includes(last.toLowerCase());
}
