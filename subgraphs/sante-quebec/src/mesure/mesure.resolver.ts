import { defineExtension } from '@palier/runtime/reference';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { judgeForGraph } from '../verdict/judge-for-graph.ts';
import type { Verdict } from '../verdict/verdict.type.ts';
import { Mesure } from './mesure.type.ts';

export const mesureReference = defineExtension('Mesure');

@Resolver(() => Mesure)
export class MesureResolver {
  @FieldResolver()
  verdict(@Root() { valeur, unite, volet, campagne, exigence, provenance }: Mesure): Verdict | null {
    const measure = {
      valeur: valeur ?? null,
      unite: unite ?? null,
      volet: volet ?? null,
      exercice: campagne ?? null,
    };
    return judgeForGraph(measure, exigence, provenance?.origine);
  }
}
