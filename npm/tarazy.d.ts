/**
 * Says where the program is, and loads it: an address, an answer of `fetch`, its bytes, or the compiled module. Without a call
 * it is loaded from beside `tarazy.js` when it is first needed.
 */
export function init(options?: {
  wasm?: string | URL | Response | Promise<Response> | ArrayBuffer | ArrayBufferView | WebAssembly.Module;
}): Promise<void>;

/** Counts the categories of a lexicon in texts. Rejects with a {@link TarazyError}. */
export function analyze(request: AnalysisRequest): Promise<Analysis>;

/** Shows the matches of a category in their contexts. Rejects with a {@link TarazyError}. */
export function kwic(request: KwicRequest): Promise<Kwic>;

/** How a study is shown. */
export interface MountOptions {
  /** The address of a study, with the place to show behind `#`: http, https, file, blob or data. */
  src?: string | URL;
  /** A whole study.html as a string, in the stead of an address; one of both is given. */
  study?: string;
  /** "table": to be read, without panels; "whole": with panels, however narrow. Else as the width of the frame allows. */
  view?: "table" | "whole";
  /** The name of the frame for screen readers. */
  title?: string;
  /** The height in pixels until the study reports its own; 480 unless said otherwise. */
  height?: number;
  /** The greatest height in pixels; 8,000 unless said otherwise. */
  maxHeight?: number;
}

/** A study that is shown. */
export interface MountedStudy {
  readonly element: StudyElement;
  /** Leads to a place, named as in the study's address: "cell=2.freedom.share". */
  go(fragment: string): void;
  /** Leads to a cell: the number of the text from 1, the path of the category, the name of the measure. */
  cell(text: number, category: string, measure?: Measure): void;
  /** Takes the study out of the page. */
  destroy(): void;
}

/** The name of a measure. */
export type Measure = "share" | "count" | "per-1000-words" | "percent" | "per-10000-characters";

/** Shows a study in an element of the page. Throws a {@link TarazyError} when an option is not as described, or there is nowhere to show it. */
export function mount(element: Element, options: MountOptions): MountedStudy;

/** The element `<tarazy-study>`, with the attributes `src`, `title`, `view`, `height` and `max-height`. */
export class StudyElement extends HTMLElement {
  /** A whole study.html as a string, in the stead of `src`. */
  set study(text: string | null);
  go(fragment: string): void;
  cell(text: number, category: string, measure?: Measure): void;
}
