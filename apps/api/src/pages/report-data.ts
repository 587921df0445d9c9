import type { HtmlPart } from '@keyart/common';
import type { ArtworkReading, Source } from '@keyart/contracts';

/** A picture one ranker showed, and why. */
export interface ShownPicture {
  readonly artworkId: string;
  /** Address of the picture: a path, an address relative to the report, or a `data:` URL. */
  readonly src: string;
  readonly alt: string;
  readonly source: Source;
  /** In (0, 1]. */
  readonly propensity: number;
  /** Plain words, see `explainChoice`. */
  readonly headline: string;
  readonly notes: readonly string[];
}

/** A title in a row, as each ranker shows it; null where no picture may be shown. */
export interface ReportCard {
  readonly titleId: string;
  readonly titleName: string;
  readonly year: number | null;
  readonly production: ShownPicture | null;
  readonly llm: ShownPicture | null;
}

export interface ReportRow {
  readonly name: string;
  readonly cards: readonly ReportCard[];
}

export interface ReportTaste {
  /** `Name (year)`. */
  readonly loves: readonly string[];
  readonly avoids: readonly string[];
  readonly people: readonly string[];
  readonly eras: readonly string[];
  /** Strongest first. */
  readonly topFacets: readonly string[];
}

export interface ReportViewer {
  readonly memberId: string;
  readonly name: string;
  readonly blurb: string;
  readonly taste: ReportTaste;
  readonly rows: readonly ReportRow[];
}

export interface GalleryArtwork {
  readonly artworkId: string;
  readonly src: string;
  readonly alt: string;
  readonly caption: string;
  /** Facet → strength in [0, 1]. */
  readonly facets: Readonly<Record<string, number>>;
  /** Width : height, e.g. `16:9`. */
  readonly aspect: string;
  readonly isEligible: boolean;
  /** Named reasons when it is not. */
  readonly reasons: readonly string[];
  readonly licence: string;
  readonly author: string;
  /** What the worker read off the picture; null: nothing. */
  readonly reading: ArtworkReading | null;
}

export interface GalleryTitle {
  readonly titleId: string;
  readonly titleName: string;
  readonly year: number | null;
  readonly genres: readonly string[];
  readonly synopsis: string;
  readonly artworks: readonly GalleryArtwork[];
}

export interface ReportSummary {
  readonly titles: number;
  readonly artworks: number;
  readonly members: number;
  readonly decisions: number;
  readonly events: number;
  /** Share of the decisions made from LLM scores, in [0, 1]. */
  readonly llmShare: number;
}

/** Everything the self-contained report shows. */
export interface ReportData {
  /** ISO 8601. */
  readonly generatedAt: string;
  readonly summary: ReportSummary;
  readonly viewers: readonly ReportViewer[];
  readonly gallery: readonly GalleryTitle[];
  /** Sentences for the foot of the page. */
  readonly notes: readonly HtmlPart[];
}
