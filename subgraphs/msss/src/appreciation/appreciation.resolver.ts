import { Cost } from '@palier/runtime/demand';
import { type AbsenceValue, nothingOwed, owedBy } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { CODE_CAMPAGNE, parseCode } from '@palier/runtime/code-format';
import { toInstant } from '@palier/runtime/instant';
import { act } from '@palier/runtime/acts/act';
import type { ActionPossible } from '@palier/runtime/acts/acte.type';
import { type ActeValue, showActe } from '@palier/runtime/acts/journal.loader';
import { listActions } from '@palier/runtime/acts/list-actions';
import { toLocalDay } from '@palier/runtime/local-day';
import { defineExtension } from '@palier/runtime/reference';
import { Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../tables.ts';
import { type Appreciation as Contenu, apprecierBilan } from './appreciation.actes.ts';
import { appreciationsByCampagne } from './appreciation.loader.ts';
import {
  Appreciation,
  AppreciationResultat,
  type AppreciationValue,
  ApprecierBilanArgs,
  Campagne,
  type VersionAppreciation,
} from './appreciation.type.ts';
import { prepareAppreciation } from './prepare-appreciation.ts';

export const campagneReference = defineExtension('Campagne');

const oweAppreciation = (motif: string): AbsenceValue =>
  owedBy(
    { palier: 'MSSS', mandat: 'M6', dit: null },
    `${motif} : il détermine l’évaluation et la reddition de comptes (004, 3.2.1, L1787-1788), et en déduire qu’il apprécie chaque bilan est une inférence.`,
  );

const NON_APPRECIEE = oweAppreciation('Le ministère n’a pas encore apprécié les bilans transmis');

/** What was transmitted last is not what was appreciated last. */
const sayNotYet = (transmiseLe: string, last: VersionAppreciation): AbsenceValue =>
  oweAppreciation(
    `Le ministère n’a pas encore apprécié les bilans transmis en dernier (${toLocalDay(transmiseLe)}) ; ce qu’il a dit est de ceux transmis avant (${toLocalDay(last.transmiseLe)})`,
  );

const NON_TRANSMISE = nothingOwed(
  'Les bilans de cette campagne ne sont pas transmis au ministère : aucune appréciation n’en est due avant (déduit).',
);

@Resolver(() => Campagne)
export class CampagneAppreciationResolver {
  @FieldResolver()
  appreciation(
    @Root() { code, transmiseLe = null }: Campagne,
    @Ctx() context: Context,
  ): Awaitable<AppreciationValue> {
    return chain(appreciationsByCampagne.load(context, code), (versions) =>
      toAppreciation(code, transmiseLe, versions),
    );
  }

  @Cost(30)
  @Mutation(() => AppreciationResultat, {
    nullable: true,
    description:
      'Le ministère apprécie les bilans d’une campagne que Santé Québec lui a transmis (mandat M6, par inférence). Une nouvelle appréciation suit les précédentes, sans les remplacer.',
  })
  async apprecierBilan(
    @Ctx() context: Context,
    @Args(() => ApprecierBilanArgs) { cle, motif, texte, ...args }: ApprecierBilanArgs,
  ): Promise<{ acte: ActeValue; campagne: Campagne }> {
    const asked = {
      campagne: parseCode(CODE_CAMPAGNE, args.campagne, 'campagne'),
      texte,
      date: args.date ?? null,
      versionAttendue: args.versionAttendue ?? null,
    };
    const acte = await act(context, {
      definition: apprecierBilan,
      cle,
      motif,
      asked,
      versionAttendue: asked.versionAttendue,
      prepare: () => prepareAppreciation(context, asked),
    });
    const code = acte.contenu.campagne;
    const { transmission } = acte.contenu;
    return { acte: showActe(acte), campagne: { code, transmiseLe: transmission?.transmiseLe ?? null } };
  }
}

@Resolver(() => Appreciation)
export class AppreciationResolver {
  @FieldResolver()
  actionsPossibles(
    @Root() { campagne, version, dejaTransmise }: AppreciationValue,
    @Ctx() context: Context,
  ): Promise<ActionPossible[]> {
    const transmission = dejaTransmise === null ? null : { version: '', transmiseLe: dejaTransmise };
    const contenu: Contenu = { campagne, version: version + 1, transmission, texte: '', jour: null };
    return listActions(context, [{ definition: apprecierBilan, contenu }]);
  }
}

function toAppreciation(
  campagne: string,
  transmiseLe: string | null,
  versions: readonly VersionAppreciation[],
): AppreciationValue {
  const [last] = versions;
  return {
    campagne,
    dejaTransmise: transmiseLe,
    version: last?.version ?? 0,
    texte: last?.texte ?? null,
    date: last?.date ?? null,
    versions,
    absence: sayAbsence(transmiseLe, versions),
    provenance: last?.provenance ?? null,
  };
}

function sayAbsence(
  transmiseLe: string | null,
  versions: readonly VersionAppreciation[],
): AbsenceValue | null {
  const [last] = versions;
  if (transmiseLe === null) return last === undefined ? NON_TRANSMISE : null;
  if (last === undefined) return NON_APPRECIEE;
  const instant = toInstant(transmiseLe);
  return versions.some((one) => one.transmiseLe === instant) ? null : sayNotYet(transmiseLe, last);
}
