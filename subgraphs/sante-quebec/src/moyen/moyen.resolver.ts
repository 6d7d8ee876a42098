import { toProvenance } from '@palier/runtime/provenance';
import { Ctx, Query, Resolver } from 'type-graphql';
import { owedBySanteQuebec } from '../absence/absence.type.ts';
import type { Context } from '../tables.ts';
import { type MoyenTable, listMoyens } from './moyen.queries.ts';
import { LevierNational, MecanismeAppartenance, Outil } from './moyen.type.ts';

const MANDAT_OUTILS = 'S1';
const MANDAT_LEVIERS = 'S3';

@Resolver()
export class MoyenResolver {
  @Query(() => [Outil], {
    description: 'Les trois sortes d’outils que le document 004 nomme, sans en donner le contenu.',
  })
  async outils(@Ctx() { database }: Context): Promise<Outil[]> {
    return (await listMoyens(database, 'outil')).map((row) => toMoyen(row, MANDAT_OUTILS));
  }

  @Query(() => [LevierNational], {
    description: 'Les trois leviers nationaux que le document 004 nomme, sans en donner le contenu.',
  })
  async leviersNationaux(@Ctx() { database }: Context): Promise<LevierNational[]> {
    return (await listMoyens(database, 'levier_national')).map((row) => toMoyen(row, MANDAT_LEVIERS));
  }

  @Query(() => MecanismeAppartenance, {
    description: 'Mécanisme qui confirmera à chaque personne son CLSC d’appartenance.',
  })
  mecanismeAppartenance(): MecanismeAppartenance {
    return {
      obligation: { code: 'X-SQ2' },
      proposition: null,
      echeancier: null,
      absence: owedBySanteQuebec(
        null,
        'Le document 004 demande à Santé Québec de proposer un mécanisme et un échéancier (2.3, L1055-1057, obligation X-SQ2) : ni l’un ni l’autre n’est dans les documents.',
      ),
      provenance: toProvenance({ origine: 'TEXTE', document: '004', section: '2.3', lignes: 'L1055-1057' }),
    };
  }
}

function toMoyen(row: MoyenTable, mandat: string): Outil {
  return {
    code: row.code,
    nom: row.nom,
    mandat: { code: mandat },
    absence: owedBySanteQuebec(mandat, row.manque),
    provenance: toProvenance(row.provenance),
  };
}
