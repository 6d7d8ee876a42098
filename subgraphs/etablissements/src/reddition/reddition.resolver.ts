import {
  CODE_CAMPAGNE,
  CODE_ETABLISSEMENT,
  IDENTIFIANT,
  parseCode,
  parseOptionalCode,
} from '@palier/runtime/code-format';
import { Cost, ListSize } from '@palier/runtime/demand';
import { parseUnites } from '@palier/runtime/unites';
import { type AbsenceValue, nothingOwed } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import {
  type ConnectionValue,
  emptyPage,
  PageArgs,
  withAbsence,
  withNodes,
} from '@palier/runtime/connection';
import { defineReference, defineReferenceByCode } from '@palier/runtime/reference';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { act } from '@palier/runtime/acts/act';
import type { Acte } from '@palier/runtime/journal/acte';
import { ActionPossible } from '@palier/runtime/acts/acte.type';
import { showActe } from '@palier/runtime/acts/journal.loader';
import { listActions, type ProspectiveActe } from '@palier/runtime/acts/list-actions';
import { defineSharedReading, judgingDatabase } from '@palier/runtime/acts/read-once';
import { provenanceOf } from '@palier/runtime/acts/provenance-of';
import { tryAct } from '@palier/runtime/acts/try-act';
import { mayReadReserved } from '@palier/runtime/may-read';
import { SensTri } from '@palier/runtime/order';
import { parseSpan } from '@palier/runtime/parse-instant';
import { toProvenance } from '@palier/runtime/provenance';
import { INTERNE } from '@palier/runtime/tags';
import { whyNothingThere } from '../absence/owed-there.loader.ts';
import { sayAsked } from '../listing/say-asked.ts';
import { mesureLoader } from '../mesure/mesure.loader.ts';
import type { Mesure } from '../mesure/mesure.type.ts';
import { Etablissement } from '../other-levels/extended.type.ts';
import { showConstat } from '../regle/constat-validation.loader.ts';
import { type ConstatValidation, MOST_CONSTATS } from '../regle/constat-validation.type.ts';
import { EMPREINTE } from '../depot/empreinte.ts';
import type { Context } from '../tables.ts';
import { askCampagne, refuseSettled } from './ask-campagne.ts';
import { compareVersions } from './compare-versions.ts';
import { loadSuppressed } from '../mesure/withhold-mesures.ts';
import { hideSuppressed } from './hide-suppressed.ts';
import { refuseBlocked } from './validate-draft.ts';
import { prepareRetrait } from './prepare-retrait.ts';
import { prepareSaisie, type SaisiePrepared } from './prepare-saisie.ts';
import { findProspect, prepareSoumission } from './prepare-soumission.ts';
import { askReturned } from './ask-returned.ts';
import { showReddition } from './show-reddition.ts';
import {
  noDraft,
  otherVersion,
  redditionId,
  refuseIrreplaceable,
  retirerReddition,
  type SaisieContenu,
  saisirMesures,
  type SoumissionContenu,
  soumettreReddition,
} from './reddition.actes.ts';
import {
  LIGNES_ABSENTES,
  cellulesByReddition,
  contradictionByLigne,
  lignesReddition,
  nextByReddition,
  readWithheldLignes,
  redditions,
} from './reddition.loader.ts';
import { EtatReddition, TriRedditions } from './reddition-enums.ts';
import {
  EcartReddition,
  LigneReddition,
  LigneRedditionConnection,
  type LigneRedditionValue,
  Reddition,
  RedditionConnection,
  RedditionResultat,
  RetirerRedditionArgs,
  SaisirMesuresArgs,
  SoumettreRedditionArgs,
  ValiderMesuresArgs,
  ValidationMesures,
} from './reddition.type.ts';

export const redditionReference = defineReferenceByCode('Reddition', redditions.byKey, 'id');

export const ligneRedditionReference = defineReference({
  type: 'LigneReddition',
  load: ({ id }, context: Context) =>
    chain(lignesReddition.byKey.load(context, String(id)), (ligne) =>
      ligne === null ? null : showLigne(context, ligne),
    ),
});

