import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';

/** The built command line as its users run it: arguments and standard input in, streams and exit status out. */
const program = fileURLToPath(new URL('../../dist/cli/zonesketch.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'zonesketch-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function zonesketch(args: readonly string[], input = ''): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: folder, input, encoding: 'utf8', env: { ...process.env, INIT_CWD: '' }, maxBuffer: 1 << 28 });
  return { status, out: stdout, err: stderr };
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n1', labels: { 'topology.kubernetes.io/zone': 'z' } }, status: { allocatable: { cpu: '1', memory: '1Gi', pods: '10' }, conditions: [{ type: 'Ready', status: 'True' }] } };
const pod = (name: string, cpu: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'default' }, spec: { containers: [{ name: 'c', resources: { requests: { cpu } } }] } });
const list = (...items: unknown[]) => ({ apiVersion: 'v1', kind: 'List', items });

describe('usage', () => {
  test.each<[string, readonly string[], number, RegExp]>([
    ['--help', ['--help'], 0, /templates[\s\S]*evaluate[\s\S]*route/],
    ['--version', ['--version'], 0, /^\d+\.\d+\.\d+\n$/],
    ...['templates', 'evaluate', 'check', 'why', 'cost', 'draws', 'walk', 'alternatives', 'variants', 'hpa', 'failures', 'grey', 'availability', 'maintain', 'export', 'cluster', 'schedule', 'route', 'autoscale', 'deschedule', 'locality', 'import', 'diff'].map(
      (name): [string, readonly string[], number, RegExp] => [`${name} --help`, [name, '--help'], 0, new RegExp(`Usage: zonesketch ${name}`)],
    ),
  ])('%s', (_name, args, status, out) => {
    const ran = zonesketch(args);
    expect({ status: ran.status, err: ran.err }).toEqual({ status, err: '' });
    expect(ran.out).toMatch(out);
  });
});

