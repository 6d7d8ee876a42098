import { Refusal } from '@palier/gateway/errors/errors';
import type { MountRequest } from '@palier/gateway/http/mount';
import { mediaTypeOf, negotiate } from '@palier/gateway/http/media-type';
import type { FileFormat } from '@palier/fichiers/file-row';

const CSV_TYPE = 'text/csv';
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const JSON_TYPE = 'application/json';

/** How a file or an answer is announced. */
export const CONTENT_TYPES = {
  CSV: `${CSV_TYPE}; charset=utf-8; header=present`,
  XLSX: XLSX_TYPE,
  JSON: `${JSON_TYPE}; charset=utf-8`,
} as const;
export type AnswerFormat = keyof typeof CONTENT_TYPES;

const SENT: ReadonlyMap<string, FileFormat> = new Map([
  [CSV_TYPE, 'CSV'],
  ['application/csv', 'CSV'],
  [XLSX_TYPE, 'XLSX'],
]);

/**
 * The format in which a file is sent. None that a page of another site could send without asking first is one of them.
 * Raises TYPE_DE_FICHIER_REFUSE.
 */
export function formatSent({ headers }: MountRequest): FileFormat {
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity')
    throw new Refusal('TYPE_DE_FICHIER_REFUSE', { detail: 'Un corps compressé n’est pas accepté.' });
  const format = SENT.get(mediaTypeOf(headers['content-type']) ?? '');
  if (format === undefined)
    throw new Refusal('TYPE_DE_FICHIER_REFUSE', {
      detail: `Annoncez « content-type: ${CSV_TYPE} », ou « content-type: ${XLSX_TYPE} » pour un classeur .xlsx.`,
    });
  return format;
}

/** The form of answer that the client likes best. Raises FORMAT_DE_FICHIER_NON_OFFERT. */
export function formatWanted<Format extends AnswerFormat>(
  { headers }: MountRequest,
  offers: Readonly<Record<string, Format>>,
): Format {
  const type = negotiate(headers['accept'], Object.keys(offers));
  const format = type === undefined ? undefined : offers[type];
  if (format === undefined)
    throw new Refusal('FORMAT_DE_FICHIER_NON_OFFERT', {
      detail: `Acceptez ${Object.keys(offers).join(', ')}.`,
    });
  return format;
}

export const ANSWERS = { [JSON_TYPE]: 'JSON', [CSV_TYPE]: 'CSV', [XLSX_TYPE]: 'XLSX' } as const;
const MODELES = { [XLSX_TYPE]: 'XLSX', [CSV_TYPE]: 'CSV' } as const;

const BY_NAME: ReadonlyMap<string, FileFormat> = new Map([
  ['csv', 'CSV'],
  ['xlsx', 'XLSX'],
]);

/** The format that the address names, or the one that the client likes best. */
export function modeleFormat(request: MountRequest): FileFormat {
  const name = request.parameters.get('format');
  if (name === null) return formatWanted(request, MODELES);
  const format = BY_NAME.get(name.toLowerCase());
  if (format === undefined)
    throw new Refusal('FORMAT_DE_FICHIER_NON_OFFERT', { detail: '« format » vaut csv ou xlsx.' });
  return format;
}