/** A line, as who asks reads it in the version that carries it; null to whoever does not. */
function showLigne(context: Context, ligne: LigneRedditionValue): Awaitable<LigneRedditionValue | null> {
  return chain(redditions.byKey.load(context, ligne.redditionId), (version) => {
    if (mayReadReserved(context.identity, version?.etablissement.code ?? null)) return ligne;
    if (version === null || version.etat === 'SAISIE') return null;
    const suppressed = loadSuppressed(context, [ligne.mesureId]);
    return chain(hideSuppressed(context, [ligne], suppressed), ([shown = null]) => shown);
  });
}

const LIGNES_RESERVEES = nothingOwed(
  'Lignes retenues : cette version n’est pas soumise, et rien n’en est publié avant. Seuls son établissement et Santé Québec les lisent.',
);

/** Lines are missing of a version of whoever owes an account, and of no other. */
const loadOwedLignes = (context: Context, etablissement: string): Awaitable<AbsenceValue> =>
  chain(
    whyNothingThere(context, { etablissement }, 'ETABLISSEMENT'),
    (nothing) => nothing ?? LIGNES_ABSENTES,
  );

const BY_ETABLISSEMENT = { column: 'etablissement_code', holds: 'ONE' } as const;
const OF_CAMPAGNE = { column: 'campagne', holds: 'ONE' } as const;
const OF_ETAT = { column: 'etat', holds: 'ONE' } as const;
const redditionsOf = redditions.under(BY_ETABLISSEMENT, OF_CAMPAGNE, OF_ETAT);
const lignesOf = lignesReddition.under({ column: 'reddition_id', holds: 'ONE' });

/** A year of the largest établissement is published or taken back, and copied when the next version begins. */
const WHOLE_VERSION = 7_000;

@ArgsType()
class EtablissementRedditionsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Campagne, par exemple « 2025-2026 ».' })
  campagne?: string | null;

  @Field(() => EtatReddition, { nullable: true, description: 'Étape où elle en est.' })
  etat?: EtatReddition | null;
}

@ArgsType()
class RedditionsArgs extends EtablissementRedditionsArgs {
  @Field(() => ID, { nullable: true, description: 'Établissement qui rend compte.' })
  etablissement?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Région d’un territoire au moins dont l’établissement répond, deux chiffres.',
  })
  region?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'RLS d’un territoire au moins dont l’établissement répond, quatre chiffres.',
  })
  reseauLocal?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'RTS d’un territoire au moins dont l’établissement répond, trois chiffres.',
  })
  reseauTerritorial?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'RUISSS d’un territoire au moins dont l’établissement répond, un chiffre.',
  })
  ruisss?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Soumise à cet instant ou après, selon la norme ISO 8601 (« 2027-05-16T12:00:00Z »), ou dès ce jour (« 2027-05-16 »), heure de Québec.',
  })
  soumiseDe?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Soumise à cet instant ou avant, ou au plus tard ce jour, qui vaut sa dernière milliseconde, heure de Québec.',
  })
  soumiseA?: string | null;

  @Field(() => TriRedditions, { nullable: true, description: 'Ordre ; IDENTIFIANT par défaut.' })
  tri?: TriRedditions | null;

  @Field(() => SensTri, { nullable: true, description: 'Sens de cet ordre ; CROISSANT par défaut.' })
  sens?: SensTri | null;
}

/** The column of a territory that an établissement answers for. */
const servedBy = (column: 'rls_code' | 'rss_code' | 'rts_code' | 'ruisss_code') =>
  ({ column, holds: 'ONE', through: { table: 'territoire_servi', code: 'etablissement_code' } }) as const;