describe('bad input ends with 2 and one message that says where, never with a stack', () => {
  test.each<[string, readonly string[], RegExp, string?]>([
    ['no command', [], /Usage: zonesketch COMMAND/],
    ['an empty dump', ['schedule', '--cluster', '-'], /standard input: YAML: expected a v1\.List; there is nothing/],
    ['an unknown command', ['evalute'], /no command "evalute"/],
    ['an unknown option', ['evaluate', '--fromat', 'json'], /fromat.*Usage: zonesketch evaluate/],
    ['no design', ['evaluate'], /expected a DESIGN/],
    ['two designs', ['evaluate', 'a', 'b'], /unexpected argument "b"/],
    ['a missing file', ['evaluate', 'nosuch.json'], /nosuch\.json: no such file/],
    ['a folder', ['evaluate', '.'], /folder/],
    ['an unknown template', ['evaluate', '--template', 'nosuch'], /no template "nosuch".*three-zones/],
    ['a template that is a property of every object', ['evaluate', '--template', 'constructor'], /no template "constructor"/],
    ['the autoscaler of a workload that has none', ['hpa', '--template', 'local-policy', '--workload', 'web'], /--workload: no workload "web" has a HorizontalPodAutoscaler; none has/],
    ['a walk along no link', ['walk', '--template', 'three-zones', '--link', 'nosuch'], /--link: expected one of .*, not "nosuch"/],
    ['a walk by a way that is none', ['walk', '--template', 'local-policy', '--take', 'ap-northeast-2a,nosuch'], /--take: "nosuch" is no way there; the ways are asg-workers-a-0, asg-workers-b-0/],
    ['alternatives of no Service', ['alternatives', '--template', 'local-policy', '--service', 'nosuch'], /--service: there is no Service "nosuch"; there is default\/web/],
    ['no draws of alternatives', ['alternatives', '--template', 'local-policy', '--draws', '0'], /--draws: expected a whole number from 1 to 10000/],
    ['why without a pod', ['why', '--template', 'eks'], /expected a DESIGN and a POD/],
    ['why of an unknown pod', ['why', '--template', 'three-zones', 'wbe-0'], /no pod "wbe-0"; close to it: default\/web-0/],
    ['why after the loss of an unknown zone', ['why', '--template', 'three-zones', 'web-0', '--loss', 'zone-x'], /--loss: there is no zone or node "zone-x"; the zones are zone-a, zone-b, zone-c/],
    ['an unknown format', ['evaluate', '--template', 'eks', '--format', 'xml'], /--format: expected text, json, markdown/],
    ['an unknown language', ['evaluate', '--template', 'eks', '--lang', 'de'], /--lang: expected en or ko/],
    ['a seed that is none', ['evaluate', '--template', 'eks', '--seed', '-1'], /--seed/],
    ['no draws', ['draws', '--template', 'eks', '--draws', '0'], /--draws: expected a whole number from 1 to 100000, not "0"/],
    ['failures of nothing', ['failures', '--template', 'eks'], /expected one of --zone ZONE, --nodes K, --no-capacity ZONE, --returns ZONE and --headroom/],
    ['no capacity in an unknown zone', ['failures', '--template', 'eks', '--no-capacity', 'z'], /--no-capacity: there is no zone "z"; the zones are zone-a, /],
    ['no capacity and a zone at once', ['failures', '--template', 'eks', '--no-capacity', 'a', '--zone', 'b'], /expected one of --zone ZONE/],
    ['failures of an unknown zone', ['failures', '--template', 'eks', '--zone', 'z'], /--zone: there is no zone "z"; the zones are /],
    ['more dead nodes than there are', ['failures', '--template', 'eks', '--nodes', '999'], /--nodes: the design has \d+ machines, fewer than 999/],
    ['grey without a zone', ['grey', '--template', 'eks', '--loss', '5%'], /expected --zone ZONE/],
    ['a loss without its unit', ['grey', '--template', 'eks', '--zone', 'a', '--loss', '5'], /--loss: expected a percentage such as 5%, not "5"/],
    ['a latency of another unit', ['grey', '--template', 'eks', '--zone', 'a', '--latency', '1s'], /--latency: expected milliseconds such as 200ms, not "1s"/],
    ['no work', ['maintain', '--template', 'eks'], /expected one of --drain NODE\|ZONE, --shift ZONE and --upgrade GROUP/],
    ['draining nothing', ['maintain', '--template', 'eks', '--drain', 'nosuch'], /--drain: there is no node or zone "nosuch"; the zones are /],
    ['upgrading no group', ['maintain', '--template', 'eks', '--upgrade', 'nosuch'], /--upgrade: there is no group "nosuch"; the groups are /],
    ['keeping no load balancer', ['maintain', '--template', 'eks', '--shift', 'a', '--keep', 'nosuch'], /--keep: there is no load balancer "nosuch"/],
    ['broken JSON', ['evaluate', '-'], /standard input: JSON: .*line 1/, '{"zonesketch": 1,,}'],
    ['an unknown kind', ['evaluate', '-'], /standard input: entities\[0\]\.kind: expected one of the kinds/, '{"zonesketch":1,"entities":[{"id":"x","kind":"lambda"}]}'],
    ['a newer version', ['evaluate', '-'], /zonesketch: .*newer/, '{"zonesketch":2}'],
    ['a region without a sheet', ['evaluate', '-'], /settings\.region: expected one of .*ap-northeast-2/, '{"zonesketch":1,"settings":{"region":"xx-nowhere-1"}}'],
    ['damaged gzip', ['schedule', '--cluster', 'damaged.gz'], /damaged\.gz: .*gzip/],
    ['a dump that is no list', ['schedule', '--cluster', '-'], /standard input: .*items/, '{"kind":"Pod"}'],
    ['a quantity that is none', ['schedule', '--cluster', '-'], /items\[0\]\.status\.allocatable\.cpu/, JSON.stringify(list({ ...node, status: { allocatable: { cpu: 'lots' } } }))],
    ['YAML that is none', ['schedule', '--cluster', '-'], /standard input: YAML: .*line 1/, 'a: b\n  c: : d'],
    ['aliases that explode', ['schedule', '--cluster', '-'], /YAML: .*alias/i, ['a: &a [x,x,x,x,x,x,x,x,x]', ...Array.from('bcdefghi').map((l, i) => `${l}: &${l} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`)].join('\n')],
    ['no case', ['autoscale'], /expected --case FILE/],
    ['a case without a kind', ['autoscale', '--case', '-'], /standard input: kind: /, '{"cluster":{"items":[]},"nodeGroups":[]}'],
    ['a case without a file', ['deschedule'], /expected --case FILE/],
    ['a case that is none', ['deschedule', '--case', '-'], /standard input: policy: expected a DeschedulerPolicy/, '{"cluster":{"items":[]}}'],
    ['a policy that is none', ['deschedule', '--case', '-'], /standard input: policy\.apiVersion: .*descheduler\/v1alpha2/, '{"policy":{"kind":"DeschedulerPolicy"},"cluster":{"items":[]}}'],
    ['a locality case without a file', ['locality'], /expected --case FILE/],
    ['a locality case without health', ['locality', '--case', '-'], /standard input: endpoints\[0\]\.healthy: /, '{"proxy":{},"endpoints":[{"name":"a"}]}'],
    ['an unknown target', ['export', '--template', 'eks', '--target', 'pulumi', '--out', 'x'], /--target: expected terraform or kubernetes/],
    ['neither --out nor --check', ['export', '--template', 'eks', '--target', 'terraform'], /either --out DIR or --check DIR/],
    ['a command that is not there yet', ['diff', 'a', 'b'], /not in this version/],
  ])('%s', (_name, args, message, input) => {
    file('damaged.gz', gzipSync('{}').subarray(0, 12));
    const ran = zonesketch(args, input);
    expect({ status: ran.status, out: ran.out }).toEqual({ status: 2, out: '' });
    expect(ran.err).toMatch(message);
    expect(ran.err).not.toMatch(/\n\s+at /);
  });
});

