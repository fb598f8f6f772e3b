import type { Design } from '#engine/design/schema';
import type { Evaluation } from '#engine/evaluation';
import { expect, test } from 'vitest';
import { createEvaluator } from './evaluator';
import type { EngineProcess } from './evaluator';

/** An engine whose answers come when the test says so; it answers with the design it was given. */
function bench() {
  const calls: { readonly design: string; readonly answer: () => void; readonly crash: () => void }[] = [];
  const log: string[] = [];
  let started = 0;
  const start = (): EngineProcess => {
    started += 1;
    let fail: (error: Error) => void = () => undefined;
    const failed = new Promise<never>((_, reject) => {
      fail = reject;
    });
    failed.catch(() => undefined);
    const ask = (design: Design) =>
      new Promise<never>((resolve) => {
        calls.push({ design: design.name, answer: () => resolve({ design: { name: design.name } } as never), crash: () => fail(new Error('crashed')) });
      });
    return { engine: { evaluate: ask, simulate: ask }, failed, stop: () => undefined };
  };
  const evaluator = createEvaluator(start, {
    evaluation: (evaluation: Evaluation, revision) => log.push(`evaluation ${evaluation.design.name} ${revision}`),
    preview: (preview) => log.push(`preview ${preview.design.name}`),
    aftermath: () => log.push('aftermath'),
    progress: (progress) => progress !== null && log.push(`progress ${progress.done}`),
    status: (status, error) => log.push(error === undefined ? status : `${status} ${error}`),
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { evaluator, calls, log, settle, started: () => started };
}

const design = (name: string) => ({ name }) as Design;

test('one runs, the newest waits, those in between are never run', async () => {
  const { evaluator, calls, log, settle } = bench();
  for (let revision = 1; revision <= 5; revision++) evaluator.request(design(`d${revision}`), revision);
  await settle();
  expect(calls.map((call) => call.design)).toEqual(['d1']);
  calls[0]?.answer();
  await settle();
  expect(calls.map((call) => call.design)).toEqual(['d1', 'd5']);
  calls[1]?.answer();
  await settle();
  expect(log).toEqual(['running', 'evaluation d1 1', 'evaluation d5 5', 'idle']);
});

test('what is given up is not shown, nor what waited; the next request starts a new worker', async () => {
  const { evaluator, calls, log, settle, started } = bench();
  evaluator.request(design('d1'), 1);
  evaluator.request(design('d2'), 2);
  await settle();
  evaluator.cancel();
  await settle();
  calls[0]?.answer();
  await settle();
  expect(log).toEqual(['running', 'stopped']);
  evaluator.request(design('d2'), 2);
  await settle();
  calls[1]?.answer();
  await settle();
  expect(log).toEqual(['running', 'stopped', 'running', 'evaluation d2 2', 'idle']);
  expect(started()).toBe(2);
});

test('a loss that is simulated meanwhile does not hide that the evaluation was given up', async () => {
  const { evaluator, calls, log, settle } = bench();
  evaluator.request(design('d1'), 1);
  await settle();
  evaluator.cancel();
  await settle();
  evaluator.simulate(design('d1'), { zones: ['a'], nodes: [] });
  await settle();
  calls[1]?.answer();
  await settle();
  expect(log).toEqual(['running', 'stopped', 'stopped', 'aftermath', 'stopped']);
});

test('a preview that is given up leaves the evaluation as good as it was', async () => {
  const { evaluator, log, settle } = bench();
  evaluator.preview(design('slot'), 1);
  await settle();
  evaluator.cancel();
  await settle();
  expect(log).toEqual(['running', 'idle']);
});

test('a preview that comes after the gesture is not shown', async () => {
  const { evaluator, calls, log, settle } = bench();
  evaluator.preview(design('slot'), 1);
  await settle();
  evaluator.endPreview();
  calls[0]?.answer();
  await settle();
  expect(log).toEqual(['running', 'idle']);
});

test('the drawing goes before what a gesture or a failure would mean', async () => {
  const { evaluator, calls, settle } = bench();
  evaluator.request(design('first'), 1);
  evaluator.simulate(design('dead'), { zones: [], nodes: [] });
  evaluator.preview(design('slot'), 1);
  evaluator.request(design('second'), 2);
  for (let i = 0; i < 4; i++) {
    await settle();
    calls[i]?.answer();
  }
  await settle();
  expect(calls.map((call) => call.design)).toEqual(['first', 'second', 'slot', 'dead']);
});

test('a worker that crashes is started anew, and the error is told', async () => {
  const { evaluator, calls, log, settle, started } = bench();
  evaluator.request(design('d1'), 1);
  await settle();
  calls[0]?.crash();
  await settle();
  expect(log.at(-1)).toBe('error crashed');
  evaluator.request(design('d2'), 2);
  await settle();
  calls[1]?.answer();
  await settle();
  expect(started()).toBe(2);
  expect(log.slice(-2)).toEqual(['evaluation d2 2', 'idle']);
});

test('another language shows the same revision again', async () => {
  const { evaluator, calls, log, settle } = bench();
  evaluator.request(design('d1'), 1);
  await settle();
  calls[0]?.answer();
  await settle();
  evaluator.setLanguage('ko');
  evaluator.request(design('d1'), 1);
  await settle();
  calls[1]?.answer();
  await settle();
  expect(log.filter((line) => line === 'evaluation d1 1')).toHaveLength(2);
});
