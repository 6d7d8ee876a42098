import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundle } from '@palier/test/bundle';
import { startNode } from '@palier/test/program';

const PROGRAM = `
import { parse } from 'graphql';
import { createWorkerPlanner } from '${join(import.meta.dirname, 'worker-planner.ts')}';
const supergraphSdl = process.env.SUPERGRAPH_SDL;
const { planner } = await createWorkerPlanner({ supergraphSdl });
const { plan } = await planner.plan(parse('{ a }'), undefined, new Set());
console.log(JSON.stringify(plan));
`;

const SUPERGRAPH_SDL = `
schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) { query: Query }
directive @join__graph(name: String!, url: String!) on ENUM_VALUE
directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
directive @join__enumValue(graph: join__Graph!) repeatable on ENUM_VALUE
directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION
directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
scalar join__FieldSet
scalar link__Import
enum link__Purpose { SECURITY EXECUTION }
enum join__Graph { ONE @join__graph(name: "one", url: "http://127.0.0.1/one") }
type Query @join__type(graph: ONE) { a: Int }`;

it('plans on its thread once bundled, under plain node', async () => {
  // Inside the workspace, so that what is left out of the bundle is found.
  const folder = await mkdtemp(join(import.meta.dirname, '../../../.bundle-'));
  try {
    await writeFile(join(folder, 'program.ts'), PROGRAM);
    const planner = join(import.meta.dirname, 'planner-worker.ts');
    await bundle({ main: join(folder, 'program.ts'), 'planner-worker': planner }, folder);
    const program = startNode([join(folder, 'main.js')], { env: { SUPERGRAPH_SDL } });
    expect(await program.ended).toBe(0);
    expect(JSON.parse(program.wrote())).toMatchObject({
      node: { kind: 'Fetch', serviceName: 'one', operation: '{a}' },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
