import { toProvenance } from '@palier/runtime/provenance';
import { defineExtension } from '@palier/runtime/reference';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { Exigence, Seuil } from '../other-levels/exigence.type.ts';
import type { Provenance } from '../provenance/provenance.type.ts';
import { type JudgedExigence, judge } from '../verdict/judge.ts';
import type { Verdict } from '../verdict/verdict.type.ts';
import { Mesure } from './mesure.type.ts';

export const mesureReference = defineExtension('Mesure');

@Resolver(() => Mesure)
export class MesureResolver {
  @FieldResolver()
  verdict(@Root() { valeur, unite, volet, exigence, provenance }: Mesure): Verdict | null {
    if (!isComplete(exigence)) return null;
    const judgement = judge({ valeur: valeur ?? null, unite: unite ?? null, volet: volet ?? null }, exigence);
    return {
      etat: judgement.etat,
      parSource: [...judgement.parSource],
      ecarts: [...judgement.ecarts],
      motif: judgement.motif,
      provenance: provenanceOfVerdict(provenance),
    };
  }
}

/** Without the ministry's part of the exigence there is nothing to judge by. */
function isComplete(exigence: Exigence | null | undefined): exigence is Exigence & JudgedExigence<Seuil> {
  return exigence?.statut !== undefined && exigence.assertions !== undefined && exigence.ecarts !== undefined;
}

function provenanceOfVerdict(measure: Provenance | undefined): Provenance {
  const isDemonstration = measure?.origine === 'DEMONSTRATION';
  return toProvenance({
    origine: isDemonstration ? 'DEMONSTRATION' : 'INFERENCE',
    confiance: 'inféré',
    note: 'comparaison faite par Palier : le document 004 ne cite pas le document 003, et les rattacher est une inférence (X-14)',
  });
}
