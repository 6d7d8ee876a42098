import type { Entity } from '@palier/runtime/entity';
import { DocumentTexteResolver } from './texte.resolver.ts';
import { TexteDocument } from './texte.type.ts';

export const texte: Entity = { types: [TexteDocument], resolvers: [DocumentTexteResolver] };
