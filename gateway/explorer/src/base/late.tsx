import { Component, type ComponentType, lazy, type ReactElement, type ReactNode, Suspense } from 'react';

/** A part of the page whose file was not read: it is another in a newer build, or the network failed. */
class NotRead extends Error {}

/** A part of the page that is read when it is opened; it stands within `Late`. */
export const latePart = <Props extends object>(
  read: () => Promise<{ readonly default: ComponentType<Props> }>,
): ComponentType<Props> =>
  lazy(() =>
    read().catch((cause: unknown) => {
      throw new NotRead('A part of the page could not be read', { cause });
    }),
  );

interface LateProps {
  readonly children: ReactNode;
  /** Said of a part that shows nothing until it is read. */
  readonly isSilent?: boolean;
}

interface LateState {
  readonly failure: unknown;
}

/** Around parts that are read late: when one fails, it says so in its place, and the rest of the page stands. */
export class Late extends Component<LateProps, LateState> {
  override readonly state: LateState = { failure: undefined };

  static getDerivedStateFromError(failure: unknown): LateState {
    return { failure };
  }

  override render(): ReactNode {
    const { children, isSilent = false } = this.props;
    const { failure } = this.state;
    if (failure !== undefined) return <Failed hasRead={!(failure instanceof NotRead)} />;
    return <Suspense fallback={isSilent ? null : <p role="status">Un instant…</p>}>{children}</Suspense>;
  }
}

/** What was refused once is refused until the page is read again. */
function Failed({ hasRead }: { readonly hasRead: boolean }): ReactElement {
  return (
    <div role="alert" className="late">
      <p>
        {hasRead
          ? 'Cette partie de la page ne peut pas être montrée : elle a une faute.'
          : 'Cette partie de la page n’a pas pu être lue : Palier est plus récent que cet onglet, ou le réseau a manqué.'}{' '}
        Le reste de la page fonctionne. Rechargée, elle retrouve vos requêtes, que le navigateur garde ; un
        jeton donné à la page sera à redonner, et la réponse à redemander.
      </p>
      <button type="button" onClick={() => location.reload()}>
        Recharger la page
      </button>
    </div>
  );
}