describe('templates', () => {
  test('as JSON are ids and titles; one can be written and read back', () => {
    const rows = JSON.parse(zonesketch(['templates', '--format', 'json']).out) as { id: string; title: string }[];
    expect(rows[0]).toEqual({ id: 'three-zones', title: expect.any(String) });
    expect(zonesketch(['templates', 'three-zones', '--out', 'three.json'])).toEqual({ status: 0, out: '', err: '' });
    expect(zonesketch(['evaluate', 'three.json', '--format', 'json']).out).toBe(zonesketch(['evaluate', '--template', 'three-zones', '--format', 'json']).out);
  });
});

describe('evaluate', () => {
  const fields = ['design', 'quorum', 'placement', 'scaling', 'descheduler', 'failures', 'traffic', 'cost', 'findings'];

  test('an empty design has every field', () => {
    const ran = zonesketch(['evaluate', '-', '--format', 'json'], '{"zonesketch":1}');
    expect(ran.status).toBe(0);
    expect(Object.keys(JSON.parse(ran.out) as object)).toEqual(fields);
  });

  test('the same design gives the same bytes, gzipped or not, in any order', () => {
    const text = zonesketch(['templates', 'eks']).out;
    const design = JSON.parse(text) as { entities: unknown[] };
    file('eks.json.gz', gzipSync(text));
    const plain = zonesketch(['evaluate', '-', '--format', 'json'], text).out;
    expect(zonesketch(['evaluate', 'eks.json.gz', '--format', 'json']).out).toBe(plain);
    expect(zonesketch(['evaluate', '-', '--format', 'json'], JSON.stringify({ ...design, entities: design.entities.toReversed() })).out).toBe(plain);
  });

  test('each zone’s loss says how long it takes', () => {
    const { failures } = JSON.parse(zonesketch(['evaluate', '--template', 'three-zones', '--format', 'json']).out) as { failures: { zones: string[]; timeline?: { endpointsRemoved: number } }[] };
    expect(failures.map(({ zones, timeline }) => [zones.length, timeline?.endpointsRemoved])).toEqual(failures.map(({ zones }) => (zones.length === 1 ? [1, 56] : [0, undefined])));
  });

  test.each(['en', 'ko'])('text and Markdown in %s have the N-1 matrix, and how long a loss takes', (language) => {
    for (const format of ['text', 'markdown']) {
      const ran = zonesketch(['evaluate', '--template', 'three-zones', '--format', format, '--lang', language]);
      expect(ran.out).toContain('ap-northeast-2a');
      expect(ran.out).toMatch(language === 'ko' ? /56초/ : /56 s/);
      expect(/[가-힣]/.test(ran.out)).toBe(language === 'ko');
    }
  });
});

