/** A catalogue with its sentences left open: the same keys and parameters, in any language. */
export type Translated<Catalogue> = Catalogue extends string
  ? string
  : Catalogue extends (...said: infer Parameters) => infer Sentence
    ? (...said: Parameters) => Sentence extends string ? string : Sentence
    : { readonly [Key in keyof Catalogue]: Translated<Catalogue[Key]> };
