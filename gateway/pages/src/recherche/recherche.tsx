import { type PageRechercheQuery, pageRecherche } from '../operations/operations.ts';
import { Refusal } from '@palier/gateway/errors/errors';
import type { VNode } from 'preact';
import { findFactType, type Group, pathOfFact } from '../fact-types/fact-types.ts';
import { Link } from '@palier/gateway/document/link';
import { sayCount, sayNumber } from '../shell/say-number.ts';
import type { Page, PageRequest, PageView } from '../shell/page.ts';
import { sayOrigine } from '../shell/say-source.ts';
import { askCodes, type CodePostal } from './ask-codes.ts';
import {
  type Ailleurs,
  type Found,
  type FoundGroup,
  groupFound,
  isGroup,
  listFound,
  listHeld,
  type Searched,
  withNamed,
} from './found.ts';

/** `/recherche?q=…`: everything the ministry knows that holds the words. `&groupe=` opens one group, `&page=` goes on. */
export const recherche: Page = {
  path: '/recherche',
  shown: {
    search: {
      label: 'Chercher un territoire, un rôle, un standard, un terme, un fait',
      placeholder: 'Territoire, standard, terme…',
    },
    style: new URL('./recherche.css', import.meta.url),
  },
  takes: () => ['q', 'groupe', 'page'],
  answer: answerRecherche,
};

const NAMES: Readonly<Record<Group, string>> = {
  territoires: 'Territoires',
  etablissements: 'Établissements',
  roles: 'Rôles et mandats',
  standards: 'Standards et services',
  termes: 'Termes',
  faits: 'Autres faits',
};

/** Of each group on the first view; and of one, on a page. */
const FIRST = 5;
const PAGE = 50;

interface Asked {
  readonly q: string;
  readonly group: Group | undefined;
  readonly page: number;
}

async function answerRecherche(request: PageRequest): Promise<PageView> {
  const { segments, parameters, ask } = request;
  if (segments.length > 0) throw new Refusal('ADRESSE_INCONNUE');
  const asked = readAsked(parameters);
  if (asked.q === '') return { title: 'Recherche', main: <Invitation /> };
  const [{ data: told, fault }, { found: byCode, codePostal }] = await Promise.all([
    ask(pageRecherche, { texte: asked.q }),
    askCodes(request, asked.q),
  ]);
  if (told.recherche === null && fault) throw fault;
  const data = withNamed(told, asked.q);
  return {
    title: `Recherche : ${asked.q}`,
    main: <Results asked={asked} searched={{ data, byCode, q: asked.q }} codePostal={codePostal} />,
    content: { ...data, parCode: byCode, codePostal: codePostal ?? null },
  };
}

/** @throws {Refusal} BAD_USER_INPUT */
function readAsked(parameters: URLSearchParams): Asked {
  const group = parameters.get('groupe') ?? undefined;
  if (group !== undefined && !isGroup(group))
    throw new Refusal('BAD_USER_INPUT', {
      detail: `« groupe » est l’un de ${Object.keys(NAMES).join(', ')}.`,
    });
  const page = Number(parameters.get('page') ?? '1');
  if (!Number.isInteger(page) || page < 1 || page > PAGE)
    throw new Refusal('BAD_USER_INPUT', { detail: `« page » est un nombre de 1 à ${PAGE}.` });
  if (page > 1 && group === undefined)
    throw new Refusal('BAD_USER_INPUT', {
      detail: '« page » continue un groupe de résultats : donnez aussi « groupe ».',
    });
  return { q: parameters.get('q')?.trim() ?? '', group, page };
}

function Invitation(): VNode {
  return (
    <>
      <h1>Recherche</h1>
      <p>
        Écrivez en haut de la page un territoire, un rôle, un standard, un terme, ou quelques mots : les
        accents et les terminaisons sont indifférents. Un code, entier ou non, est reconnu :{' '}
        <Link to="/recherche?q=A-P11">A-P11</Link>, <Link to="/recherche?q=06112">06112</Link> ; un code
        postal aussi, quand la correspondance a été importée.
      </p>
    </>
  );
}

interface ResultsProps {
  readonly asked: Asked;
  readonly searched: Searched;
  readonly codePostal: CodePostal | undefined;
}

