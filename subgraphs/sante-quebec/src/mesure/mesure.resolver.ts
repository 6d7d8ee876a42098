import { defineExtension } from '@palier/runtime/reference';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { judgeFigure } from '../verdict/judge-for-graph.ts';
import type { Verdict } from '../verdict/verdict.type.ts';
import { Mesure } from './mesure.type.ts';

export const mesureReference = defineExtension('Mesure');

@Resolver(() => Mesure)
export class MesureResolver {
  @FieldResolver()
  verdict(@Root() mesure: Mesure): Verdict | null {
    return judgeFigure(mesure, mesure.campagne ?? null);
  }
}
