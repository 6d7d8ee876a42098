import type { ComponentChildren, VNode } from 'preact';
import { Link } from '../../shell/link.tsx';
import { Absence } from '../shown/absence.tsx';
import { FactLink } from '../shown/fact-link.tsx';
import { NotRead, SANTE_QUEBEC, ETABLISSEMENTS } from '../shown/not-read.tsx';
import { sayOrigine, Source } from '../shown/provenance.tsx';
import { sayDay, sayNumber } from '../shown/say.ts';
import type { Gestionnaire, TerritoireLu } from './data.ts';

/** Where a territory is, who answers for it, and how many people live there. */
export function Facts({ of }: { readonly of: TerritoireLu }): VNode {
  const { code, region, reseauTerritorial, reseauLocal, etablissement, gestionnaire, provenance } = of;
  return (
    <dl class="facts">
      <Fact name="Région sociosanitaire">
        <FactLink type="Region" code={region.code}>
          {region.nom}
        </FactLink>
      </Fact>
      <Fact name="Réseau territorial">
        <FactLink type="ReseauTerritorial" code={reseauTerritorial.code}>
          {reseauTerritorial.nom}
        </FactLink>
      </Fact>
      <Fact name="Réseau local">
        {reseauLocal === null ? (
          'aucun réseau local ne le compte'
        ) : (
          <FactLink type="ReseauLocal" code={reseauLocal.code}>
            {reseauLocal.nom}
          </FactLink>
        )}
      </Fact>
      <Fact name="Établissement qui en répond">
        {etablissement === null ? (
          <NotRead what="Établissement" level={SANTE_QUEBEC} />
        ) : (
          <Link to={`/tableau/etablissement/${etablissement.code}`}>{etablissement.nom}</Link>
        )}
      </Fact>
      <Fact name="Gestionnaire du CLSC">
        <GestionnaireLu of={gestionnaire} />
      </Fact>
      <Population of={of} />
      <Fact name="Source">
        <Source of={provenance} fact={{ type: 'TerritoireClsc', code }} />, code <code>{code}</code>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }): VNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function GestionnaireLu({ of }: { readonly of: Gestionnaire | null }): VNode {
  if (of === null) return <NotRead what="Gestionnaire" level={ETABLISSEMENTS} />;
  const { fonction, enFonctionDepuis, provenance, absence } = of;
  if (fonction === null) return <Absence absence={absence} />;
  return (
    <>
      {fonction}
      {enFonctionDepuis !== null && `, en fonction depuis le ${sayDay(enFonctionDepuis)}`}
      {provenance !== null && ` (${sayOrigine(provenance.origine)})`}
    </>
  );
}

const NATURES: Readonly<Record<string, string>> = { ESTIMATION: 'estimation', PROJECTION: 'projection' };
const POSITIONS: Readonly<Record<string, string>> = {
  SOUS_LE_REPERE: 'sous le repère de taille',
  DANS_LE_REPERE: 'dans le repère de taille',
  AU_DESSUS_DU_REPERE: 'au-dessus du repère de taille',
};

function Population({
  of: { population, situationPopulation: situation },
}: {
  readonly of: TerritoireLu;
}): VNode {
  return (
    <Fact name="Population">
      {population === null ? (
        'aucune donnée'
      ) : (
        <>
          {sayNumber(population.nombre)} personnes ({NATURES[population.nature] ?? population.nature} de{' '}
          {population.annee}
          ), {POSITIONS[situation.position] ?? situation.position} de {sayNumber(situation.borneBasse)} à{' '}
          {sayNumber(situation.borneHaute)}. {situation.avertissement} <Source of={situation.provenance} />
        </>
      )}
    </Fact>
  );
}