@Resolver(() => Reddition)
export class RedditionResolver {
  @Query(() => RedditionConnection, {
    description:
      'Redditions de comptes, par identifiant ou dans l’ordre demandé ; chaque argument restreint la liste.',
  })
  redditions(
    @Ctx() context: Context,
    @Args(() => RedditionsArgs) args: RedditionsArgs,
  ): Awaitable<ConnectionValue<Reddition>> {
    const { de, a } = parseSpan({ de: 'soumiseDe', a: 'soumiseA' }, { de: args.soumiseDe, a: args.soumiseA });
    const { region, reseauLocal, reseauTerritorial, ruisss } = parseUnites(args);
    const list = redditions.page(context, args, [
      { ...OF_CAMPAGNE, value: parseOptionalCode(CODE_CAMPAGNE, args.campagne) },
      { ...BY_ETABLISSEMENT, value: parseOptionalCode(CODE_ETABLISSEMENT, args.etablissement) },
      { ...servedBy('rss_code'), value: region },
      { ...servedBy('rls_code'), value: reseauLocal },
      { ...servedBy('rts_code'), value: reseauTerritorial },
      { ...servedBy('ruisss_code'), value: ruisss },
      { ...OF_ETAT, value: args.etat ?? null },
      { column: 'soumise_le', holds: 'SINCE', value: de },
      { column: 'soumise_le', holds: 'UNTIL', value: a },
    ]);
    return sayAsked(list, args);
  }

  @Query(() => Reddition, { nullable: true, description: 'Une reddition ; nul si elle est inconnue.' })
  reddition(@Arg('id', () => ID) id: string, @Ctx() context: Context): Awaitable<Reddition | null> {
    return redditions.byKey.load(context, parseCode(IDENTIFIANT, id));
  }

  @Directive(INTERNE)
  // What was said of each figure that is suppressed is read once.
  @Cost(6)
  @ListSize(5_000)
  @Query(() => [ID], {
    description:
      'Les lignes de versions soumises dont le chiffre est retenu pour protéger les personnes : d’aujourd’hui, quel que soit l’instant lu.',
  })
  lignesRetenues(@Ctx() context: Context): Awaitable<string[]> {
    return readWithheldLignes(context, 'toutes');
  }

  @Query(() => ValidationMesures, {
    nullable: true,
    description:
      'Ce que vaudrait une saisie de votre établissement, jugée comme `saisirMesures` le ferait : rien n’est écrit. Ce qui la ferait refuser est l’erreur de la réponse.',
  })
  async validerMesures(
    @Ctx() context: Context,
    @Args(() => ValiderMesuresArgs) args: ValiderMesuresArgs,
  ): Promise<ValidationMesures> {
    let judged: SaisiePrepared | undefined;
    const { contenu, acte } = await tryAct(context, {
      ...askSaisie(args),
      cle: args.cle,
      prepare: async () => {
        judged = await prepareAsked(context, args);
        return judged.contenu;
      },
    });
    const { lignes, retraits = [] } = contenu;
    const constats = acte === undefined ? showConstats(judged?.constats ?? []) : showWrittenConstats(acte);
    return { mesures: lignes.length, retraits: retraits.length, constats: constats ?? [] };
  }

  @FieldResolver(() => LigneRedditionConnection, { description: 'Mesures que cette version porte.' })
  lignes(
    @Root() { id, etat, etablissement }: Reddition,
    @Ctx() context: Context,
    @Args(() => PageArgs) args: PageArgs,
  ): Awaitable<ConnectionValue<LigneRedditionValue>> {
    const mayRead = mayReadReserved(context.identity, etablissement.code);
    if (!mayRead && etat === 'SAISIE') return emptyPage(args, LIGNES_RESERVEES);
    return chain(lignesOf(context, id, args), (list) => {
      const own = withAbsence(list, () => loadOwedLignes(context, etablissement.code));
      if (mayRead) return own;
      return withNodes(own, (nodes) =>
        hideSuppressed(
          context,
          nodes,
          loadSuppressed(
            context,
            nodes.map(({ mesureId }) => mesureId),
          ),
        ),
      );
    });
  }

  @FieldResolver(() => Reddition, {
    nullable: true,
    description: 'Dernière version soumise après celle-ci ; nulle quand celle-ci est la dernière.',
  })
  depasseePar(@Root() { id }: Reddition, @Ctx() context: Context): Awaitable<Reddition | null> {
    return nextByReddition.load(context, id);
  }

