import { tableauChoix, tableauEtablissement } from '../../operations/operations.ts';
import type { VNode } from 'preact';
import { foundOr } from '../../shell/found-or.ts';
import type { Asked, PageRequest } from '../../shell/page.ts';
import { sayCount } from '../../shell/say-number.ts';
import { sayOrigine } from '../../shell/say-source.ts';
import { BilanTable } from '../bilan/bilan-table.tsx';
import { ChoiceForm, toCampagneField } from '../choices/choice-form.tsx';
import {
  type CampagneLue,
  type ExigenceMesuree,
  listCampagnes,
  listExigences,
  readCampagne,
} from '../choices/choices.ts';
import { chosenIn, type TableauView, ViewLink } from '../choices/view-link.tsx';
import { Absence } from '../shown/absence.tsx';
import { Contents } from '../shown/contents.tsx';
import { FactLink } from '../shown/fact-link.tsx';
import { Figure } from '../shown/figure.tsx';
import { groupBy } from '../shown/group-by.ts';
import { ETABLISSEMENTS, isSilent, MSSS, SANTE_QUEBEC } from '../shown/level.ts';
import { NotRead } from '../shown/not-read.tsx';
import { Source } from '../shown/provenance.tsx';
import { sayDay } from '@palier/calls/say-instant';
import { Table } from '../shown/table.tsx';
import { wholeOf } from '../shown/whole-of.ts';
import { askRetours, type RetoursLus } from './ask-retours.ts';
import type { EtablissementLu, TerritoireDeLui } from './data.ts';
import { askObligations, narrowingTo, Obligations, type ObligationsLues } from './obligations.tsx';
import { Redditions } from './redditions.tsx';

/** `/tableau/etablissement/<code>`: what it owes, what it returned, what came back and why. */
export async function showEtablissement(
  { ask, parameters }: PageRequest,
  code: string,
): Promise<TableauView> {
  const { data: choix } = await ask(tableauChoix, {});
  const opened = listCampagnes(choix);
  const campagnes = 'told' in opened ? opened.told : [];
  const measured = listExigences(choix);
  const campagne = campagnes.length === 0 ? undefined : readCampagne(campagnes, parameters.get('campagne'));
  const [told, obligations, retours] = await Promise.all([
    ask(tableauEtablissement, { code, campagne: campagne?.code }),
    askObligations(ask, { code, campagne: campagne?.code }, parameters),
    campagne && askRetours(ask, { etablissement: code, campagne: campagne.code }),
  ]);
  const { data, fault } = told;
  const of = foundOr(data.etablissement, { fault, none: 'Aucun établissement', code });
  return {
    title: of.abrege ?? of.nom,
    breadcrumbs: [{ name: 'Le Québec d’un coup d’œil', path: '/tableau' }],
    chosen: campagne === undefined ? chosenIn(parameters) : { campagne: campagne.code },
    main: (
      <Main
        of={of}
        told={told}
        campagne={campagne}
        campagnes={campagnes}
        obligations={obligations}
        exigences={'told' in measured ? measured.told : []}
        retours={retours}
      />
    ),
  };
}

const PARTS = {
  redditions: 'Ce qu’il a rendu, ce qui est revenu et pourquoi',
  obligations: 'Ce qu’il doit',
  territoires: 'Ses territoires',
};

interface MainProps {
  readonly of: EtablissementLu;
  readonly told: Asked<unknown>;
  readonly campagne: CampagneLue | undefined;
  readonly campagnes: readonly CampagneLue[];
  readonly obligations: ObligationsLues | null;
  readonly exigences: readonly ExigenceMesuree[];
  readonly retours: RetoursLus | undefined;
}

