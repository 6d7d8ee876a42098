import 'reflect-metadata';
import { defineSubgraph } from '@palier/runtime/subgraph';
import * as territoires from '../migrations/001-territoires.ts';
import { load } from './birth.ts';
import {
  RegionResolver,
  ReseauLocalResolver,
  ReseauTerritorialResolver,
  RuisssResolver,
  decoupageReferences,
} from './decoupage/decoupage.resolver.ts';
import { Region, ReseauLocal, ReseauTerritorial, Ruisss } from './decoupage/decoupage.type.ts';
import { DocumentResolver, ProvenanceResolver, documentReference } from './document/document.resolver.ts';
import { Document } from './document/document.type.ts';
import {
  TerritoireClscResolver,
  territoireClscReference,
} from './territoire-clsc/territoire-clsc.resolver.ts';
import { TerritoireClsc } from './territoire-clsc/territoire-clsc.type.ts';

/** The strategic level: the ministry says what must be. */
export const msss = defineSubgraph({
  name: 'msss',
  migrations: { '001-territoires': territoires },
  load,
  entities: [Document, ReseauLocal, ReseauTerritorial, Region, Ruisss, TerritoireClsc],
  references: [documentReference, ...decoupageReferences, territoireClscReference],
  resolvers: [
    DocumentResolver,
    ProvenanceResolver,
    ReseauLocalResolver,
    ReseauTerritorialResolver,
    RegionResolver,
    RuisssResolver,
    TerritoireClscResolver,
  ],
});
