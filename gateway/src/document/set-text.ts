/** What is read letter by letter, copied or quoted: its spaces are its own. */
const VERBATIM = 'code|pre|kbd|samp|textarea|blockquote|style';
/** An element whose text is verbatim, whole; any other tag; a text. A tag may hold « > » between its quotes. */
const PIECE = new RegExp(`<(${VERBATIM})\\b[^]*?</\\1>|<(?:"[^"]*"|[^">])*>|[^<]+`, 'g');
/** A space that no line is to end or begin at. */
const HELD = / (?=[:;?!%»])|(?<=«) |(?<=\d) (?=(?:\/ )?(?:min|h|s)\b)|(?<=\d \/) /g;
/** The apostrophe of a keyboard, as names are in the files that they come from; a word after it may be in an element of its own. */
const TYPED = /(?<=\p{L})'(?=\p{L}|$)/gu;
/** Marks of direction: what they turn is shown in another order than it is written. */
const TURNING = /\p{Bidi_Control}/gu;

const showTurning = (text: string): string =>
  text.replace(TURNING, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * The texts of a page as they are set, once it is drawn: an apostrophe is curved, no line begins by what a space precedes in French,
 * and what would turn the words of others, or ours, is written as it is.
 *
 * @param html well formed, as Preact writes it
 */
export const setText = (html: string): string =>
  showTurning(
    html.replace(PIECE, (piece) =>
      piece.startsWith('<') ? piece : piece.replace(HELD, '\u00a0').replace(TYPED, '’'),
    ),
  );