describe('check', () => {
  test.each<[string, readonly string[], number]>([
    ['three-zones', [], 0],
    ['three-zones', ['--require', 'quorum,workloads,services'], 0],
    ['two-zones', [], 1],
    ['two-zones', ['--require', 'quorum'], 1],
    ['one-zone', ['--require', 'workloads'], 1],
    ['individual-instances', ['--fail-on', 'warning'], 1],
    ['topology-keys-strict', ['--require', 'services'], 1],
  ])('%s %j', (id, args, status) => {
    expect(zonesketch(['check', '--template', id, ...args]).status).toBe(status);
  });

  test('the time that a loss takes is gated: the eviction after five minutes is within ten, not within five', () => {
    expect(zonesketch(['check', '--template', 'three-zones', '--require', 'recovery=600']).status).toBe(0);
    const { status, out } = zonesketch(['check', '--template', 'three-zones', '--require', 'recovery=300', '--format', 'json']);
    expect(status).toBe(1);
    const { broken } = JSON.parse(out) as { broken: readonly { require: string; zones: readonly string[]; seconds: number }[] };
    expect(broken.map(({ require, zones }) => [require, ...zones])).toEqual(['a', 'b', 'c'].map((letter) => ['recovery', `ap-northeast-2${letter}`]));
    for (const { seconds } of broken) expect(seconds).toBeGreaterThan(300);
    expect(zonesketch(['check', '--template', 'eks', '--require', 'recovery']).err).toMatch(/recovery=SECONDS/);
    expect(zonesketch(['check', '--template', 'eks', '--require', 'recovery=soon']).err).toMatch(/such as recovery=600/);
  });

  test('says in JSON what is broken under which loss', () => {
    const { broken } = JSON.parse(zonesketch(['check', '--template', 'two-zones', '--require', 'quorum', '--format', 'json']).out) as { broken: unknown };
    expect(broken).toEqual([{ require: 'quorum', zones: ['ap-northeast-2a'], names: [] }]);
  });

  test('refuses an unknown requirement', () => {
    expect(zonesketch(['check', '--template', 'eks', '--require', 'luck']).err).toMatch(/--require: expected some of quorum, workloads, services/);
  });
});

