import { useGraphiQLActions } from '@graphiql/react';
import { sayInstantHere } from '@palier/calls/say-instant';
import { type FormEvent, type ReactElement, useId, useRef, useState } from 'react';
import { askGraph } from '../base/ask-graph.ts';
import { createStore } from '../base/store.ts';
import { forgetAnswersTo } from '../result/answers.ts';
import { CompareAnonymous } from './compare-anonymous.tsx';
import { readClaims, sayHolder } from '../session/read-claims.ts';
import { HELD_TOKENS, type HeldToken, IDENTITY, identityHeaders } from '../session/session.ts';

/** Whether this gateway is known to verify tokens: it has refused one. */
const VERIFIED = createStore(false);

/** Holds tokens for as long as the page lives, and says who each is and what nobody known may not. */
export default function IdentityPanel(): ReactElement {
  const identity = IDENTITY.use();
  const [said, setSaid] = useState('');
  const isVerified = VERIFIED.use();
  const choose = (chosen: HeldToken | undefined): void => {
    IDENTITY.set(chosen);
    setSaid('');
  };
  return (
    <>
      <p>
        Sans jeton, vous êtes <b>anonyme</b> : vous lisez ce qui est montré à tous ; les actes (mutations) et
        les champs réservés sont refusés. Un jeton dit pour quel palier, ou quel établissement, vous demandez.
      </p>
      <Holders identity={identity} onChoose={choose} />
      <TokenForm onHeld={choose} onRefused={setSaid} />
      <p role="status" className="refusal">
        {said}
      </p>
      <p className="soft">
        {isVerified ? (
          'Cette passerelle vérifie les jetons : elle refuse ceux qu’elle ne reconnaît pas, ou qui sont expirés.'
        ) : (
          <>
            Ce qu’un jeton dit n’est pas vérifié par cette page. La passerelle le vérifie si elle connaît des
            clés (<code>PALIER_JWKS</code>) ; sans clé, elle n’en refuse aucun, et n’y lit rien.
          </>
        )}
      </p>
      <p className="soft">
        Un jeton reste dans la mémoire de cette page : ni ce navigateur ni l’adresse ne le retiennent.
        Recharger la page l’oublie.
      </p>
      <RereadSchema />
      {identity !== undefined && <CompareAnonymous key={identity.token} identity={identity} />}
    </>
  );
}

interface HoldersProps {
  readonly identity: HeldToken | undefined;
  readonly onChoose: (chosen: HeldToken | undefined) => void;
}

/** Nobody, then each whose token is held. */
function Holders({ identity, onChoose }: HoldersProps): ReactElement {
  const held = HELD_TOKENS.use();
  const name = useId();
  const anonymous = useRef<HTMLInputElement>(null);
  const forget = (gone: HeldToken): void => {
    HELD_TOKENS.set(HELD_TOKENS.get().filter((other) => other !== gone));
    forgetAnswersTo(identityHeaders(gone).authorization);
    if (identity === gone) onChoose(undefined);
    anonymous.current?.focus();
  };
  return (
    <fieldset>
      <legend>Qui demande</legend>
      <label>
        <input
          ref={anonymous}
          type="radio"
          name={name}
          checked={identity === undefined}
          onChange={() => onChoose(undefined)}
        />
        Anonyme
      </label>
      {held.map((one) => (
        <div key={one.token} className="holder">
          <label>
            <input type="radio" name={name} checked={identity === one} onChange={() => onChoose(one)} />
            {sayHolder(one.claims)}
          </label>
          <Details held={one} />
          <button
            type="button"
            onClick={() => forget(one)}
            aria-label={`Oublier le jeton de ${sayHolder(one.claims)}`}
          >
            Oublier
          </button>
        </div>
      ))}
    </fieldset>
  );
}

interface TokenFormProps {
  readonly onHeld: (added: HeldToken) => void;
  readonly onRefused: (said: string) => void;
}

function TokenForm({ onHeld, onRefused }: TokenFormProps): ReactElement {
  const [text, setText] = useState('');
  const id = useId();
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const token = text.trim().replace(/^bearer\s+/i, '');
    if (token === '') return;
    const added = { token, claims: readClaims(token) };
    const refusal = await refusalOf(added);
    if (refusal !== undefined) {
      onRefused(refusal);
      return;
    }
    // As they are once the gateway has answered.
    HELD_TOKENS.set([...HELD_TOKENS.get().filter((other) => other.token !== token), added]);
    setText('');
    onHeld(added);
  };
  return (
    <form onSubmit={(event) => void add(event)}>
      <label htmlFor={id}>Ajouter un jeton</label>
      <input
        id={id}
        type="password"
        autoComplete="one-time-code"
        spellCheck={false}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button type="submit">Employer ce jeton</button>
    </form>
  );
}

interface GraphError {
  readonly message?: string;
  readonly extensions?: { readonly code?: string };
}

/** What a token says; whether it is true, the gateway alone knows, where it verifies any. */
function Details({ held: { claims } }: { readonly held: HeldToken }): ReactElement {
  if (claims === undefined) return <small>Ce jeton ne se lit pas ici.</small>;
  const { droits, fin } = claims;
  return (
    <small>
      {droits.length === 0 ? 'aucun droit de plus' : `droits : ${droits.join(', ')}`}
      {fin !== undefined && ` ; jusqu’au ${sayInstantHere(fin)}`}
    </small>
  );
}

/** Who may see more has a larger schema, where the whole is not shown to all. */
function RereadSchema(): ReactElement {
  const { introspect } = useGraphiQLActions();
  return (
    <button type="button" onClick={() => void introspect()}>
      Relire le schéma sous cette identité
    </button>
  );
}

const OF_TOKENS = /^JETON_/;

/** Why a token is not taken: what else the gateway refuses is no fault of the token. */
async function refusalOf(held: HeldToken): Promise<string | undefined> {
  try {
    const { errors } = await askGraph({ query: '{ __typename }' }, identityHeaders(held));
    const refused = (errors ?? []) as readonly GraphError[];
    const ofToken = refused.find(({ extensions }) => OF_TOKENS.test(extensions?.code ?? ''));
    if (ofToken === undefined) return undefined;
    VERIFIED.set(true);
    return `Ce jeton est refusé. ${ofToken.message}`;
  } catch (error) {
    return `Ce jeton n’a pas pu être essayé. ${(error as Error).message}`;
  }
}
