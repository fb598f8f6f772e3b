import { describe, expect, test } from 'vitest';
import { parseDesignText } from '#engine/design/parse';
import { designErrorKo } from './messages/designErrors.ko';

const entity = (fields: object) => JSON.stringify({ zonesketch: 1, name: 'x', entities: [fields] });
const zone = (id: string) => ({ id, kind: 'zone', letter: 'a' });

describe('what is wrong with a file, in Korean', () => {
  const files: readonly (readonly [string, string, string])[] = [
    ['no JSON', 'nonsense', 'JSON 문법 오류: '],
    ['no object', '[]', '"zonesketch", "entities", "links" 필드가 있는 객체여야 합니다'],
    ['no version', '{}', '설계의 버전 번호가 있어야 합니다: 1'],
    ['a newer version', '{"zonesketch":99}', '파일은 버전 99, 여기서 읽을 수 있는 버전은 1까지입니다. 더 새로운 Zonesketch로 여십시오'],
    ['a prototype', '{"zonesketch":1,"__proto__":{}}', '없는 필드입니다: "__proto__"'],
    ['nesting', '['.repeat(50).replace(/^/, '{"a":') + ']'.repeat(50) + '}', '중첩은 40단계까지입니다'],
    ['a number for a name', '{"zonesketch":1,"name":5}', '문자열이어야 합니다'],
    ['entities that are none', '{"zonesketch":1,"name":"x","entities":5}', '배열이어야 합니다'],
    ['an unknown kind', entity({ id: 'a', kind: 'zeppelin' }), '다음 종류 중 하나여야 합니다: zone, '],
    ['an unknown field', entity({ ...zone('a'), colour: 'red' }), '없는 필드입니다: "colour"'],
    ['no letter', entity({ id: 'a', kind: 'zone', letter: 'A1' }), '필요한 형식: 리전의 영역 글자 하나'],
    ['a number out of range', entity({ id: 'g', kind: 'autoScalingGroup', zones: [], instanceTypes: ['m6i.large'], desired: -1 }), '0 이상이어야 합니다'],
    ['an unknown choice', entity({ id: 'w', kind: 'workload', name: 'w', type: 'Job', containers: [] }), '다음 중 하나여야 합니다: "Deployment", "StatefulSet", '],
    ['a second id', JSON.stringify({ zonesketch: 1, name: 'x', entities: [zone('a'), { ...zone('a'), letter: 'b' }] }), '이미 쓰고 있는 ID입니다: "a"'],
    ['a second letter', JSON.stringify({ zonesketch: 1, name: 'x', entities: [zone('a'), zone('b')] }), '영역 a: 두 번째입니다. 하나만 있어야 합니다'],
    ['nothing of that id', entity({ id: 'c', kind: 'controlPlaneNode', zone: 'nowhere' }), 'zone의 ID가 필요한데 "nowhere": 없는 ID입니다'],
    ['an id of another kind', JSON.stringify({ zonesketch: 1, name: 'x', entities: [{ id: 'n', kind: 'note', text: '' }, { id: 'c', kind: 'controlPlaneNode', zone: 'n' }] }), 'zone의 ID가 필요한데 "n": note의 ID입니다'],
  ];
  test.each(files)('%s', (_, text, expected) => {
    const parsed = parseDesignText(text);
    const messages = parsed.ok ? [] : parsed.error.map(({ message }) => designErrorKo(message));
    expect(messages.join('\n')).toContain(expected);
  });
});
