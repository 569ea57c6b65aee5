/** The form in which addresses are kept and looked for: who signs in need not remember capitals. */
export const normalizeEmail = (email: string): string => email.trim().toLowerCase();
