/** « période 13 de 2025-2026 » of « 2025-2026-P13 ». */
export const sayPeriode = (code: string): string => {
  const [, exercice, rang] = /^(\d{4}-\d{4})-P(\d{2})$/.exec(code) ?? [];
  return exercice === undefined ? code : `période ${Number(rang)} de ${exercice}`;
};
