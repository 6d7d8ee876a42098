import { defineExtension } from '@palier/runtime/reference';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { judgeForGraph } from '../verdict/judge-for-graph.ts';
import type { Verdict } from '../verdict/verdict.type.ts';
import { LigneReddition } from './ligne-reddition.type.ts';

export const ligneRedditionReference = defineExtension('LigneReddition');

@Resolver(() => LigneReddition)
export class LigneRedditionResolver {
  @FieldResolver()
  verdict(@Root() { valeur, unite, volet, periode, exigence, provenance }: LigneReddition): Verdict | null {
    const measure = {
      valeur: valeur ?? null,
      unite: unite ?? null,
      volet: volet ?? null,
      exercice: periode?.exercice ?? null,
    };
    return judgeForGraph(measure, exigence, provenance?.origine);
  }
}
