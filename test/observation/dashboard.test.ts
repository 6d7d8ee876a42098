import { readFileSync } from 'node:fs';
import { openGateway } from '@palier/gateway/testing/open-gateway';
import { serveSubgraph } from '@palier/gateway/testing/subgraph-servers';
import { composeTwoSubgraphs } from '@palier/gateway/testing/two-subgraphs';
import { beforeAll, describe, expect, it } from 'vitest';

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly w: number };
  readonly datasource?: { readonly uid: string };
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
}

interface Dashboard {
  readonly schemaVersion: number;
  readonly templating: {
    readonly list: readonly { readonly name: string; readonly type: string; readonly query: unknown }[];
  };
  readonly panels: readonly Panel[];
}

const DASHBOARD = JSON.parse(
  readFileSync(new URL('../../docs/grafana/palier.json', import.meta.url), 'utf8'),
) as Dashboard;
const TARGETS = DASHBOARD.panels.flatMap(({ title, targets = [] }) =>
  targets.map((target) => ({ title, ...target })),
);
const METRIC = /\b(?:palier|process|nodejs)_\w+/g;
/** What Prometheus adds to each series itself. */
const ADDED = ['instance', 'job'];

/** The labels of each series of `/metrics`, by its name. */
const labels = new Map<string, Set<string>>();
let text = '';

beforeAll(async () => {
  const [regions, mesures] = await Promise.all([serveSubgraph('regions'), serveSubgraph('mesures')]);
  const gateway = await openGateway({
    supergraph: { sdl: composeTwoSubgraphs({ regions: regions.url, mesures: mesures.url }) },
    metrics: true,
    logLevel: 'error',
  });
  const { url } = await gateway.listen(0, '127.0.0.1');
  await (await fetch(`${url}/graphql?query={regions{nom population}}`)).text();
  text = await (await fetch(`${url}/metrics`)).text();
  for (const [, name = '', pairs = ''] of text.matchAll(/^(\w+)(?:\{(.*)\})? \S+$/gm)) {
    const known = labels.get(name) ?? new Set();
    for (const [, label = ''] of pairs.matchAll(/(\w+)="/g)) known.add(label);
    labels.set(name, known);
  }
  await gateway.stop();
  await Promise.all([regions.close(), mesures.close()]);
});

describe('the Grafana dashboard', () => {
  it('takes its data from a source that is chosen when it is imported', () => {
    expect(DASHBOARD.schemaVersion).toBeGreaterThanOrEqual(36);
    expect(DASHBOARD.templating.list.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'datasource datasource',
      'instance query',
    ]);
    const panels = DASHBOARD.panels.filter(({ type }) => type !== 'row');
    expect(panels.length).toBeGreaterThan(15);
    for (const { datasource } of panels) expect(datasource?.uid).toBe('${datasource}');
  });

  it('lays panels that each have a place and a number of their own', () => {
    expect(new Set(DASHBOARD.panels.map(({ id }) => id)).size).toBe(DASHBOARD.panels.length);
    for (const { gridPos } of DASHBOARD.panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
  });

  it.each(TARGETS)('asks what /metrics gives: $title, $legendFormat', ({ expr, legendFormat }) => {
    const metrics = expr.match(METRIC) ?? [];
    expect(metrics.length).toBeGreaterThan(0);
    expect(metrics.filter((name) => !labels.has(name))).toEqual([]);
    const known = new Set([...ADDED, ...metrics.flatMap((name) => [...(labels.get(name) ?? [])])]);
    const grouped = [...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, names = '']) => names.split(/, */));
    const selected = [...expr.matchAll(/(\w+)\s*=~?"/g)].map(([, name = '']) => name);
    const shown = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
    expect([...grouped, ...selected, ...shown].filter((name) => !known.has(name))).toEqual([]);
    const values = [...expr.matchAll(/(\w+="\w+")/g)].map(([pair]) => pair);
    expect(values.filter((pair) => !text.includes(pair))).toEqual([]);
    if (grouped.length > 0) expect(shown.filter((name) => !grouped.includes(name))).toEqual([]);
  });

  it('leaves no figure of the gateway out, nor does the page', () => {
    const asked = new Set(TARGETS.flatMap(({ expr }) => expr.match(METRIC) ?? []).map(familyOf));
    const page = readFileSync(new URL('../../docs/observation.md', import.meta.url), 'utf8');
    const given = [...text.matchAll(/^# HELP (palier_\w+)/gm)].map(([, name = '']) => name);
    expect(given.filter((name) => !asked.has(name))).toEqual([]);
    expect(given.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});

/** One histogram gives three series. */
const familyOf = (series: string): string => series.replace(/_(bucket|sum|count)$/, '');
