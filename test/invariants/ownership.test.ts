import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OWNERS } from '@palier/schema/owners';
import { listSubgraphSdls } from '@palier/schema/committed-schema';
import { findOwnershipFaults } from '@palier/schema/ownership-faults';
import { SUPERGRAPH } from '@palier/start/open-house';
import { Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';
import { readPublicApi } from './public-api.ts';

describe('V8: each level', () => {
  it('defines only the fields that are its own, or that it was granted', () => {
    expect(findOwnershipFaults(listSubgraphSdls())).toEqual([]);
  });

  it('can be written to by acts alone, each with a key of its author: and by the levels that countersign', () => {
    const api = readPublicApi();
    const written = Object.values(api.getMutationType()?.getFields() ?? {});
    expect(written.length).toBeGreaterThan(5);
    for (const { name, args } of written)
      expect(args.some((given) => given.name === 'cle') || name.startsWith('contresignature'), name).toBe(
        true,
      );
    expect(api.getSubscriptionType()).toBeUndefined();
  });

  it.each(['Standard', 'Exigence', 'Mandat', 'RoleClsc', 'Ecart'])(
    'other than the ministry states nothing of a %s',
    (name) => {
      const granted = Object.values(OWNERS[name]?.grants ?? {}).flat();
      const stated = levelsOfFields(name).filter(([field]) => !granted.includes(field));
      expect(stated.length).toBeGreaterThan(2);
      for (const [field, levels] of stated) expect(levels, `${name}.${field}`).toEqual(['MSSS']);
    },
  );
});

/** The levels that give each field of a type but its key, as the supergraph says. */
function levelsOfFields(name: string): (readonly [string, readonly string[]])[] {
  const type = parse(readFileSync(SUPERGRAPH, 'utf8')).definitions.find(
    (node): node is ObjectTypeDefinitionNode =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === name,
  );
  const all = (type?.directives ?? []).flatMap((directive) =>
    directive.name.value === 'join__type' ? [readGraph(directive)] : [],
  );
  return (type?.fields ?? [])
    .filter((field) => field.name.value !== 'code')
    .map((field) => {
      const joins = (field.directives ?? []).filter((directive) => directive.name.value === 'join__field');
      const giving = joins.filter(
        (join) => !join.arguments?.some((argument) => argument.name.value === 'external'),
      );
      return [field.name.value, joins.length === 0 ? all : giving.map(readGraph)] as const;
    });
}

function readGraph(directive: NonNullable<ObjectTypeDefinitionNode['directives']>[number]): string {
  const value = directive.arguments?.find((argument) => argument.name.value === 'graph')?.value;
  return value?.kind === Kind.ENUM ? value.value : '';
}
