import { Refusal } from '@palier/gateway/errors/errors';
import type { VNode } from 'preact';
import { Link } from '../../shell/link.tsx';
import type { PageRequest, PageView } from '../../shell/page.ts';
import { listLignes } from '../bilan/bilan.ts';
import { BilanTable } from '../bilan/bilan-table.tsx';
import { isOwed } from '../carte/carte.ts';
import { campagneField, ChoiceForm, exigenceField, voletFields } from '../choices/choice-form.tsx';
import { type Choices, type Choix, readChoices } from '../choices/choices.ts';
import { Chain } from '../imputabilite/chain.tsx';
import { Section } from '../shown/figure.tsx';
import { ETABLISSEMENTS, MSSS, NotRead, SANTE_QUEBEC } from '../shown/not-read.tsx';
import { sayDay } from '../shown/say.ts';
import { EcartsList } from '../sources/ecarts-list.tsx';
import { SourcesTable } from '../sources/sources-table.tsx';
import type { TableauSerie, TableauTerritoire, TerritoireLu } from './data.ts';
import { Offres, Roles } from './declared.tsx';
import { Facts } from './facts.tsx';
import { Serie } from './serie.tsx';

/** `/tableau/territoire/<code>`: a territory, and one exigence in it, down to the lines it is founded on. */
export async function showTerritoire({ ask, parameters }: PageRequest, code: string): Promise<PageView> {
  const { data: choix } = await ask<Choix>('tableau-choix');
  const choices = readChoices(choix, parameters);
  const campagne = choices?.campagne.code;
  const [territoire, serie] = await Promise.all([
    ask<TableauTerritoire>('tableau-territoire', { code, campagne }),
    choices &&
      ask<TableauSerie>('tableau-serie', { territoire: code, exigence: choices.exigence.code, campagne }),
  ]);
  const { territoireClsc: of } = territoire.data;
  if (of === null)
    throw (
      territoire.fault ??
      new Refusal('ADRESSE_INCONNUE', {
        detail: `Aucun territoire de CLSC n’a le code « ${code.slice(0, 100)} ».`,
      })
    );
  return {
    title: of.nom,
    trail: [{ name: 'Le Québec d’un coup d’œil', path: '/tableau' }],
    main: <Main of={of} choices={choices} serie={serie?.data} />,
  };
}

interface MainProps {
  readonly of: TerritoireLu;
  readonly choices: Choices | undefined;
  readonly serie: TableauSerie | undefined;
}

function Main({ of, choices, serie }: MainProps): VNode {
  const campagne = choices?.campagne.code;
  const data = {
    operation: 'tableau-territoire',
    variables: { code: of.code, campagne },
    table: 'territoireClsc.bilan.parIndicateur.parExigence',
  };
  return (
    <>
      <h1>{of.nom}</h1>
      <Facts of={of} />
      <p>
        <Link to={`/tableau/comparer?a=${of.code}`}>Comparer à un autre territoire</Link>
        {' · '}
        <Link to={`/tableau/comparer?territoire=${of.code}`}>Comparer à un autre moment</Link>
      </p>
      <Section id="bilan" title="Bilan de la campagne" data={data}>
        <Bilan of={of} />
      </Section>
      <Section id="exigence" title="Une exigence, période par période">
        <Exigence of={of} choices={choices} serie={serie} />
      </Section>
      <Section id="roles" title="Rôles exercés">
        <Roles of={of.exerciceRoles} />
      </Section>
      <Section id="offre" title="Services offerts">
        <Offres of={of.offre} />
      </Section>
    </>
  );
}

function Bilan({ of: { code, nom, bilan } }: { readonly of: TerritoireLu }): VNode {
  if (bilan === null)
    return <p class="absence">Santé Québec n’a pas de bilan de ce territoire pour cette campagne.</p>;
  const { campagne, consolideLe, source } = bilan;
  return (
    <>
      <p>
        Consolidé par Santé Québec le {sayDay(consolideLe)} ; source : {source}. Choisissez une exigence pour
        la voir période par période.
      </p>
      <BilanTable
        caption={`Mesures de ${nom}, ${campagne.nom}`}
        first="Exigence"
        rows={listLignes(bilan)}
        keyOf={({ key }) => key}
        nameOf={({ exigence, volet, name }) =>
          exigence === undefined ? (
            name
          ) : (
            <Link
              to={`/tableau/territoire/${code}?${toChoice({ exigence, campagne: campagne.code, volet })}#exigence`}
            >
              {name}
            </Link>
          )
        }
      />
    </>
  );
}

function toChoice({
  volet,
  ...choice
}: {
  exigence: string;
  campagne: string;
  volet: string | null;
}): string {
  return new URLSearchParams({ ...choice, ...(volet !== null && { volet }) }).toString();
}

function Exigence({ of, choices, serie }: MainProps): VNode {
  if (choices === undefined || serie === undefined)
    return <NotRead what="Les exigences mesurées" level={SANTE_QUEBEC} />;
  const { exigence: mesuree } = choices;
  const { exigence, territoireClsc } = serie;
  const mesures = territoireClsc?.mesures ?? null;
  const imputabilite = territoireClsc?.imputabilite ?? null;
  const to = `/tableau/territoire/${of.code}`;
  return (
    <>
      <ChoiceForm
        action={to}
        label="Exigence et campagne"
        fields={[exigenceField(choices), ...voletFields(choices), campagneField(choices)]}
      />
      {choices.notes.map((note) => (
        <p key={note} class="absence">
          {note}
        </p>
      ))}
      <p>
        <Link to={`/tableau/exigence/${mesuree.code}`}>{mesuree.name}</Link>
        {exigence !== null && ` : ${exigence.texte ?? exigence.standard.enonce}`}
      </p>
      {mesures === null ? (
        <NotRead what="Les mesures" level={ETABLISSEMENTS} />
      ) : (
        <Serie
          of={of.nom}
          choices={choices}
          mesures={mesures.nodes.filter((node) => node !== null)}
          absence={mesures.absence}
          assertions={exigence?.assertions ?? []}
          isDue={isOwed(of)}
        />
      )}
      <h3>Ce que dit chaque source</h3>
      {exigence === null ? (
        <NotRead what="Les sources" level={MSSS} />
      ) : (
        <>
          <SourcesTable exigence={exigence.code} assertions={exigence.assertions} />
          <EcartsList ecarts={exigence.ecarts} />
        </>
      )}
      <h3 id="imputabilite">Qui en répond</h3>
      {imputabilite === null ? (
        <NotRead what="La chaîne d’imputabilité" level={MSSS} />
      ) : (
        <Chain of={imputabilite} exigence={mesuree.code} />
      )}
    </>
  );
}
