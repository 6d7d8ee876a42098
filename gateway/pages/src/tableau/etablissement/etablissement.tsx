import { Refusal } from '@palier/gateway/errors/errors';
import type { VNode } from 'preact';
import { Link } from '../../shell/link.tsx';
import type { PageRequest, PageView } from '../../shell/page.ts';
import { BilanTable } from '../bilan/bilan-table.tsx';
import { ChoiceForm, toCampagneField } from '../choices/choice-form.tsx';
import { type CampagneLue, type Choix, listCampagnes, readCampagne } from '../choices/choices.ts';
import { Absence } from '../shown/absence.tsx';
import { FactLink } from '../shown/fact-link.tsx';
import { Section } from '../shown/figure.tsx';
import { ETABLISSEMENTS, MSSS, NotRead } from '../shown/not-read.tsx';
import { Source } from '../shown/provenance.tsx';
import { sayDay } from '../shown/say.ts';
import { Table } from '../shown/table.tsx';
import type { EtablissementLu, TableauEtablissement, TerritoireDeLui } from './data.ts';
import { askObligations, Obligations, type ObligationsLues } from './obligations.tsx';
import { Redditions } from './redditions.tsx';

/** `/tableau/etablissement/<code>`: what it owes, what it returned, what came back and why. */
export async function showEtablissement({ ask, parameters }: PageRequest, code: string): Promise<PageView> {
  const { data: choix } = await ask<Choix>('tableau-choix');
  const campagnes = listCampagnes(choix);
  const campagne = campagnes.length === 0 ? undefined : readCampagne(campagnes, parameters.get('campagne'));
  const [told, obligations] = await Promise.all([
    ask<TableauEtablissement>('tableau-etablissement', { code, campagne: campagne?.code }),
    askObligations(ask, { code, campagne: campagne?.code }, parameters),
  ]);
  const { etablissement: of } = told.data;
  if (of === null)
    throw (
      told.fault ??
      new Refusal('ADRESSE_INCONNUE', {
        detail: `Aucun établissement n’a le code « ${code.slice(0, 100)} ».`,
      })
    );
  return {
    title: of.abrege ?? of.nom,
    trail: [{ name: 'Le Québec d’un coup d’œil', path: '/tableau' }],
    main: <Main of={of} campagne={campagne} campagnes={campagnes} obligations={obligations} />,
  };
}

interface MainProps {
  readonly of: EtablissementLu;
  readonly campagne: CampagneLue | undefined;
  readonly campagnes: readonly CampagneLue[];
  readonly obligations: ObligationsLues | null;
}

function Main({ of, campagne, campagnes, obligations }: MainProps): VNode {
  const { code, nom, siege, region, pdg, provenance } = of;
  const to = `/tableau/etablissement/${code}`;
  const variables = { code, campagne: campagne?.code };
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
      {pdg !== null &&
        (pdg.depuis === null ? (
          <Absence absence={pdg.absence} />
        ) : (
          <p>Président-directeur général en fonction depuis le {sayDay(pdg.depuis)}.</p>
        ))}
      {campagne !== undefined && (
        <ChoiceForm action={to} label="Campagne" fields={[toCampagneField(campagne, campagnes)]} />
      )}
      <Section id="obligations" title="Ce qu’il doit" data={{ operation: 'tableau-obligations', variables }}>
        {obligations === null ? (
          <NotRead what="Obligations" level={ETABLISSEMENTS} />
        ) : (
          <Obligations of={obligations} to={to} campagne={campagne} />
        )}
      </Section>
      <Section
        id="redditions"
        title="Ce qu’il a rendu, ce qui est revenu et pourquoi"
        data={{
          operation: 'tableau-etablissement',
          variables,
          table: 'etablissement.redditions.nodes.examen.cellules',
        }}
      >
        <Redditions of={of.redditions} />
      </Section>
      <Section id="territoires" title="Ses territoires">
        <Territoires of={of.territoires} campagne={campagne} />
      </Section>
    </>
  );
}

function Territoires({
  of,
  campagne,
}: {
  readonly of: EtablissementLu['territoires'];
  readonly campagne: CampagneLue | undefined;
}): VNode {
  // One that is not read is there all the same: what is left would not be all of them.
  if (of === null || of.includes(null)) return <NotRead what="Territoires" level={MSSS} />;
  const territoires = of.filter((one) => one !== null);
  if (territoires.length === 0) return <p class="absence">Il ne répond d’aucun territoire de CLSC.</p>;
  const nameOf = ({ code, nom }: TerritoireDeLui): VNode => (
    <Link to={`/tableau/territoire/${code}`}>{nom}</Link>
  );
  const counted = territoires.flatMap(({ bilan, ...one }) =>
    bilan === null ? [] : [{ ...one, ...bilan, bilan }],
  );
  const others = territoires.filter(({ bilan }) => bilan === null);
  return (
    <>
      {counted.length > 0 && (
        <BilanTable
          caption={`Mesures de chaque territoire${campagne === undefined ? '' : `, ${campagne.nom}`}`}
          first="Territoire"
          rows={counted}
          keyOf={({ code }) => code}
          nameOf={nameOf}
        />
      )}
      {others.length > 0 && (
        <Table
          caption="Territoires sans bilan pour cette campagne"
          rows={others}
          keyOf={({ code }) => code}
          columns={[{ name: 'Territoire', cell: nameOf }]}
        />
      )}
    </>
  );
}
