import type { ComponentChildren, VNode } from 'preact';
import { sayOrigine } from '../../shell/say-source.ts';
import { ViewLink } from '../choices/view-link.tsx';
import { Absence } from '../shown/absence.tsx';
import { FactLink } from '../shown/fact-link.tsx';
import { type ProvenanceLue, Source } from '../shown/provenance.tsx';
import { sayDay } from '@palier/calls/say-instant';
import type { ImputabiliteLue } from './imputabilite.ts';

export interface ChainProps {
  readonly of: ImputabiliteLue;
  readonly exigence: string;
}

/** The chain of accountability, from who says what must be to who answers for it, each link with what it cites. */
export function Chain({ of, exigence }: ChainProps): VNode {
  return (
    <>
      {of.motifSansCompte !== null && <p class="absence">{of.motifSansCompte}</p>}
      <ol class="chain">
        <Fixe of={of} exigence={exigence} />
        <Coordonne of={of} />
        <Rend of={of} />
      </ol>
    </>
  );
}

interface StepProps {
  readonly verb: string;
  readonly who: ComponentChildren;
  readonly mandat?: { readonly code: string; readonly enonce: string } | null | undefined;
  readonly source?:
    | { readonly of: ProvenanceLue; readonly fact?: { readonly type: string; readonly code: string } }
    | undefined;
  readonly children?: ComponentChildren;
}

function Step({ verb, who, mandat, source, children }: StepProps): VNode {
  return (
    <li>
      <h4>
        {verb} : {who}
      </h4>
      {mandat != null && (
        <p>
          Mandat <FactLink type="Mandat" code={mandat.code} /> : {mandat.enonce}
        </p>
      )}
      {source !== undefined && (
        <p>
          {source.of.lignes == null && source.of.origine === 'INFERENCE' ? 'Aucune ligne' : 'Lignes citées'} :{' '}
          <Source {...source} />
        </p>
      )}
      {children}
    </li>
  );
}

/** The lines of a step are those of its mandat, whose page shows them. */
const citedBy = (mandat: StepProps['mandat'], of: ProvenanceLue): StepProps['source'] => ({
  of,
  ...(mandat != null && { fact: { type: 'Mandat', code: mandat.code } }),
});

const MINISTERE = 'le ministère de la Santé et des Services sociaux';

function Fixe({ of: { fixePar }, exigence }: ChainProps): VNode {
  const { mandat, lecture, provenance, lien } = fixePar;
  return (
    <Step
      verb="Fixe"
      who={MINISTERE}
      mandat={mandat}
      source={{ of: provenance, fact: { type: 'Exigence', code: exigence } }}
    >
      <p>{lecture}</p>
      {lien.note != null && (
        <p class="soft">
          Lien avec ce mandat : {sayOrigine(lien.origine)}. {lien.note}
        </p>
      )}
    </Step>
  );
}

function Coordonne({ of: { coordonnePar } }: Pick<ChainProps, 'of'>): VNode {
  if (coordonnePar === null) return <Step verb="Coordonne" who={NOT_READ} />;
  const { mandat, indicateur, canevas, campagne, absence, provenance } = coordonnePar;
  return (
    <Step verb="Coordonne" who="Santé Québec" mandat={mandat} source={citedBy(mandat, provenance)}>
      {indicateur !== null && (
        <p>
          Indicateur <FactLink type="Indicateur" code={indicateur.code} /> : {indicateur.nom}
        </p>
      )}
      {campagne !== null && (
        <p>
          {campagne.nom}
          {canevas !== null && (
            <>
              , canevas <FactLink type="Canevas" code={canevas.code} />
            </>
          )}
        </p>
      )}
      {absence !== null && <Absence absence={absence} />}
    </Step>
  );
}

const NOT_READ = 'non lu : ce palier ne répond pas';

function Rend({ of: { renduPar, etablissement } }: Pick<ChainProps, 'of'>): VNode {
  if (renduPar === null) return <Step verb="Rend compte" who={NOT_READ} />;
  const { mandat, gestionnaire, referenceLegale, absence, provenance } = renduPar;
  const who =
    etablissement === null ? (
      'l’établissement'
    ) : (
      <ViewLink to={`/tableau/etablissement/${etablissement.code}`}>{etablissement.nom}</ViewLink>
    );
  return (
    <Step verb="Rend compte" who={who} mandat={mandat} source={citedBy(mandat, provenance)}>
      {gestionnaire.fonction !== null && (
        <p>
          {gestionnaire.fonction}
          {gestionnaire.enFonctionDepuis !== null &&
            `, en fonction depuis le ${sayDay(gestionnaire.enFonctionDepuis)}`}
          {gestionnaire.provenance !== null && ` (${sayOrigine(gestionnaire.provenance.origine)})`}
        </p>
      )}
      {referenceLegale !== null && (
        <p>
          Il est prévu, selon le texte et les lignes que dit sa page, par{' '}
          <FactLink type="ReferenceLegale" code={referenceLegale.code}>
            {referenceLegale.loi}
            {referenceLegale.article !== null && `, article ${referenceLegale.article}`}
          </FactLink>
        </p>
      )}
      {absence !== null && <Absence absence={absence} />}
    </Step>
  );
}
