import { Cost } from '@palier/runtime/demand';
import { type AbsenceValue, nothingOwed } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { IDENTIFIANT, parseCode } from '@palier/runtime/code-format';
import { act } from '@palier/runtime/acts/act';
import type { ActionPossible } from '@palier/runtime/acts/acte.type';
import { type ActeValue, showActe } from '@palier/runtime/acts/journal.loader';
import { listActions } from '@palier/runtime/acts/list-actions';
import { toLocalDay } from '@palier/runtime/local-day';
import { defineExtension } from '@palier/runtime/reference';
import { Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { deducedOfSanteQuebec } from '../absence/absence.type.ts';
import { readAsked } from '../demande/demande.loader.ts';
import { etablissementLoader } from '../etablissement/etablissement.loader.ts';
import type { Context } from '../tables.ts';
import { consoliderReddition, retournerReddition } from './reddition.actes.ts';
import { listSatisfied } from './list-satisfied.ts';
import { askExamined, refuseForeignCells, refuseUnexaminable } from './ask-examined.ts';
import { cellulesByReddition, examenByReddition } from './reddition.loader.ts';
import { etablissementOf, loadContradiction } from './say-contradiction.ts';
import {
  type CampagneSatisfaite,
  type CelluleRetournee,
  ConsoliderRedditionArgs,
  Examen,
  ExamenResultat,
  type ExamenValue,
  Reddition,
  RetournerRedditionArgs,
} from './reddition.type.ts';
import { hideMotifs, hideTextes } from './withhold-textes.ts';

export const redditionReference = defineExtension('Reddition');

const NON_EXAMINEE = deducedOfSanteQuebec(
  'S4',
  'Cette reddition n’est pas encore examinée : Santé Québec coordonne la reddition de comptes tactique (004, 3.2.2, L1813-1814), et en déduire qu’elle examine chacune est une inférence.',
);

const NON_SOUMISE = nothingOwed(
  'Cette reddition n’est pas encore soumise : aucun examen n’en est dû avant qu’elle parvienne à Santé Québec (déduit).',
);

const RETIREE = nothingOwed(
  'Cette version est retirée par son établissement : aucun examen n’en est dû (déduit).',
);

/** As `askExamined` refuses it: nobody can owe what would be refused. */
const sayReplaced = (version: number | undefined): AbsenceValue =>
  nothingOwed(
    `La version ${version} a remplacé celle-ci avant tout examen : c’est d’elle qu’un examen peut être dû, et plus de celle-ci (déduit).`,
  );

const SANS_COMPTE = nothingOwed(
  'Cette reddition n’est pas examinée, et personne n’en doit d’examen. Santé Québec coordonne la reddition de comptes des établissements territoriaux (004, 3.2.2, L1813-1814 ; mandat E11, 3.2.3, L1864-1866), et celui-ci n’en est pas un : soumise tout de même, elle peut être examinée (déduit).',
);

/** What Santé Québec owes of a version submitted by this établissement: an examination, of those whose account it coordinates. */
const loadOwed = (context: Context, etablissement: string): Awaitable<AbsenceValue> =>
  chain(etablissementLoader.load(context, etablissement), (author) =>
    author === null || author.categorie === 'ETABLISSEMENT_TERRITORIAL' ? NON_EXAMINEE : SANS_COMPTE,
  );

const withoutExamen = (version: Reddition, absence: AbsenceValue): ExamenValue => ({
  redditionId: version.id,
  version,
  statut: null,
  motifs: [],
  examineLe: null,
  absence,
  provenance: null,
});

@Resolver(() => Reddition)
export class RedditionResolver {
  @FieldResolver()
  examen(@Root() version: Reddition, @Ctx() context: Context): Awaitable<ExamenValue> {
    const { id, soumiseLe, retireeLe, depasseePar } = version;
    return chain(examenByReddition.load(context, id), (examen) => {
      if (examen !== null) return { ...examen, version };
      if (retireeLe != null) return withoutExamen(version, RETIREE);
      if (soumiseLe == null) return withoutExamen(version, NON_SOUMISE);
      if (depasseePar != null) return withoutExamen(version, sayReplaced(depasseePar.version));
      return chain(loadOwed(context, etablissementOf(id)), (absence) => withoutExamen(version, absence));
    });
  }

  @FieldResolver()
  satisfaitAussi(@Root() reddition: Reddition, @Ctx() context: Context): Awaitable<CampagneSatisfaite[]> {
    const { soumiseLe, retireeLe, campagne, cellulesPortees = [] } = reddition;
    if (soumiseLe == null || retireeLe != null) return [];
    return chain(readAsked(context, 'all'), (asked) =>
      listSatisfied(asked, campagne ?? '', new Set(cellulesPortees)),
    );
  }

  @FieldResolver()
  aTemps(@Root() { campagne, soumiseLe }: Reddition, @Ctx() context: Context): Awaitable<boolean | null> {
    if (campagne === undefined || soumiseLe == null) return null;
    return chain(readAsked(context, 'all'), (asked) => {
      const echeance = asked.find((one) => one.campagne.code === campagne)?.campagne.echeance ?? null;
      return echeance === null ? null : toLocalDay(soumiseLe) <= echeance;
    });
  }

  @Cost(30)
  @Mutation(() => ExamenResultat, {
    nullable: true,
    description:
      'Santé Québec retourne une version mesure par mesure, avec pour chacune la raison et ce qui est attendu ; le reste tient. La version suivante répond à chacune : l’acte est refusé quand l’établissement ne pourrait plus la soumettre.',
  })
  async retournerReddition(
    @Ctx() context: Context,
    @Args(() => RetournerRedditionArgs) { cle, motif, cellules, ...args }: RetournerRedditionArgs,
  ): Promise<{ acte: ActeValue; reddition: Reddition }> {
    const reddition = parseCode(IDENTIFIANT, args.reddition, 'reddition');
    const asked = { reddition, cellules: cellules.map((cellule) => ({ ...cellule })) };
    const acte = await act(context, {
      definition: retournerReddition,
      cle,
      motif,
      asked,
      prepare: async () => {
        const examined = await askExamined(context.journal, reddition);
        await refuseForeignCells(
          context.journal,
          reddition,
          cellules.map(({ mesure }) => mesure),
        );
        return { ...examined, cellules: asked.cellules };
      },
    });
    return { acte: showActe(acte), reddition: { id: acte.contenu.reddition } };
  }

  @Cost(30)
  @Mutation(() => ExamenResultat, {
    nullable: true,
    description:
      'Santé Québec accepte une version au terme de son examen : une fermeture la retient comme consolidée (mandat S4). Avant la fermeture, les bilans comptent les mesures publiées, examinées ou non (voir `Bilan`).',
  })
  async consoliderReddition(
    @Ctx() context: Context,
    @Args(() => ConsoliderRedditionArgs) { cle, motif, ...args }: ConsoliderRedditionArgs,
  ): Promise<{ acte: ActeValue; reddition: Reddition }> {
    const reddition = parseCode(IDENTIFIANT, args.reddition, 'reddition');
    const acte = await act(context, {
      definition: consoliderReddition,
      cle,
      motif,
      asked: { reddition },
      prepare: () => askExamined(context.journal, reddition),
    });
    return { acte: showActe(acte), reddition: { id: acte.contenu.reddition } };
  }
}

@Resolver(() => Examen)
export class ExamenResolver {
  @FieldResolver()
  cellules(
    @Root() { redditionId }: ExamenValue,
    @Ctx() context: Context,
  ): Awaitable<readonly CelluleRetournee[]> {
    return chain(cellulesByReddition.load(context, redditionId), (cellules) =>
      hideTextes(context, redditionId, cellules),
    );
  }

  @FieldResolver()
  motifs(
    @Root() { redditionId, motifs }: ExamenValue,
    @Ctx() context: Context,
  ): Awaitable<readonly string[]> {
    return hideMotifs(context, redditionId, motifs);
  }

  @FieldResolver()
  actionsPossibles(
    @Root() { redditionId, version }: ExamenValue,
    @Ctx() context: Context,
  ): Promise<ActionPossible[]> {
    const { campagne = '', soumiseLe, retireeLe, depasseePar } = version;
    const contenu = { reddition: redditionId, campagne, etablissement: etablissementOf(redditionId) };
    const submitted = soumiseLe == null ? 'SAISIE' : 'SOUMISE';
    const elsewhere = () =>
      refuseUnexaminable({
        etat: retireeLe == null ? submitted : 'RETIREE',
        depasseePar: depasseePar == null ? null : { id: depasseePar.id, version: depasseePar.version ?? 0 },
      });
    return listActions(
      context,
      [retournerReddition, consoliderReddition].map((definition) => ({ definition, contenu, elsewhere })),
    );
  }

  @FieldResolver()
  contradiction(@Root() examen: ExamenValue, @Ctx() context: Context): Awaitable<string | null> {
    return loadContradiction(context, examen);
  }
}