function Results({ asked, searched, codePostal }: ResultsProps): VNode {
  const { data } = searched;
  const groups = groupFound(searched);
  const { totalCount: ofMinistry = 0, nombreComplets = 0, ailleurs = [] } = data.recherche ?? {};
  const found = listFound(searched);
  const held = listHeld(data).length;
  const totalCount = ofMinistry - held + found.length;
  const partly = found.filter(({ complet }) => !complet).length;
  const partial = partly + ofMinistry - Math.max(held, nombreComplets);
  const hasWhole = found.length > partly;
  const shown = asked.group === undefined ? groups : groups.filter(({ group }) => group === asked.group);
  return (
    <>
      <h1>Recherche : « {asked.q} »</h1>
      <p role="status">
        {sayFound(totalCount, partial, hasWhole)}
        {totalCount > found.length && ` ; les ${sayNumber(found.length)} plus pertinents sont là`}.
      </p>
      {data.recherche && !hasWhole && <Missed of={data.recherche} isEmpty={found.length === 0} />}
      {codePostal && <OfCodePostal of={codePostal} />}
      {groups.length > 1 && <Counts asked={asked} groups={groups} />}
      {shown.map((group) => (
        <GroupOfResults key={group.group} asked={asked} {...group} />
      ))}
      {totalCount > 0 && shown.length === 0 && (
        <p>
          Aucun n’est dans ce groupe. <Link to={addressOf(asked.q)}>Voir tous les résultats</Link>
        </p>
      )}
      {totalCount === 0 && codePostal === undefined && (
        <p>Essayez moins de mots, un début de code, ou un synonyme. Une faute de frappe n’est pas devinée.</p>
      )}
      <Elsewhere ailleurs={ailleurs} found={found} />
    </>
  );
}

/** How many results there are and, where some hold a part of the words alone, how many do. */
function sayFound(total: number, partial: number, hasWhole: boolean): string {
  if (total === 0) return 'Rien n’a été trouvé';
  if (partial === 0) return sayCount(total, 'résultat');
  const part = partial < 2 ? 'en contient une partie' : 'en contiennent une partie';
  if (!hasWhole) return `Aucun résultat ne contient tous les mots ; ${sayNumber(total)} ${part}`;
  const whole = total - partial;
  return `${sayCount(whole, 'résultat')} ${whole < 2 ? 'contient' : 'contiennent'} tous les mots ; ${sayCount(partial, 'autre')} ${part}`;
}

interface MissedProps {
  readonly of: NonNullable<PageRechercheQuery['recherche']>;
  /** Whether nothing at all was found, whichever level holds it. */
  readonly isEmpty: boolean;
}

/** Which of the words were left out, where nothing holds them all. */
function Missed({ of: { motsAbsents }, isEmpty }: MissedProps): VNode | null {
  if (motsAbsents.length === 0) return null;
  const absents = new Intl.ListFormat('fr-CA', { type: 'disjunction' }).format(
    motsAbsents.map((mot) => `« ${mot} »`),
  );
  return (
    <p class="absence">
      {isEmpty
        ? `Rien de ce que tient le ministère ne contient ${absents}.`
        : `Aucun ne contient ${absents} : ceux-ci contiennent le reste.`}
    </p>
  );
}

/** What a postal code is known to touch; why it is not known, where none is. */
function OfCodePostal({ of: { code, territoires, absence } }: { readonly of: CodePostal }): VNode {
  const written = `${code.slice(0, 3)} ${code.slice(3)}`;
  if (absence !== null)
    return (
      <p class="absence">
        Code postal {written} : {absence.motif}
      </p>
    );
  return (
    <p>
      Le code postal {written} touche {sayCount(territoires.length, 'territoire')} de CLSC, selon la
      correspondance importée. Elle ne dit pas à quel territoire quelqu’un est rattaché.
    </p>
  );
}

