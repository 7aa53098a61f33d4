/** The environment variable that a copied command without the secret reads; the window names it, so that a user can set it. */
export const tokenVariable = 'TOKEN';
