import { type Awaitable, chain, gather } from '@palier/runtime/awaitable';
import { CODE_EXIGENCE, parseCode } from '@palier/runtime/code-format';
import { ListSize } from '@palier/runtime/demand';
import { EXERCICE, PERIODES_PAR_EXERCICE, listPeriodes, toPeriode } from '@palier/runtime/exercice';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { owedIn } from '../absence/owed-in.ts';
import { TerritoireClsc } from '../other-levels/extended.type.ts';
import type { Context } from '../tables.ts';
import { loadUnite } from './load-unite.ts';
import { mesureId, type MesureKey } from './mesure-id.ts';
import { MESURES_ABSENTES, mesureLoader } from './mesure.loader.ts';
import { PointSerie } from './serie.type.ts';

@Resolver(() => TerritoireClsc)
export class TerritoireSerieResolver {
  @ListSize(PERIODES_PAR_EXERCICE)
  @FieldResolver(() => [PointSerie], {
    nullable: true,
    description:
      'Ce qui est mesuré d’une exigence aux treize périodes d’un exercice, dans l’ordre : chacune a sa mesure, ou dit son absence. FILTRE_INVALIDE quand l’exigence se mesure par volet et que `volet` ne dit pas lequel.',
  })
  serie(
    @Root() { code }: TerritoireClsc,
    @Ctx() context: Context,
    @Arg('exigence', () => ID, { description: 'Exigence, par exemple « A-P11:INFO_SOCIAL ».' })
    exigenceCode: string,
    @Arg('exercice', () => ID, { description: 'Exercice, par exemple « 2025-2026 ».' }) exerciceCode: string,
    @Arg('volet', () => String, {
      nullable: true,
      description: 'Volet, « en personne » ou « par téléphone », quand l’exigence en a.',
    })
    volet?: string | null,
  ): Awaitable<PointSerie[]> {
    const exigence = parseCode(CODE_EXIGENCE, exigenceCode);
    const exercice = parseCode(EXERCICE, exerciceCode);
    const keys = listPeriodes(exercice).map((periode) => ({
      periode,
      territoire: code,
      exigence,
      volet: volet ?? null,
    }));
    return chain(loadUnite(context, exigence, volet ?? null), () =>
      gather(keys.map((key) => loadPoint(context, key))),
    );
  }
}

function loadPoint(context: Context, key: MesureKey): Awaitable<PointSerie> {
  const periode = toPeriode(key.periode);
  return chain(mesureLoader.load(context, mesureId(key)), (mesure) =>
    mesure === null
      ? chain(owedIn(context, MESURES_ABSENTES, key), (absence) => ({ periode, mesure, absence }))
      : { periode, mesure, absence: null },
  );
}