function Counts({ asked, groups }: { readonly asked: Asked; readonly groups: readonly FoundGroup[] }): VNode {
  return (
    <nav aria-label="Groupes de résultats">
      <ul class="counts">
        <li>
          <Link to={addressOf(asked.q)} current={asked.group === undefined ? 'page' : undefined}>
            Tout
          </Link>
        </li>
        {groups.map(({ group, found }) => (
          <li key={group}>
            <Link to={addressOf(asked.q, group)} current={asked.group === group ? 'page' : undefined}>
              {NAMES[group]} ({sayNumber(found.length)})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function addressOf(q: string, group?: Group, page = 1): string {
  const query = new URLSearchParams({
    q,
    ...(group && { groupe: group }),
    ...(page > 1 && { page: String(page) }),
  });
  return `/recherche?${query.toString()}`;
}

function GroupOfResults({ asked, group, found }: FoundGroup & { readonly asked: Asked }): VNode {
  const isOpen = asked.group === group;
  const start = isOpen ? (asked.page - 1) * PAGE : 0;
  const end = start + (isOpen ? PAGE : FIRST);
  const last = Math.ceil(found.length / PAGE);
  return (
    <section aria-labelledby={`groupe-${group}`}>
      <h2 id={`groupe-${group}`}>
        {NAMES[group]} <span class="soft">({sayNumber(found.length)})</span>
      </h2>
      {start < found.length ? (
        <Ranked found={found} start={start} end={end} />
      ) : (
        <p>Cette page est vide : la dernière est la page {last}.</p>
      )}
      {!isOpen && found.length > FIRST && (
        <p>
          <Link to={addressOf(asked.q, group)}>
            Voir les {sayNumber(found.length)} résultats de « {NAMES[group]} »
          </Link>
        </p>
      )}
      {isOpen && <Pages asked={asked} group={group} last={last} />}
    </section>
  );
}

interface RankedProps extends Pick<FoundGroup, 'found'> {
  readonly start: number;
  readonly end: number;
}

/** What holds every word, then, under a heading where both are there, what holds a part of them. */
function Ranked({ found, start, end }: RankedProps): VNode {
  const shown = found.slice(start, end);
  const whole = shown.filter(({ complet }) => complet);
  const partial = shown.slice(whole.length);
  const hasWhole = found[0]?.complet;
  return (
    <>
      {whole.length > 0 && <Items of={whole} start={start} />}
      {partial.length > 0 && (
        <>
          {hasWhole && <h3>Une partie des mots seulement</h3>}
          <Items of={partial} start={start + whole.length} />
        </>
      )}
    </>
  );
}

function Items({ of, start }: { readonly of: readonly Found[]; readonly start: number }): VNode {
  return (
    <ol class="results" start={start + 1}>
      {of.map((result) => (
        <Result key={`${result.type} ${result.code}`} {...result} />
      ))}
    </ol>
  );
}

function Pages({ asked, group, last }: { asked: Asked; group: Group; last: number }): VNode | null {
  const isLast = asked.page >= last;
  if (asked.page === 1 && isLast) return null;
  return (
    <nav aria-label="Pages de résultats">
      <ul class="counts">
        {asked.page > 1 && (
          <li>
            <Link to={addressOf(asked.q, group, Math.min(asked.page - 1, last))}>Page précédente</Link>
          </li>
        )}
        {!isLast && (
          <li>
            <Link to={addressOf(asked.q, group, asked.page + 1)}>Page suivante</Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Result({ type, code, titre, extrait, provenance }: Found): VNode {
  const path = pathOfFact(type, code);
  const { origine, document, lignes } = provenance;
  return (
    <li>
      {path === undefined ? titre : <Link to={path}>{titre}</Link>}
      <p class="soft">
        {findFactType(type)?.name ?? type} <code>{code}</code>
        {document && ` · document ${document.code}`}
        {lignes && `, ${lignes}`}
        {origine !== 'TEXTE' && ` · ${sayOrigine(origine)}`}
      </p>
      {extrait !== titre && extrait !== '' && <p>{extrait}</p>}
    </li>
  );
}

interface ElsewhereProps {
  readonly ailleurs: readonly Ailleurs[];
  readonly found: readonly Found[];
}

/** What other levels hold and this search does not read: by its page, when it has the code of a fact. */
function Elsewhere({ ailleurs, found }: ElsewhereProps): VNode | null {
  const places = ailleurs.flatMap((one) => placeOf(one, found) ?? []);
  if (places.length === 0) return null;
  return (
    <section aria-labelledby="ailleurs">
      <h2 id="ailleurs">Ailleurs dans le graphe</h2>
      <p>
        Cette recherche lit ce que tient le ministère, et les noms des établissements, des indicateurs, des
        règles de validation, des outils et des leviers nationaux. D’autres paliers tiennent :
      </p>
      <ul>
        {places.map(({ contenu, palier, path, name }) => (
          <li key={contenu}>
            {contenu}
            {palier && ` (${palier.nom})`} : <Link to={path}>{name}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where lists that this search does not read are seen. */
const LISTS: Readonly<Record<string, { readonly path: string; readonly name: string }>> = {
  campagnes: { path: '/q/campagnes', name: 'toutes' },
  mesures: { path: '/tableau', name: 'sur le tableau de bord' },
  redditions: { path: '/tableau', name: 'sur le tableau de bord' },
};

type PlaceElsewhere = Omit<Ailleurs, 'champ'> & { readonly path: string; readonly name: string };

/** Nothing for what this search reads. A field that asks one thing by its code names its type: « campagne(code: "…") ». */
function placeOf({ champ, ...one }: Ailleurs, found: readonly Found[]): PlaceElsewhere | undefined {
  const [, field, code = ''] = /^(\w+)\(\w+: "(.+)"\)$/.exec(champ) ?? [];
  if (field === undefined) return LISTS[champ] && { ...one, ...LISTS[champ] };
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  if (found.some((known) => known.type === type && known.code === code)) return undefined;
  const path = pathOfFact(type, code);
  return path === undefined ? undefined : { ...one, path, name: code };
}
