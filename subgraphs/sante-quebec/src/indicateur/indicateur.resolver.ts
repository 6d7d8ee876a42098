import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { MostListed } from '@palier/runtime/bound-lists';
import { CODE_INDICATEUR, parseCode } from '@palier/runtime/code-format';
import { parseFreeText } from '@palier/runtime/free-text';
import { ListSize } from '@palier/runtime/demand';
import { defineExtension, defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, Float, ID, Query, Resolver, Root } from 'type-graphql';
import { keepNamed, TEXTE_DE_NOM } from '../keep-named.ts';
import { Exigence, MOST_VALEURS } from '../other-levels/exigence.type.ts';
import type { Context } from '../tables.ts';
import { judgeForGraph } from '../verdict/judge-for-graph.ts';
import type { Verdict } from '../verdict/verdict.type.ts';
import {
  exigencesByIndicateur,
  indicateurByExigence,
  indicateurLoader,
  readIndicateurs,
} from './indicateur.loader.ts';
import { ValeurAJuger, type ValeurJugee } from '../verdict/valeur-jugee.type.ts';
import { Indicateur } from './indicateur.type.ts';

export const indicateurReference = defineReferenceByCode('Indicateur', indicateurLoader);

export const exigenceReference = defineExtension('Exigence');

@Resolver(() => Indicateur)
export class IndicateurResolver {
  @ListSize(9)
  @Query(() => [Indicateur], {
    description: 'Les indicateurs déduits des exigences chiffrées du document 003.',
  })
  indicateurs(
    @Ctx() context: Context,
    @Arg('texte', () => String, TEXTE_DE_NOM) texte?: string | null,
  ): Awaitable<Indicateur[]> {
    const asked = parseFreeText('texte', texte);
    return chain(readIndicateurs(context, 'tous'), (all) =>
      keepNamed(all, asked, ({ code, nom }) => [code, nom, 'indicateur']),
    );
  }

  @Query(() => Indicateur, { nullable: true, description: 'Un indicateur ; nul si le code est inconnu.' })
  indicateur(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<Indicateur | null> {
    return indicateurLoader.load(context, parseCode(CODE_INDICATEUR, code));
  }

  @FieldResolver()
  exigences(@Root() { code }: Indicateur, @Ctx() context: Context): Awaitable<Exigence[]> {
    return exigencesByIndicateur.load(context, code);
  }
}

@Resolver(() => Exigence)
export class ExigenceResolver {
  @FieldResolver(() => Indicateur, {
    nullable: true,
    description: 'Indicateur qui met cette exigence au travail ; nul s’il n’y en a pas.',
  })
  indicateur(@Root() { code }: Exigence, @Ctx() context: Context): Awaitable<Indicateur | null> {
    return indicateurByExigence.load(context, code);
  }

  @FieldResolver()
  verdict(
    @Root() exigence: Exigence,
    @Arg('valeur', () => Float, { description: 'Valeur à juger, dans l’unité du seuil.' }) valeur: number,
    @Arg('volet', () => String, {
      nullable: true,
      description: 'Volet jugé, quand l’exigence en a plusieurs : « en personne » ou « par téléphone ».',
    })
    volet?: string | null,
  ): Verdict | null {
    return judgeValeur({ valeur, volet: volet ?? null }, exigence);
  }

  @MostListed(MOST_VALEURS)
  @FieldResolver()
  verdicts(
    @Root() exigence: Exigence,
    @Arg('valeurs', () => [ValeurAJuger], { description: 'Valeurs à juger, chacune dans l’unité du seuil.' })
    valeurs: ValeurAJuger[],
  ): ValeurJugee[] | null {
    const judged = valeurs.flatMap((one) => {
      const verdict = judgeValeur(one, exigence);
      return verdict === null ? [] : [{ valeur: one.valeur, volet: one.volet ?? null, verdict }];
    });
    return judged.length === valeurs.length ? judged : null;
  }
}

const judgeValeur = ({ valeur, volet }: ValeurAJuger, exigence: Exigence): Verdict | null =>
  judgeForGraph({ valeur, unite: null, volet: parseFreeText('volet', volet) }, exigence, undefined);
