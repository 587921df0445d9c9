/** One picture of one title. */
export interface TitleArtwork {
  readonly titleId: string;
  readonly artworkId: string;
}

/** What a viewer said about the pictures shown to them. */
export interface ViewerChoices {
  /** Whether pictures may be chosen by taste; true until the viewer says no. */
  readonly isPersonalised: boolean;
  /** The picture the viewer wants for a title, at most one a title. */
  readonly pins: readonly TitleArtwork[];
  /** Pictures the viewer called misleading. */
  readonly misleading: readonly TitleArtwork[];
}

/** A pinned picture. */
export interface PinRecord extends TitleArtwork {
  readonly memberId: string;
  readonly pinnedAt: Date;
}