  @ListSize(260)
  @FieldResolver(() => [String], {
    description:
      'Ce que cette version porte, dans un territoire ou plus : « 2026-2027-P01:A-P5:AAOR/ », le volet après la barre. D’un brouillon, seuls son établissement et Santé Québec le lisent : la liste est vide pour les autres.',
  })
  cellulesPortees(
    @Root() { id, etat, etablissement }: Reddition,
    @Ctx() context: Context,
  ): Awaitable<string[]> {
    if (etat === 'SAISIE' && !mayReadReserved(context.identity, etablissement.code)) return [];
    return cellulesByReddition.load(context, id);
  }

  @ListSize(200)
  @FieldResolver(() => [EcartReddition], {
    nullable: 'items',
    description:
      'Mesures que cette version ne dit pas comme une autre, de même campagne et du même établissement.',
  })
  ecartsDepuis(
    @Root() reddition: Reddition,
    @Ctx() context: Context,
    @Arg('version', () => Int, { description: 'Version à laquelle comparer, à partir de 1.' })
    version: number,
  ): Awaitable<readonly EcartReddition[]> {
    return compareVersions(context, reddition, version);
  }

  @ListSize(3)
  @FieldResolver(() => [ActionPossible], { description: 'Ce que vous pouvez faire de cette version.' })
  async actionsPossibles(@Root() reddition: Reddition, @Ctx() context: Context): Promise<ActionPossible[]> {
    const { id, etablissement } = reddition;
    const mine = { etablissement: etablissement.code };
    return listActions(context, [
      prospectSaisie(context, nameOf(reddition)),
      { ...mine, ...(await prospectSoumission(context, reddition)) },
      {
        ...mine,
        definition: retirerReddition,
        contenu: { reddition: id, raison: '' },
        elsewhere: async () =>
          refuseIrreplaceable(
            await refuseSettled(context.journal, { id, ...nameOf(reddition) }),
            new Date().toISOString(),
          ),
      },
    ]);
  }

  @Cost(40)
  @Mutation(() => RedditionResultat, {
    nullable: true,
    description:
      'L’établissement saisit des mesures dans son brouillon pour une campagne (mandat E11). Rien n’est publié avant la soumission.',
  })
  async saisirMesures(
    @Ctx() context: Context,
    @Args(() => SaisirMesuresArgs) args: SaisirMesuresArgs,
  ): Promise<RedditionResultat> {
    const acte = await act(context, {
      ...askSaisie(args),
      cle: args.cle,
      prepare: async () => (await prepareAsked(context, args)).contenu,
    });
    return { ...(await showReddition(context, acte)), constats: showWrittenConstats(acte) };
  }

  @Cost(WHOLE_VERSION)
  @Mutation(() => RedditionResultat, {
    nullable: true,
    description:
      'L’établissement soumet son brouillon : une version pour tous ses territoires, tout ou rien (mandat E11). Chaque mesure retournée doit avoir sa réponse.',
  })
  async soumettreReddition(
    @Ctx() context: Context,
    @Args(() => SoumettreRedditionArgs)
    { cle, motif, reponses, versionAttendue, ...args }: SoumettreRedditionArgs,
  ): Promise<RedditionResultat> {
    const campagne = parseCode(CODE_CAMPAGNE, args.campagne, 'campagne');
    const given = (reponses ?? []).map((reponse) => ({ ...reponse }));
    const revision = versionAttendue ?? null;
    const acte = await act(context, {
      definition: soumettreReddition,
      cle,
      motif,
      asked: { campagne, reponses: given, revision },
      versionAttendue,
      prepare: () =>
        prepareSoumission(context, context.identity.etablissement ?? '', {
          campagne,
          reponses: given,
          revision,
        }),
    });
    return { ...(await showReddition(context, acte)), constats: showWrittenConstats(acte) };
  }

