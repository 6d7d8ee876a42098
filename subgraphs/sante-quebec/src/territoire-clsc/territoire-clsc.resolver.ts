import type { AbsenceValue } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import type { DemandeCampagne } from '@palier/runtime/demande-campagne.type';
import { toProvenance } from '@palier/runtime/provenance';
import { defineExtension } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { loadBilanAbsence } from '../bilan/bilan-absence.loader.ts';
import { bilanLoader } from '../bilan/bilan.loader.ts';
import type { Bilan } from '../bilan/bilan.type.ts';
import { CAMPAGNE_OR_CURRENT, loadCampagneOrCurrent } from '../campagne/campagne.loader.ts';
import { demandesByEtablissement } from '../demande/demande.loader.ts';
import {
  loadEtablissementOfTerritoire,
  responsabiliteByTerritoire,
} from '../etablissement/etablissement.loader.ts';
import { Etablissement } from '../etablissement/etablissement.type.ts';
import type { Provenance } from '../provenance/provenance.type.ts';
import type { Context } from '../tables.ts';
import { TerritoireClsc } from './territoire-clsc.type.ts';

export const territoireClscReference = defineExtension('TerritoireClsc');

@Resolver(() => TerritoireClsc)
export class TerritoireClscResolver {
  @FieldResolver(() => Etablissement, {
    nullable: true,
    description:
      'Établissement qui répond du territoire : celui qui dirige son RTS. Déduit : voir `provenanceEtablissement`.',
  })
  etablissement(@Root() { code }: TerritoireClsc, @Ctx() context: Context): Awaitable<Etablissement | null> {
    return loadEtablissementOfTerritoire(context, code);
  }

  @FieldResolver()
  async provenanceEtablissement(
    @Root() { code }: TerritoireClsc,
    @Ctx() context: Context,
  ): Promise<Provenance | null> {
    const responsabilite = await responsabiliteByTerritoire.load(context, code);
    return responsabilite && toProvenance(responsabilite.provenance);
  }

  @FieldResolver()
  demandes(@Root() { code }: TerritoireClsc, @Ctx() context: Context): Awaitable<DemandeCampagne[]> {
    return chain(responsabiliteByTerritoire.load(context, code), (responsabilite) =>
      responsabilite === null
        ? []
        : chain(demandesByEtablissement.load(context, responsabilite.etablissement_code), (demandes) =>
            demandes.map((demande) => ({ ...demande, territoires: [code] })),
          ),
    );
  }

  @FieldResolver()
  bilan(
    @Root() { code }: TerritoireClsc,
    @Ctx() context: Context,
    @Arg('campagne', () => ID, CAMPAGNE_OR_CURRENT) campagneCode?: string | null,
  ): Awaitable<Bilan | null> {
    return chain(
      loadCampagneOrCurrent(context, campagneCode ?? null),
      (campagne) => campagne && bilanLoader.load(context, { campagne: campagne.code, territoire: code }),
    );
  }

  @FieldResolver()
  bilanAbsence(
    @Root() { code }: TerritoireClsc,
    @Ctx() context: Context,
    @Arg('campagne', () => ID, CAMPAGNE_OR_CURRENT) campagneCode?: string | null,
  ): Awaitable<AbsenceValue | null> {
    return loadBilanAbsence(context, { code: campagneCode ?? null, place: code }, (campagne) =>
      bilanLoader.load(context, { campagne, territoire: code }),
    );
  }
}