describe('failures', () => {
  test('pairs of zones stand behind the other rows', () => {
    const { failures } = JSON.parse(zonesketch(['evaluate', '--template', 'three-zones', '--pairs', '--format', 'json']).out) as { failures: { zones: string[] }[] };
    expect(failures.slice(-3).map(({ zones }) => zones.map((zone) => zone.slice(-1)).join('+'))).toEqual(['a+b', 'a+c', 'b+c']);
  });

  test.each([
    [['--zone', 'a', '--format', 'json'], /"failures": \[/],
    [['--nodes', '1'], /Every set was tried[\s\S]*quorum holds/],
    [['--nodes', '1', '--lang', 'ko'], /모든 조합을 시도/],
    [['--no-capacity', 'zone-b'], /No capacity in ap-northeast-2b[\s\S]*instances in ap-northeast-2b[\s\S]*Groups without ap-northeast-2c/],
    [['--no-capacity', 'b', '--format', 'json'], /"noCapacity": "ap-northeast-2b"[\s\S]*"shortOfMinimum": \d/],
    [['--no-capacity', 'b', '--lang', 'ko'], /ap-northeast-2b 용량 없음/],
    [['--returns', 'b'], /fewest in service +minimum/],
    [['--returns', 'b', '--format', 'json'], /"terminations": \[/],
    [['--headroom', '--format', 'json'], /"outcome": "(enough|grown|not-found)"/],
    [['--headroom', '--lang', 'ko'], /여유 용량/],
  ])('%j', (args, out) => {
    const ran = zonesketch(['failures', '--template', 'three-zones', ...args]);
    expect({ status: ran.status, err: ran.err }).toEqual({ status: 0, err: '' });
    expect(ran.out).toMatch(out);
  });
});

describe('maintain', () => {
  test.each([
    [['--drain', 'a', '--format', 'json'], /"outcome": "(drained|blocked)"/],
    [['--drain', 'zone-a'], /Drained|BLOCKED/],
    [['--shift', 'a', '--lang', 'ko'], /영역 전환/],
    [['--shift', 'a'], /pods run on there and are no endpoints/],
  ])('%j', (args, out) => {
    const ran = zonesketch(['maintain', '--template', 'eks', ...args]);
    expect({ status: ran.status, err: ran.err }).toEqual({ status: 0, err: '' });
    expect(ran.out).toMatch(out);
  });
});

describe('availability', () => {
  test.each([
    ['en', /etcd quorum\s+99\.982 %\s+96\.7\s+machine[\s\S]*Settled[\s\S]*zone\s+99\.97 %\s+99\.97 %\s+assumed/],
    ['ko', /etcd 쿼럼\s+99\.982 %\s+96\.7\s+머신[\s\S]*안정 후/],
  ])('for people: %s', (language, pattern) => {
    expect(zonesketch(['availability', '--template', 'three-zones', '--lang', language]).out).toMatch(pattern);
  });

  test('json: quorum as evaluate says it', () => {
    const [ours, evaluated] = ['availability', 'evaluate'].map((command) => JSON.parse(zonesketch([command, '--template', 'three-zones', '--format', 'json']).out));
    expect(ours.minutesPerYear).toBe(525_960);
    expect(ours.subjects.find(({ kind }: { kind: string }) => kind === 'quorum').atOnce.availability).toBe(evaluated.quorum.availability);
  });
});

describe('grey', () => {
  test.each([
    [['--loss', '5%', '--latency', '200ms'], /health check of lb[\s\S]*hardly ever notices it/],
    [['--loss', '5%', '--lang', 'ko'], /회색 장애[\s\S]*거의 알아차리지 못함/],
    [['--latency', '200ms', '--format', 'json'], /"notices": "never"/],
  ])('%j', (args, out) => {
    const ran = zonesketch(['grey', '--template', 'eks', '--zone', 'a', ...args]);
    expect({ status: ran.status, err: ran.err }).toEqual({ status: 0, err: '' });
    expect(ran.out).toMatch(out);
  });
});

describe('cost', () => {
  test.each([
    [[], /2 machines × 730 h[\s\S]*ap-northeast-2a -> ap-northeast-2b +22\.5\/s[\s\S]*beside the total[\s\S]*not priced/],
    [['--lang', 'ko'], /머신 2개 × 730 h[\s\S]*합계에 넣지 않음[\s\S]*무료/],
    [['--format', 'json'], /"crossZoneMonthly": 59\.48[\s\S]*"formula": "2 machines × 730 h"[\s\S]*"estimates"/],
  ])('%j', (args, out) => {
    const ran = zonesketch(['cost', '--template', 'cluster-policy', ...args]);
    expect({ status: ran.status, err: ran.err }).toEqual({ status: 0, err: '' });
    expect(ran.out).toMatch(out);
  });
});

describe('draws', () => {
  /** Two replicas apart by node only, each with a volume of its zone: they survive by luck. */
  const trap = {
    zonesketch: 1,
    settings: { controlPlane: 'eks' },
    entities: [
      ...['a', 'b'].map((letter) => ({ id: `zone-${letter}`, kind: 'zone', letter })),
      { id: 'asg', kind: 'autoScalingGroup', zones: ['zone-a', 'zone-b'], desired: 4, max: 4 },
      { id: 'gp3', kind: 'storageClass', name: 'gp3', volumeBindingMode: 'WaitForFirstConsumer' },
      { id: 'db', kind: 'workload', name: 'db', type: 'StatefulSet', replicas: 2, neededShare: 0.5, containers: [{ name: 'db' }], volumes: [{ name: 'data', storageClass: 'gp3' }], topologySpreadConstraints: [{ topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' }] },
    ],
  };

  test('as JSON name the seed of the worst, which evaluates to it', () => {
    file('trap.json', JSON.stringify(trap));
    const summary = JSON.parse(zonesketch(['draws', 'trap.json', '--draws', '40', '--format', 'json']).out) as { draws: number; survives: string; verdict: { worst: { value: string; seed: number } } };
    expect(summary).toMatchObject({ draws: 40, survives: 'byLuck', verdict: { best: { value: 'survives' }, worst: { value: 'down' } } });
    const { failures } = JSON.parse(zonesketch(['evaluate', 'trap.json', '--format', 'json', '--seed', String(summary.verdict.worst.seed)]).out) as { failures: { zones: string[]; workloads: { verdict: string }[] }[] };
    expect(failures.filter(({ zones }) => zones.length > 0).flatMap(({ workloads }) => workloads.map(({ verdict }) => verdict))).toContain('down');
  });

  test.each([
    ['en', /ONLY BY LUCK: in \d+ of 40 draws/],
    ['ko', /운이 좋을 때만 견딥니다: 추첨 40번 중 \d+번/],
  ])('as text in %s say that it is luck', (language, sentence) => {
    expect(zonesketch(['draws', '-', '--draws', '40', '--lang', language], JSON.stringify(trap)).out).toMatch(sentence);
  });
});

describe('alternatives', () => {
  test.each<[readonly string[], RegExp]>([
    [['--template', 'local-policy'], /default\/web[\s\S]*as it is +1\.50 [\s\S]*externalTrafficPolicy: Cluster +1\.00 \+ [\s\S]*59\.48 -/],
    [['--template', 'local-policy', '--service', 'web', '--draws', '3', '--lang', 'ko'], /현재 +1\.50 [\s\S]*3번 추첨/],
    [['--template', 'topology-aware-hints', '--hints'], /6 \* +hold[\s\S]*8 +vanish/],
    [['--template', 'descheduler', '--service', 'default/web', '--format', 'json'], /"id": "externalTrafficPolicy=Cluster"/],
  ])('%j', (args, out) => {
    const ran = zonesketch(['alternatives', ...args]);
    expect({ status: ran.status, err: ran.err }).toEqual({ status: 0, err: '' });
    expect(ran.out).toMatch(out);
  });
});

describe('variants', () => {
  test.each<[readonly string[], RegExp]>([
    [['--template', 'three-zones'], /\* +2 zones, hints on +1,186\.55 +-83\.27 +0\.00 +ap-northeast-2a +control plane lost +6\/8 = 75\.0 %[\s\S]*\* +hints on +1,236\.92[\s\S]* as drawn +1,269\.82 +- +32\.90/],
    [['--template', 'local-policy', '--lang', 'ko'], /\* +현재 설계 +752\.21 +- +29\.74[\s\S]*영역 3개, Cluster +942\.84 +\+190\.63/],
    [['--template', 'zonal-groups', '--format', 'json'], /"combinations": \{\s+"tried": 16,\s+"leftOut": 0\s+\},[\s\S]*"id": "zones=2 spread=none hints=on"/],
  ])('%j', (args, out) => {
    const ran = zonesketch(['variants', ...args]);
    expect({ status: ran.status, err: ran.err }).toEqual({ status: 0, err: '' });
    expect(ran.out).toMatch(out);
  });
});

describe('cluster and schedule', () => {
  test.each(['three-zones', 'regional-group', 'wait-for-first-consumer', 'topology-aware-hints'])('%s: the pending cluster, scheduled, is the predicted one', (id) => {
    const settled = JSON.parse(zonesketch(['cluster', '--template', id]).out) as { items: { kind: string; metadata: { name: string; namespace: string }; spec: { nodeName?: string } }[] };
    file('pending.json', zonesketch(['cluster', '--template', id, '--pending']).out);
    const verdicts = JSON.parse(zonesketch(['schedule', '--cluster', 'pending.json', '--mode', 'sequence']).out) as { pod: string; node?: string }[];
    const nodeOf = new Map(settled.items.filter((item) => item.kind === 'Pod').map((item) => [`${item.metadata.namespace}/${item.metadata.name}`, item.spec.nodeName]));
    expect(verdicts.length).toBeGreaterThan(0);
    for (const { pod: key, node: name } of verdicts) expect([key, name]).toEqual([key, nodeOf.get(key)]);
  });

  test('a line of an .ndjson answers in its place, a bad one with its error, and the status is 2', () => {
    const lines = [list(node, pod('a', '500m')), 'oops', { cluster: list(node, pod('b', '2')), mode: 'sequence' }].map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
    file('many.ndjson', lines.join('\n'));
    const ran = zonesketch(['schedule', '--cluster', 'many.ndjson']);
    const answers = ran.out.trim().split('\n').map((line) => JSON.parse(line) as unknown);
    expect(ran.status).toBe(2);
    expect(answers).toMatchObject([[{ pod: 'default/a', outcome: 'scheduled', node: 'n1' }], { error: expect.stringContaining('line 2') }, [{ pod: 'default/b', outcome: 'unschedulable', message: '0/1 nodes are available: 1 Insufficient cpu.' }]]);
  });

  test('even an empty line has its answer', () => {
    file('gap.ndjson', `${JSON.stringify(list(node))}\n\n${JSON.stringify(list(node, pod('a', '1m')))}\n\n`);
    const ran = zonesketch(['schedule', '--cluster', 'gap.ndjson']);
    expect(ran.status).toBe(2);
    expect(ran.out.split('\n').map((line) => line.slice(0, 9))).toEqual(['[]', '{"error":', '[{"pod":"', '']);
  });

  test('a long list in YAML is read in parts, and as a whole where an alias reaches over them', () => {
    const items = (alias: string) => Array.from({ length: 450 }, (_, i) => `- {kind: Pod, metadata: {name: p${i}}, spec: {containers: [{name: c, resources: ${i === 449 ? alias : i === 0 ? '&r {requests: {cpu: 1m}}' : '{}'}}]}}\n`).join('');
    const yaml = (alias: string) => `apiVersion: v1\nitems:\n- ${JSON.stringify(node)}\n${items(alias)}kind: List\n`;
    for (const alias of ['*r', '{}']) {
      const ran = zonesketch(['schedule', '--cluster', '-'], yaml(alias));
      expect({ status: ran.status, err: ran.err }).toEqual({ status: 0, err: '' });
      expect(JSON.parse(ran.out)).toHaveLength(450);
    }
    expect(zonesketch(['schedule', '--cluster', '-'], yaml('*gone'))).toMatchObject({ status: 2, out: '', err: expect.stringContaining('standard input: YAML: Unresolved alias') });
  });

  test('YAML documents are one dump', () => {
    const yaml = [node, pod('a', '100m')].map((item) => JSON.stringify(item)).join('\n---\n');
    expect(JSON.parse(zonesketch(['schedule', '--cluster', '-'], `---\n${yaml}`).out)).toMatchObject([{ node: 'n1' }]);
  });
});

describe('route', () => {
  test('answers each Service with a selector and names the others', () => {
    const service = (name: string, selector?: object) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'default' }, spec: { ports: [{ port: 80 }], ...(selector !== undefined && { selector }) } });
    const running = { ...pod('a', '1'), metadata: { name: 'a', namespace: 'default', labels: { app: 'a' } }, spec: { nodeName: 'n1', containers: [{ name: 'c' }] }, status: { phase: 'Running', podIP: '10.0.0.1', podIPs: [{ ip: '10.0.0.1' }], conditions: [{ type: 'Ready', status: 'True' }] } };
    const ran = zonesketch(['route', '--cluster', '-'], JSON.stringify(list(node, running, service('a', { app: 'a' }), service('other'))));
    expect(JSON.parse(ran.out)).toMatchObject([{ service: 'default/a', nodes: { n1: { internal: ['a'] } } }]);
    expect(ran.err).toContain('default/other');
  });
});

describe('autoscale', () => {
  const group = { id: 'g', min: 0, max: 3, target: 0, nodes: [], template: { ...node, status: { ...node.status, capacity: node.status.allocatable } } };
  const pending = { ...pod('a', '800m'), status: { conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }] } };
  const oneCase = { kind: 'scaleUp', options: {}, cluster: list(pending), nodeGroups: [group] };

  test('tells which group grows, and which options play no part', () => {
    const ran = zonesketch(['autoscale', '--case', '-'], JSON.stringify({ ...oneCase, options: { expander: 'most-pods', scanInterval: '10s' } }));
    expect(JSON.parse(ran.out)).toMatchObject({ result: 'successful', best: 'g', added: { g: 1 }, triggered: ['default/a'] });
    expect(ran.err).toBe('zonesketch: standard input: options that are not simulated: scanInterval\n');
  });

  test('each line of an .ndjson in its place, a bad one with its error', () => {
    const wrong = { ...oneCase, nodeGroups: [{ ...group, max: 'many' }] };
    file('cases.ndjson.gz', gzipSync([oneCase, wrong, { ...oneCase, kind: 'scaleDown', options: { now: '2026-06-01T00:00:00Z' } }].map((each) => JSON.stringify(each)).join('\n')));
    const ran = zonesketch(['autoscale', '--case', 'cases.ndjson.gz']);
    expect(ran.status).toBe(2);
    expect(ran.out.trim().split('\n').map((line) => JSON.parse(line) as unknown)).toMatchObject([{ added: { g: 1 } }, { error: expect.stringMatching(/line 2: nodeGroups\[0\]\.max: /) }, { candidates: [], unneeded: [] }]);
  });
});

