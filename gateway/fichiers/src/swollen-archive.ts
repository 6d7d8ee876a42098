import { FileFault } from './file-row.ts';

/** What the parts of a workbook may take once inflated, in bytes: some forty times a whole return. */
const MOST_INFLATED = 192 * 1_048_576;
const MOST_PARTS = 2_000;

const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;

/**
 * Refuses an archive whose parts would take too much once inflated, by what its directory says: readers inflate no part past
 * its said size. Raises a `FileFault`.
 */
export function refuseSwollen(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // What is no archive is for its reader to say.
  const end = findEnd(view);
  if (end === undefined) return;
  const parts = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let inflated = 0;
  for (let read = 0; read < parts; read += 1) {
    if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY) throw broken();
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    if (size === 0 && packed > 2) throw broken();
    inflated += size;
    at +=
      ENTRY_LENGTH +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  if (inflated > MOST_INFLATED || parts > MOST_PARTS)
    throw new FileFault('FICHIER_TROP_GRAND', 'Ce classeur est trop grand une fois décompressé.');
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return undefined;
}

const broken = (): FileFault =>
  new FileFault('FICHIER_ILLISIBLE', 'Ce classeur est abîmé : enregistrez-le de nouveau dans votre tableur.');
