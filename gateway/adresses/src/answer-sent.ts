import { measureDocument } from '@palier/federation/graphql/measure-document';
import { isRecord } from '@palier/gateway/base/records';
import { Refusal } from '@palier/gateway/errors/errors';
import { GraphFault } from '@palier/gateway/http/graph-fault';
import type { Answer, MountRequest } from '@palier/gateway/http/mount';
import type { OperationRequest } from '@palier/gateway/request/operation';
import { parse, separateOperations } from 'graphql';
import { answerFile } from './answer-file.ts';
import { type ReadableOperation, prepareText } from './operation/readable-operation.ts';
import { FORMATS, SAID_OPTIONS } from './address/formats.ts';
import { readGiven, readName } from './address/read-address.ts';
import { PAGE_SIZE } from './rows/read-pages.ts';
import { refuseMarks } from './operation/refuse-marks.ts';
import { shapeOf } from './operation/shape.ts';
import { countFields } from './operation/tables.ts';

/** Fields of which tables are made, fragments developed: a registered operation asks some hundreds. */
const MOST_SELECTIONS = 20_000;
/** Fields of all its tables together: thousands of lists side by side each repeat what is around them. */
const MOST_LAID_OUT = 50_000;
const NAME = /^[\w-]{1,100}$/;

/**
 * `POST /fichiers/<name>.<format>`: an operation that is registered nowhere, sent as to /graphql, answered by the file that its
 * address would give. It is asked as it was sent before its sources are asked with it: whatever it may not ask is
 * refused by the graph, in its words.
 */
export async function answerSent(request: MountRequest): Promise<Answer> {
  const { id, format } = readName(request.below);
  if (format === undefined || !NAME.test(id))
    throw new Refusal('ADRESSE_INCONNUE', { detail: sayForm(request) });
  const { options, variables: others } = readGiven(request, format);
  const [unknown] = others.keys();
  if (unknown !== undefined)
    throw new Refusal('REQUETE_INVALIDE', {
      detail: `Le paramètre « ${unknown.slice(0, 100)} » est inconnu : les variables sont dans le corps ; l’adresse prend ${SAID_OPTIONS}.`,
    });
  const sent = toRequest(await request.readJsonObject());
  const answered = await request.read({ ...sent, au: options.asOf });
  if (answered.errors?.some(({ extensions }) => extensions?.['code'] === 'MUTATION_PAR_GET'))
    throw GraphFault.of(
      'MUTATION_PAR_GET',
      'Un fichier ne fait que lire : une mutation se demande à /graphql, par POST.',
    );
  if (answered.errors) throw new GraphFault(answered.errors);
  const operation = prepareSent(request, id, sent, options.table);
  try {
    return await answerFile({
      request,
      operation,
      format,
      options,
      variables: sent.variables ?? {},
      sent: sent.query,
    });
  } catch (error) {
    throw error instanceof GraphFault ? sayAdded(error) : error;
  }
}

/** What was sent was answered: what is too much is what a file asks with it, which whoever sent it does not see. */
const sayAdded = ({ errors }: GraphFault): GraphFault =>
  new GraphFault(
    errors.map((error) =>
      error.extensions?.['code'] === 'LIMITE_DEPASSEE'
        ? {
            ...error,
            message: `L’opération envoyée est permise, mais un fichier demande avec elle d’où vient chaque fait et ce que vaut chaque nombre, et lit par pages de ${PAGE_SIZE} la liste dont elle ne dit pas la page ; avec cela : ${error.message}`,
            extensions: {
              ...error.extensions,
              remede:
                'Bornez chaque liste par « first », demandez moins de listes l’une dans l’autre, ou répartissez-les entre plusieurs fichiers.',
            },
          }
        : error,
    ),
  );

const sayForm = ({ path }: MountRequest): string =>
  `« ${path}/<nom>.<format> » donne un fichier de l’opération envoyée ; un nom a des lettres sans accent, des chiffres, - et _ ; les formats sont ${FORMATS.join(', ')}.`;

interface Sent extends OperationRequest {
  readonly query: string;
}

function toRequest(body: Readonly<Record<string, unknown>>): Sent {
  const { query, operationName, variables, extensions, ...others } = body;
  const [other] = Object.keys(others).filter((name) => others[name] != null);
  if (other !== undefined)
    throw invalid(
      `Le corps a aussi « ${other.slice(0, 100)} » : un fichier prend query, operationName, variables et extensions.`,
    );
  if (typeof query !== 'string') throw invalid('« query » manque : donnez le texte de l’opération.');
  if (operationName != null && typeof operationName !== 'string')
    throw invalid('« operationName » est un texte.');
  if (variables != null && !isRecord(variables)) throw invalid('« variables » est un objet.');
  if (extensions != null && !isRecord(extensions)) throw invalid('« extensions » est un objet.');
  return {
    query,
    operationName: operationName ?? undefined,
    variables: variables ?? undefined,
    extensions: extensions ?? undefined,
  };
}

const invalid = (detail: string): Refusal => new Refusal('REQUETE_INVALIDE', { detail });

/** It was answered: it is whole, valid, and has the operation that it names. */
function prepareSent(
  request: MountRequest,
  id: string,
  { query, operationName }: Sent,
  table: string | undefined,
): ReadableOperation {
  const document = parse(query);
  refuseMarks(document);
  const { selections } = measureDocument(document);
  if (selections > MOST_SELECTIONS)
    throw new Refusal('LIMITE_DEPASSEE', {
      detail: `Elle compte ${selections} champs, fragments développés ; un fichier en a au plus ${MOST_SELECTIONS}.`,
      facts: {
        limite: MOST_SELECTIONS,
        compte: selections,
        remede: 'Demandez moins de champs, ou répartissez-les entre plusieurs fichiers.',
      },
    });
  const operations = separateOperations(document);
  const own =
    (operationName === undefined ? Object.values(operations)[0] : operations[operationName]) ?? document;
  const { schema } = request.graph();
  const fields = table === undefined ? countFields(shapeOf(own, schema)) : 0;
  if (fields > MOST_LAID_OUT)
    throw new Refusal('LIMITE_DEPASSEE', {
      detail: `Mis à plat, ses tableaux ont ensemble ${fields} champs ; un fichier en a au plus ${MOST_LAID_OUT}.`,
      facts: {
        limite: MOST_LAID_OUT,
        compte: fields,
        remede: 'Nommez un tableau par « table », ou demandez moins de listes côte à côte.',
      },
    });
  return prepareText({ id, text: query, document: own }, schema);
}
