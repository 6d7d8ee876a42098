import type { Awaitable } from '@palier/runtime/awaitable';
import { ListSize } from '@palier/runtime/demand';
import { toProvenance } from '@palier/runtime/provenance';
import { Ctx, Query, Resolver } from 'type-graphql';
import { owedBySanteQuebec } from '../absence/absence.type.ts';
import type { Context } from '../tables.ts';
import { readMoyens } from './moyen.loader.ts';
import { LevierNational, MecanismeAppartenance, Outil } from './moyen.type.ts';

@Resolver()
export class MoyenResolver {
  @ListSize(3)
  @Query(() => [Outil], {
    description: 'Les trois sortes d’outils que le document 004 nomme, sans en donner le contenu.',
  })
  outils(@Ctx() context: Context): Awaitable<Outil[]> {
    return readMoyens(context, 'outil');
  }

  @ListSize(3)
  @Query(() => [LevierNational], {
    description: 'Les trois leviers nationaux que le document 004 nomme, sans en donner le contenu.',
  })
  leviersNationaux(@Ctx() context: Context): Awaitable<LevierNational[]> {
    return readMoyens(context, 'levier_national');
  }

  @Query(() => MecanismeAppartenance, {
    description: 'Mécanisme par lequel chacun se verra confirmer son CLSC d’appartenance.',
  })
  mecanismeAppartenance(): MecanismeAppartenance {
    return {
      obligation: { code: 'X-SQ2' },
      proposition: null,
      echeancier: null,
      absence: owedBySanteQuebec(
        null,
        '004, 2.3, L1055-1057',
        'Le document 004 demande à Santé Québec de proposer un mécanisme et un échéancier (2.3, L1055-1057, obligation X-SQ2) : ni l’un ni l’autre n’est dans les documents.',
      ),
      provenance: toProvenance({ origine: 'TEXTE', document: '004', section: '2.3', lignes: 'L1055-1057' }),
    };
  }
}
