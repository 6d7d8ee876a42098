/** Longer contents are kept and sent as a Buffer. */
const LONGEST_TEXT = 16_384;

/**
 * What is sent, to the byte. A short content is a string of one character a byte (« latin1 »), which Node sends in one
 * piece with the head; as a Buffer it would be a piece of its own, and hold the whole slab it was cut from.
 */
export class Bytes {
  readonly content: string | Buffer;
  readonly length: number;

  private constructor(content: string | Buffer) {
    this.content = content;
    this.length = content.length;
  }

  static ofText(text: string): Bytes {
    const length = Buffer.byteLength(text);
    return length <= LONGEST_TEXT && length === text.length ? new Bytes(text) : Bytes.of(Buffer.from(text));
  }

  static of(buffer: Buffer): Bytes {
    return new Bytes(buffer.length > LONGEST_TEXT ? buffer : buffer.toString('latin1'));
  }

  toBuffer(): Buffer {
    return typeof this.content === 'string' ? Buffer.from(this.content, 'latin1') : this.content;
  }
}
