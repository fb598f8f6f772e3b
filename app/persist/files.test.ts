import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fileNameOf } from './files';
import { zipFiles } from './zip';

describe('fileNameOf', () => {
  it.each([
    ['Three zones', 'Three-zones.json'],
    ['../../etc/passwd', 'etc-passwd.json'],
    ['결제 클러스터 (사본)', '결제-클러스터-사본.json'],
    ['  ', 'design.json'],
    ['a'.repeat(100), `${'a'.repeat(60)}.json`],
  ])('%s', (name, expected) => {
    expect(fileNameOf(name, 'json')).toBe(expected);
  });
});

describe('zipFiles', () => {
  const files = [
    { path: 'main.tf', text: 'a = 1\n' },
    { path: 'namespaces/default/웹.yaml', text: '# 한글\n' },
  ];

  it('holds the files as they are', () => {
    const unzipped = unzipSync(zipFiles(files));
    expect(Object.entries(unzipped).map(([path, bytes]) => ({ path, text: strFromU8(bytes) }))).toEqual(files);
  });

  it('gives the same bytes for the same files', () => {
    expect(zipFiles(files)).toEqual(zipFiles(files));
  });
});