describe('deschedule', () => {
  const tainted = { ...node, metadata: { name: 'n0' }, spec: { taints: [{ key: 'k', effect: 'NoSchedule' }] } };
  const owned = { ...pod('a', '1m'), metadata: { name: 'a', namespace: 'default', ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'a', uid: 'a' }] }, spec: { nodeName: 'n0' } };
  const profile = { name: 'p', pluginConfig: [{ name: 'RemovePodsViolatingNodeTaints' }], plugins: { deschedule: { enabled: ['RemovePodsViolatingNodeTaints'] } } };
  const one = { policy: { apiVersion: 'descheduler/v1alpha2', kind: 'DeschedulerPolicy', profiles: [profile] }, cluster: list(node, tainted, owned) };
  const answer = { evicted: ['default/a'], evictedPerNode: { n0: 1 } };

  test('one case', () => expect(JSON.parse(zonesketch(['deschedule', '--case', '-'], JSON.stringify(one)).out)).toEqual(answer));

  test('a line of an .ndjson.gz answers in its place, a bad one with its error, and the status is 2', () => {
    file('cases.ndjson.gz', gzipSync([JSON.stringify(one), 'oops', JSON.stringify({ ...one, policy: null }), JSON.stringify(one)].join('\n')));
    const ran = zonesketch(['deschedule', '--case', 'cases.ndjson.gz']);
    expect(ran.status).toBe(2);
    expect(ran.out.trim().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([answer, { error: expect.stringContaining('line 2: JSON:') }, { error: expect.stringContaining('line 3: policy: expected') }, answer]);
  });
});

