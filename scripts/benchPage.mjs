// The page's part of npm run bench: figures of the built page in a real browser, printed and not judged. Needs dist/test, or the
// build in test mode that E2E_DIST names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './install.mjs';
import { launch } from './browser.mjs';
import { serveDirectory } from './serveDirectory.mjs';

const directory = join(root, process.env.E2E_DIST ?? 'dist/test');
const goal = { frame: 8, verdict: 1500, script: 350 };
const frames = 60;
const site = await serveDirectory(directory);
const browser = await launch();

function print(line) {
  process.stdout.write(`${line}\n`);
}

function ofGoal(value, limit) {
  return `(goal ${limit}: ${(value / limit).toFixed(2)} of it)`;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

const serves = new Set();

/**
 * Milliseconds from navigation to a verdict on screen, with an empty cache. Collects every script that page and worker began to
 * ask for until then, whole, even if it arrived later.
 */
async function firstVerdict() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const requests = [];
  context.on('request', (request) => requests.push(request));
  await page.goto(site.url, { waitUntil: 'commit' });
  const { time, at } = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => {
          if (/\d+\/\d+/.test(document.querySelector('section[aria-label] button')?.textContent ?? '')) resolve({ time: performance.now(), at: performance.timeOrigin + performance.now() });
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  // The times of requests are known when they have been answered.
  await page.waitForLoadState('networkidle');
  for (const request of requests) {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js') && request.timing().startTime <= at) serves.add(pathname.slice(1));
  }
  await context.close();
  return time;
}

/** 3 zones, 200 instances, 2,000 pods. */
function largeDesign() {
  const letters = ['a', 'b', 'c'];
  return {
    zonesketch: 1,
    name: '200 instances, 2,000 pods',
    entities: [
      ...letters.map((letter) => ({ id: `zone-${letter}`, kind: 'zone', letter })),
      ...letters.map((letter) => ({ id: `cp-${letter}`, kind: 'controlPlaneNode', zone: `zone-${letter}` })),
      ...letters.map((letter, index) => ({ id: `asg-${letter}`, kind: 'autoScalingGroup', zones: [`zone-${letter}`], instanceTypes: ['m6i.xlarge'], desired: index < 2 ? 67 : 66, max: 80 })),
      ...Array.from({ length: 20 }, (_, index) => ({
        id: `app-${index}`,
        kind: 'workload',
        name: `app-${index}`,
        replicas: 100,
        containers: [{ name: 'app', requests: { cpu: '100m', memory: '256Mi' } }],
        topologySpreadConstraints: [{ topologyKey: 'topology.kubernetes.io/zone', maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule' }],
      })),
    ],
  };
}

/** Main-thread work a frame: what the renderer's main thread was busy in tasks while `act` ran, over the frames that it made. */
async function work(page, session, act) {
  const before = await metrics(session);
  await act();
  const after = await metrics(session);
  return { task: ((after.TaskDuration - before.TaskDuration) * 1000) / frames, script: ((after.ScriptDuration - before.ScriptDuration) * 1000) / frames };
}

async function metrics(session) {
  const { metrics: list } = await session.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

/** One pointer event a frame, as a hand makes them. */
async function nextFrame(page) {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
}

async function dragging() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(site.url);
  await page.waitForFunction(() => window.__zonesketch !== undefined);
  await page.evaluate(() => window.__zonesketch.ready());
  // Through the page's own door for files, so that defaults are filled in.
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'large.json', { type: 'application/json' }));
    return data;
  }, JSON.stringify(largeDesign()));
  for (const event of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', event, { dataTransfer: transfer });
  await page.waitForFunction(() => window.__zonesketch.design().name.startsWith('200 instances'));
  await page.evaluate(() => window.__zonesketch.ready());
  await page.waitForTimeout(2000);
  const session = await context.newCDPSession(page);
  // CPU time of the thread, not time on the clock.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });

  const idle = await work(page, session, async () => {
    for (let i = 0; i < frames; i++) await nextFrame(page);
  });
  const board = await page.locator('.react-flow').first().boundingBox();
  const at = (share) => ({ x: board.x + board.width * share, y: board.y + board.height / 2 });
  const item = await page.getByText('Control-plane node').first().boundingBox();

  const rounds = { drag: [], pan: [], zoom: [] };
  for (let round = 0; round < 3; round++) {
    await page.mouse.move(item.x + 10, item.y + 8);
    await page.mouse.down();
    await page.mouse.move(at(0.2).x, at(0.2).y, { steps: 4 });
    rounds.drag.push(
      await work(page, session, async () => {
        for (let i = 0; i < frames; i++) {
          const { x, y } = at(0.2 + (0.6 * i) / frames);
          await page.mouse.move(x, y);
          await nextFrame(page);
        }
      }),
    );
    await page.keyboard.press('Escape');
    await page.mouse.up();

    await page.mouse.move(at(0.5).x, at(0.5).y);
    rounds.pan.push(
      await work(page, session, async () => {
        for (let i = 0; i < frames; i++) {
          await page.mouse.wheel(0, i < frames / 2 ? 12 : -12);
          await nextFrame(page);
        }
      }),
    );
    await page.keyboard.down('Control');
    rounds.zoom.push(
      await work(page, session, async () => {
        for (let i = 0; i < frames; i++) {
          await page.mouse.wheel(0, i < frames / 2 ? -10 : 10);
          await nextFrame(page);
        }
      }),
    );
    await page.keyboard.up('Control');
  }
  print(`board, 200 instances, 2,000 pods, 1440x900, main-thread CPU a frame (idle ${idle.task.toFixed(2)} ms):`);
  for (const [name, list] of Object.entries(rounds)) {
    const task = median(list.map((each) => each.task));
    print(`  ${name.padEnd(5)} ${task.toFixed(2)} ms, of that script ${median(list.map((each) => each.script)).toFixed(2)} ms  ${ofGoal(task, goal.frame)}`);
  }
  await context.close();
}

const times = [];
for (let i = 0; i < 5; i++) times.push(await firstVerdict());
print(`first verdict on screen, cold: median ${median(times).toFixed(0)} ms (${times.map((time) => time.toFixed(0)).join(', ')})  ${ofGoal(median(times), goal.verdict)}`);
const sizes = [...serves].map((path) => ({ path, kilobytes: gzipSync(readFileSync(join(directory, path))).length / 1000 })).sort((a, b) => b.kilobytes - a.kilobytes);
const total = sizes.reduce((sum, { kilobytes }) => sum + kilobytes, 0);
print(`JavaScript asked for until then, worker included: ${total.toFixed(1)} kB gzipped in ${sizes.length} files  ${ofGoal(total, goal.script)}`);
for (const { path, kilobytes } of sizes.slice(0, 8)) print(`  ${kilobytes.toFixed(1).padStart(6)} kB  ${path}`);
await dragging();
await browser.close();
await site.close();