  @Cost(WHOLE_VERSION)
  @Mutation(() => RedditionResultat, {
    nullable: true,
    description:
      'L’établissement retire sa dernière version soumise, tant que Santé Québec ne l’a pas examinée, que la campagne est ouverte et que le dernier jour pour soumettre n’est pas passé ; `motif` est exigé. Un brouillon en cours garde ce qui y est saisi, et redevient pour le reste ce que dit la version qui vaut.',
  })
  async retirerReddition(
    @Ctx() context: Context,
    @Args(() => RetirerRedditionArgs) { cle, motif, reddition }: RetirerRedditionArgs,
  ): Promise<RedditionResultat> {
    const id = parseCode(IDENTIFIANT, reddition, 'reddition');
    const acte = await act(context, {
      definition: retirerReddition,
      cle,
      motif,
      needsMotif: true,
      asked: { reddition: id },
      prepare: () => prepareRetrait(context, id, motif?.trim() ?? ''),
    });
    return { acte: showActe(acte), reddition: await redditions.byKey.load(context, id) };
  }
}

const askCampagneOnce = defineSharedReading(({ journal }: Context, { campagne, etablissement }: Named) =>
  askCampagne(journal, campagne, etablissement),
);
const askReturnedOnce = defineSharedReading(({ journal }: Context, { campagne, etablissement }: Named) =>
  askReturned(journal, campagne, etablissement),
);

interface Named {
  readonly campagne: string;
  readonly etablissement: string;
}

const nameOf = ({ campagne, etablissement: { code } }: Reddition): Named => ({
  campagne,
  etablissement: code,
});

/** What would be entered, in the draft or in the one that it would begin. */
const prospectSaisie = (context: Context, of: Named): ProspectiveActe => ({
  etablissement: of.etablissement,
  definition: saisirMesures,
  contenu: { campagne: of.campagne, revision: null, lignes: [] },
  elsewhere: async () => void (await askCampagneOnce(context, of)),
});

/** What would be submitted: the draft, or the version that was sent back, answered as it is; of any other, nothing is. */
async function prospectSoumission(
  context: Context,
  reddition: Reddition,
): Promise<Pick<ProspectiveActe, 'definition' | 'contenu' | 'elsewhere'>> {
  const { id, campagne } = reddition;
  const isReturned = async () => (await askReturnedOnce(context, nameOf(reddition)))?.reddition === id;
  const { isDraft, other, submitted } = await findProspect(judgingDatabase(context), reddition);
  return {
    definition: soumettreReddition,
    contenu: { campagne, ...submitted, jusquAu: null, reponses: [] },
    elsewhere: async () => {
      if (other !== undefined) throw otherVersion(campagne, other);
      const asked = await askCampagneOnce(context, nameOf(reddition));
      if (!isDraft && !(await isReturned())) throw noDraft(campagne);
      await refuseBlocked(context, asked, reddition);
    },
  };
}

type SaisieArgs = Omit<SaisirMesuresArgs, 'cle'>;

/** What is asked by whoever enters measures, or tries to. */
function askSaisie({ motif, mesures, versionAttendue, ...args }: SaisieArgs) {
  const { retraits, sansRedites, fichier } = args;
  const where = {
    campagne: parseCode(CODE_CAMPAGNE, args.campagne, 'campagne'),
    revision: versionAttendue ?? null,
  };
  // What is not given is no part of it: keys of before there was any name the same acts.
  const said = {
    mesures: mesures.map((mesure) => ({ ...mesure })),
    ...(retraits != null && retraits.length > 0 && { retraits: retraits.map((retrait) => ({ ...retrait })) }),
  };
  return {
    definition: saisirMesures,
    motif,
    // What is read of a file depends on what else was entered, and asked for: the file is what was sent.
    asked: {
      ...where,
      ...(fichier == null ? said : { fichier: parseCode(EMPREINTE, fichier, 'fichier') }),
      ...(sansRedites === true && { sansRedites }),
    },
    askedBefore: ({ cleEntiere }: SaisieContenu) => (cleEntiere === true ? undefined : { ...where, ...said }),
    versionAttendue,
  };
}

const prepareAsked = (context: Context, args: SaisieArgs): Promise<SaisiePrepared> =>
  prepareSaisie(context, context.identity.etablissement ?? '', {
    campagne: parseCode(CODE_CAMPAGNE, args.campagne, 'campagne'),
    revision: args.versionAttendue ?? null,
    mesures: args.mesures,
    retraits: args.retraits ?? [],
    sansRedites: args.sansRedites === true,
  });