describe('locality', () => {
  const one = { proxy: { locality: 'r/a' }, endpoints: [{ name: 'a', healthy: true }] };
  const answer = { pilot: { panicThreshold: 0, localities: [{ endpoints: [{ name: 'a', health: 'HEALTHY' }] }] }, computed: { shares: { a: 1 } } };

  test('one case', () => expect(JSON.parse(zonesketch(['locality', '--case', '-'], JSON.stringify(one)).out)).toMatchObject(answer));

  test('each line of an .ndjson in its place, a bad one with its error', () => {
    file('cases.ndjson.gz', gzipSync([one, { ...one, proxy: 'x' }, one].map((each) => JSON.stringify(each)).join('\n')));
    const ran = zonesketch(['locality', '--case', 'cases.ndjson.gz']);
    expect(ran.status).toBe(2);
    expect(ran.out.trim().split('\n').map((line) => JSON.parse(line) as unknown)).toMatchObject([answer, { error: expect.stringContaining('line 2: proxy: ') }, answer]);
  });
});

describe.each(['terraform', 'kubernetes'])('export --target %s', (target) => {
  const args = ['export', '--template', 'three-zones', '--target', target];

  test('writes into an empty folder, is fresh, gets stale, and --force mends it without touching others', () => {
    const out = `out-${target}`;
    expect(zonesketch([...args, '--out', out]).status).toBe(0);
    const files = readdirSync(join(folder, out));
    expect(files.some((name) => (target === 'terraform' ? name.endsWith('.tf') : name === 'kustomization.yaml'))).toBe(true);
    expect(files).toContain('README.md');
    expect(zonesketch([...args, '--check', out]).status).toBe(0);

    expect(zonesketch([...args, '--out', out])).toMatchObject({ status: 2, err: expect.stringContaining('--force') });
    writeFileSync(join(folder, out, 'mine.txt'), 'mine');
    writeFileSync(join(folder, out, 'README.md'), 'changed');
    const stale = zonesketch([...args, '--check', out]);
    expect(stale.status).toBe(1);
    expect(stale.out).toContain('README.md');
    expect(zonesketch([...args, '--out', out, '--force']).status).toBe(0);
    expect(zonesketch([...args, '--check', out]).status).toBe(0);
    expect(readFileSync(join(folder, out, 'mine.txt'), 'utf8')).toBe('mine');
  });

  test('never writes over what it did not write', () => {
    const out = `foreign-${target}`;
    mkdirSync(join(folder, out));
    writeFileSync(join(folder, out, 'README.md'), 'mine');
    expect(zonesketch([...args, '--out', out, '--force']).status).toBe(2);
    expect(readFileSync(join(folder, out, 'README.md'), 'utf8')).toBe('mine');
    expect(readdirSync(join(folder, out))).toEqual(['README.md']);
  });
});

