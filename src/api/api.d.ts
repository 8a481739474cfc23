/** The texts to look at and how to count in them. */
export interface CountingRequest {
  /**
   * The texts, in the order of the result; without `language` it is found from the text. A `Uint8Array` holds the bytes of a
   * text file, in UTF-8 or any other encoding that Tarazy reads.
   */
  texts: { title: string; text: string | Uint8Array; language?: "kk" | "ru" | "en" }[];
  /** The id of a built-in lexicon ("values"), or a whole lexicon file in format 1 (TOML). */
  lexicon: string;
  options?: {
    policy?: "longest" | "independent" | "liwc";
    negation?: "ignore" | "leave-out";
    level?: number | null;
    caseSensitive?: boolean;
    measure?: "share" | "count" | "per-1000-words" | "percent" | "per-10000-characters";
    /** Whether dirty texts are repaired before they are counted; true unless said otherwise. */
    repair?: boolean;
  };
  /**
   * How long the engine may work on the call, in milliseconds: 60,000 unless said otherwise, `Infinity` for no limit. Time in
   * which the call waits for others does not count. A call that takes longer is ended with the code "timed-out". Only a worker
   * can be ended: where there is none, the call runs to its end.
   */
  timeoutMs?: number;
}

/** What to analyse. */
export type AnalysisRequest = CountingRequest;

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
    /** Words repaired before the count, by kind: "look-alike", "line-end-hyphen" … */
    repairs: Record<string, number>;
    counts: Record<string, number>;
    values: Record<string, number | null>;
  }[];
  /** What to know before believing the numbers, as a text that looks like HTML: a stable name and a sentence in English. */
  warnings: { code: string; message: string }[];
}

/** Which matches to show in their contexts. */
export interface KwicRequest extends CountingRequest {
  /** The path of a category: "freedom". */
  category: string;
  /** How much text on either side, in characters: 60 unless said otherwise, at most 1,000. */
  width?: number;
  /** How many lines, at most: 100 unless said otherwise. */
  limit?: number;
  /** How many lines to skip. */
  offset?: number;
}

/** Matches in their contexts. Failures are thrown as `Error`s with a `code`. */
export interface Kwic {
  version: string;
  policy: string;
  negation: string;
  lexicon: { id: string; sha256: string };
  category: string;
  /** Number of lines in all. */
  total: number;
  /** Number of the first line of these, from 0. */
  offset: number;
  /** The texts in the order given; `sha256` is that of the bytes, and of a string's bytes in UTF-8. */
  documents: { title: string; language: "kk" | "ru" | "en" | null; sha256: string }[];
  lines: {
    /** Which text, counted from 0. */
    document: number;
    /**
     * Where the match stands in the text as given, whatever was repaired in it: `text.slice(start, end)`. UTF-16 code units; for
     * bytes, of the text that `TextDecoder` makes of them.
     */
    start: number;
    end: number;
    /** Context and match as they were counted: repaired, white space as single spaces. */
    left: string;
    node: string;
    right: string;
    /** The entry that caught it, as written in the lexicon, and the path of its category. */
    entry: string;
    category: string;
  }[];
}

/** What is thrown: a stable name of the first problem beside the sentence about it, in English. */
export interface TarazyError extends Error {
  /** "request-invalid", "unknown-option", "unknown-category", "timed-out", "lex-unknown-builtin" … */
  code: string;
}