/** What rules say of measures that are entered, without refusing them. */
const showConstats = (constats: SaisiePrepared['constats']): ConstatValidation[] =>
  constats.slice(0, MOST_CONSTATS).map(({ constat, justification }) => showConstat(constat, justification));

/** What they said, as the act holds it; null of the acts that did not say which version they were of, nor what rules said. */
function showWrittenConstats(acte: Acte<SaisieContenu | SoumissionContenu>): ConstatValidation[] | null {
  const { campagne, version, constats = [] } = acte.contenu;
  if (version === undefined) return null;
  const reddition = redditionId({ campagne, version, etablissement: acte.etablissement ?? '' });
  return constats.slice(0, MOST_CONSTATS).map(({ mesure, regle, ...said }) => ({
    ...said,
    id: `${reddition}:${mesure}:${regle}`,
    mesureId: mesure,
    regle: { id: regle },
    provenance: toProvenance(provenanceOf(acte)),
  }));
}

@Resolver(() => LigneReddition)
export class LigneRedditionResolver {
  @FieldResolver()
  mesure(@Root() { mesureId }: LigneRedditionValue, @Ctx() context: Context): Awaitable<Mesure | null> {
    return mesureLoader.load(context, mesureId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Version, d’une autre campagne ou d’un autre établissement, qui est publiée au lieu de cette ligne, quand elles ne disent pas la même chose de la mesure ; nul sinon.',
  })
  contradiction(
    @Root() { id, statut, redditionId }: LigneRedditionValue,
    @Ctx() context: Context,
  ): Awaitable<string | null> {
    if (statut !== 'SUPPRIMEE') return contradictionByLigne.load(context, id);
    // What is withheld of a line is not what is published, or is: neither is told.
    return chain(redditions.byKey.load(context, redditionId), (version) =>
      mayReadReserved(context.identity, version?.etablissement.code ?? null)
        ? contradictionByLigne.load(context, id)
        : null,
    );
  }
}

const NON_TERRITORIAL = nothingOwed(
  'Aucune reddition de comptes. Le mandat E11 est celui des établissements territoriaux de Santé Québec (004, 3.2.3, L1864-1866) : cet établissement n’en est pas un, et aucun texte ne lui en demande.',
);

@Resolver(() => Etablissement)
export class EtablissementRedditionsResolver {
  @Directive('@requires(fields: "categorie")')
  @FieldResolver(() => RedditionConnection, {
    nullable: true,
    description:
      'Redditions de comptes de l’établissement, toutes campagnes et versions ; chaque argument restreint la liste.',
  })
  redditions(
    @Root() { code, categorie }: Etablissement,
    @Ctx() context: Context,
    @Args(() => EtablissementRedditionsArgs) args: EtablissementRedditionsArgs,
  ): Awaitable<ConnectionValue<Reddition>> {
    const campagne = parseOptionalCode(CODE_CAMPAGNE, args.campagne);
    const list = chain(redditionsOf(context, code, args, [campagne, args.etat ?? null]), (own) =>
      categorie === 'ETABLISSEMENT_TERRITORIAL' ? own : withAbsence(own, NON_TERRITORIAL),
    );
    return sayAsked(list, { campagne: args.campagne ?? null });
  }

  @ListSize(1)
  @FieldResolver(() => [ActionPossible], {
    nullable: true,
    description:
      'Ce que vous pouvez faire, au nom de cet établissement, d’une campagne à laquelle il n’a encore rien répondu : `actionsPossibles` de chaque reddition dit le reste.',
  })
  actionsPossibles(
    @Root() { code: etablissement }: Etablissement,
    @Arg('campagne', () => ID, { description: 'Campagne, par exemple « 2026-2027 ».' }) text: string,
    @Ctx() context: Context,
  ): Promise<ActionPossible[]> {
    const campagne = parseCode(CODE_CAMPAGNE, text);
    return listActions(context, [prospectSaisie(context, { campagne, etablissement })]);
  }
}