describe('why', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['a pod that runs', ['web-0'], ['default/web-0: runs on asg-workers-a-1', 'Nodes that fit: 5']],
    ['after a loss, in Korean', ['default/kafka-0', '--loss', 'zone-a', '--lang', 'ko'], ['default/kafka-0: Pending', 'kafka의 볼륨을 모든 영역에서 쓸 수 있는 EFS로 이동 (asg-workers-b-2에서 실행, Pending 2 -> 1)', '항목 2개의 값 4개 변경, 포기하는 보장: 블록 스토리지(EFS는 NFS), 파드 3개 새로 만듦, 월 +$71.64', '들어갈 수 없는 노드: 7개']],
  ])('%s', (_name, args, lines) => {
    const { status, out } = zonesketch(['why', '--template', 'regional-group-ebs', ...args]);
    expect(status).toBe(0);
    for (const line of lines) expect(out).toContain(line);
  });

  test('--json: the explanation and what would let the pod run', () => {
    const { out } = zonesketch(['why', '--template', 'regional-group-ebs', 'kafka-0', '--loss', 'ap-northeast-2a', '--json']);
    expect(JSON.parse(out)).toMatchObject({ pod: 'default/kafka-0', outcome: 'pending', node: null, relaxations: [{ id: 'move-to-efs', resolved: 1, size: { entities: 2, fields: 4, weakens: ['blockStorage'], pods: 3, monthly: 71.64 } }], relaxationsComplete: true });
  });
});
