/** What to analyse. */
export interface AnalysisRequest {
  /** The texts, in the order of the result; without `language` it is found from the text. */
  texts: { title: string; text: string | Uint8Array; language?: "kk" | "ru" | "en" }[];
  /** The id of a built-in lexicon ("values"), or a whole lexicon file in format 1 (TOML). */
  lexicon: string;
  options?: {
    policy?: "longest" | "independent" | "liwc";
    negation?: "ignore" | "leave-out";
    level?: number | null;
    caseSensitive?: boolean;
    measure?: "share" | "count" | "per-1000-words" | "percent" | "per-10000-characters";
    /** Whether dirty texts are mended before they are counted; true unless said otherwise. */
    repair?: boolean;
  };
}

/** The result; categories are named by their paths. Failures are thrown as `Error`s with a `code`. */
export interface Analysis {
  version: string;
  policy: string;
  negation: string;
  measure: string;
  lexicon: { id: string; sha256: string };
  documents: {
    title: string;
    language: "kk" | "ru" | "en" | null;
    characters: number;
    charactersWithoutSpaces: number;
    words: number;
    /** Words mended before the count, by kind: "look-alike", "line-end-hyphen" … */
    repairs: Record<string, number>;
    counts: Record<string, number>;
    values: Record<string, number | null>;
  }[];
}
