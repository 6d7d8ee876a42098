/** A territory that a postal code reaches: it may reach several. */
export interface CodePostalTable {
  /** Six characters, without a space. */
  code: string;
  territoire_code: string;
}
