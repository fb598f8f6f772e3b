import { expectedKo } from './expected.ko';

/** What the parser of design files says, in Korean: its sentence without `expected`, and what it becomes. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/^a number of at least (.+)$/, '$1 이상이어야 합니다'],
  [/^a number of at most (.+)$/, '$1 이하여야 합니다'],
  [/^a length of at least (.+)$/, '길이가 $1 이상이어야 합니다'],
  [/^a length of at most (.+)$/, '길이가 $1 이하여야 합니다'],
  [/^no field (.+)$/, '없는 필드입니다: $1'],
  [/^string$/, '문자열이어야 합니다'],
  [/^number$/, '숫자여야 합니다'],
  [/^int$/, '정수여야 합니다'],
  [/^boolean$/, 'true 또는 false여야 합니다'],
  [/^array$/, '배열이어야 합니다'],
  [/^(?:object|record)$/, '객체여야 합니다'],
  [/^(".*"|\d+)$/, '다음 중 하나여야 합니다: $1'],
  [/^one of the kinds (.+)$/, '다음 종류 중 하나여야 합니다: $1'],
  [/^an id that nothing else has; (.+) is taken$/, '이미 쓰고 있는 ID입니다: $1'],
  [/^one zone (.+), this is a second$/, '영역 $1: 두 번째입니다. 하나만 있어야 합니다'],
  [/^no cycle: this is inside itself$/, '자기 자신 안에 들어 있습니다'],
  [/^the id of a (.+); there is no (.+)$/, '$1의 ID가 필요한데 $2: 없는 ID입니다'],
  [/^the id of a (.+); (".*") is a (.+)$/, '$1의 ID가 필요한데 $2: $3의 ID입니다'],
  [/^an object with (.+) and (.+)$/, '$1, $2 필드가 있는 객체여야 합니다'],
  [/^a design file of at most (.+)$/, '설계 파일은 $1 이하여야 합니다'],
  [/^at most (\d+) levels of nesting$/, '중첩은 $1단계까지입니다'],
  [/^a version number: (\d+)$/, '설계의 버전 번호가 있어야 합니다: $1'],
  [/^a version number from 1 to (\d+)$/, '설계의 버전 번호가 있어야 합니다: 1에서 $1 사이'],
  [/^version (\d+)(?: or before)?; this file has version (\d+): open it with a newer Zonesketch$/, '파일은 버전 $2, 여기서 읽을 수 있는 버전은 $1까지입니다. 더 새로운 Zonesketch로 여십시오'],
  [/^a valid .*$/, '올바르지 않은 값입니다'],
];

/** One message of the parser in Korean. What the JSON parser of the browser says of the syntax stays as it is. */
export function designErrorKo(message: string): string {
  const syntax = /^JSON: (.*)$/s.exec(message)?.[1];
  if (syntax !== undefined) return `JSON 문법 오류: ${syntax}`;
  const sentence = message.replace(/^expected /, '');
  const expected = expectedKo[sentence];
  if (expected !== undefined) return `필요한 형식: ${expected}`;
  for (const [pattern, text] of patterns) if (pattern.test(sentence)) return sentence.replace(pattern, text).replaceAll('" or "', '", "');
  return message;
}