function Main({ of, told, campagne, campagnes, obligations, exigences, retours }: MainProps): VNode {
  const { code, nom, siege, region, pdg, provenance } = of;
  const to = `/tableau/etablissement/${code}`;
  const variables = { code, campagne: campagne?.code };
  const etat = obligations ? narrowingTo(obligations.etat) : undefined;
  const due = { operation: 'tableau-obligations', variables: { ...variables, etat } };
  return (
    <>
      <h1>{nom}</h1>
      <p>
        {siege !== null && `Siège : ${siege}. `}
        {region !== null && (
          <>
            Région :{' '}
            <FactLink type="Region" code={region.code}>
              {region.nom}
            </FactLink>
            .{' '}
          </>
        )}
        <Source of={provenance} />, code <code>{code}</code>.
      </p>
      {region === null && isSilent(told, MSSS, ['etablissement', 'region']) && (
        <NotRead what="Région" level={MSSS} />
      )}
      <Direction of={pdg} />
      <Contents of={PARTS} />
      {campagne !== undefined && (
        <ChoiceForm action={to} label="Campagne" fields={[toCampagneField(campagne, campagnes)]}>
          {obligations?.isChosen && <input type="hidden" name="etat" value={obligations.etat} />}
        </ChoiceForm>
      )}
      <Figure
        id="redditions"
        title={PARTS.redditions}
        data={{
          operation: 'retours-etablissement',
          variables: { etablissement: code, campagne: campagne?.code },
        }}
      >
        <Redditions of={of.redditions} retours={retours} campagne={campagne} to={to} />
      </Figure>
      <Figure id="obligations" title={PARTS.obligations} data={due}>
        {obligations === null ? (
          <NotRead what="Obligations" level={ETABLISSEMENTS} />
        ) : (
          <Obligations of={obligations} exigences={exigences} to={to} data={due} />
        )}
      </Figure>
      <Figure
        id="territoires"
        title={PARTS.territoires}
        data={{ operation: 'tableau-etablissement', variables, table: 'etablissement.territoires' }}
      >
        <Territoires of={of.territoires} told={told} campagne={campagne} />
      </Figure>
    </>
  );
}

function Direction({ of }: { readonly of: EtablissementLu['pdg'] }): VNode {
  if (of === null) return <NotRead what="Présidence-direction générale" level={ETABLISSEMENTS} />;
  if (of.depuis === null) return <Absence absence={of.absence} />;
  return (
    <p>
      Président-directeur général en fonction depuis le {sayDay(of.depuis)}
      {of.provenance !== null && ` (${sayOrigine(of.provenance.origine)})`}.
    </p>
  );
}

/** What is said of each of these, once: of how many where it is not of all. */
function listOnce<Item>(items: readonly Item[], say: (item: Item) => string): string {
  const groups = [...groupBy(items, say)];
  return groups
    .map(([said, same]) => (groups.length === 1 ? said : `${said} (${sayCount(same.length, 'territoire')})`))
    .join(' ; ');
}

function Territoires({
  of,
  told,
  campagne,
}: {
  readonly of: EtablissementLu['territoires'];
  readonly told: Asked<unknown>;
  readonly campagne: CampagneLue | undefined;
}): VNode {
  const territoires = wholeOf(of);
  if (territoires === undefined) return <NotRead what="Territoires" level={MSSS} />;
  if (territoires.length === 0) return <p class="absence">Il ne répond d’aucun territoire de CLSC.</p>;
  const nameOf = ({ code, nom }: TerritoireDeLui): VNode => (
    <ViewLink to={`/tableau/territoire/${code}`}>{nom}</ViewLink>
  );
  const counted = territoires.flatMap(({ bilan, ...one }) =>
    bilan === null ? [] : [{ ...one, ...bilan, bilan }],
  );
  const others = territoires.filter(({ bilan }) => bilan === null);
  const isNotRead =
    others.length > 0 && isSilent(told, SANTE_QUEBEC, ['etablissement', 'territoires', 'bilan']);
  return (
    <>
      <p>
        Que ces territoires soient les siens est{' '}
        {listOnce(territoires, ({ provenanceEtablissement }) =>
          provenanceEtablissement === null ? 'non lu' : sayOrigine(provenanceEtablissement.origine),
        )}
        .
      </p>
      {counted.length > 0 && (
        <p>
          Bilans consolidés par Santé Québec{' '}
          {listOnce(counted, ({ consolideLe, source }) => `le ${sayDay(consolideLe)} ; source : ${source}`)}.
        </p>
      )}
      {counted.length > 0 && (
        <BilanTable
          caption={`Mesures de chaque territoire${campagne === undefined ? '' : `, ${campagne.nom}`}`}
          first="Territoire"
          rows={counted}
          keyOf={({ code }) => code}
          nameOf={nameOf}
        />
      )}
      {isNotRead && <NotRead what="Bilans" level={SANTE_QUEBEC} />}
      {others.length > 0 && (
        <Table
          caption={
            isNotRead
              ? 'Territoires dont le bilan n’est pas lu'
              : 'Territoires sans bilan pour cette campagne'
          }
          rows={others}
          keyOf={({ code }) => code}
          columns={[{ name: 'Territoire', cell: nameOf }]}
        />
      )}
    </>
  );
}
