export interface DependanceTable {
  /** What is leaned on. */
  sur_type: string;
  sur_code: string;
  /** What leans on it. */
  type: string;
  code: string;
}
