import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { ElementResolver, ElementRoots, elementReference } from './element.resolver.ts';
import { Element } from './element.type.ts';

export const element: Entity = {
  types: [Element],
  references: [elementReference],
  resolvers: [ElementResolver, ElementRoots],
  versions: () => [
    defineVersions(Element, { table: 'element', fields: ['groupe', 'enonce', 'note', 'nonDit'] }),
  ],
};
