import { defineExtension } from '@palier/runtime/reference';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { judgeFigure } from '../verdict/judge-for-graph.ts';
import type { Verdict } from '../verdict/verdict.type.ts';
import { LigneReddition } from './ligne-reddition.type.ts';

export const ligneRedditionReference = defineExtension('LigneReddition');

@Resolver(() => LigneReddition)
export class LigneRedditionResolver {
  @FieldResolver()
  verdict(@Root() ligne: LigneReddition): Verdict | null {
    return judgeFigure(ligne, ligne.periode?.exercice ?? null);
  }
}
