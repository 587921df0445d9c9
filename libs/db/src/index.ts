export { isLiveKey, type ApiKeyRecord } from './api-key-record';
export { ApiKeysRepository, type ApiKeyCreation, type ApiKeyReplacement } from './api-keys.repository';
export { ArtworkReadingsRepository, type ReadFeatures } from './artwork-readings.repository';
export { ArtworkScoresRepository, type ArtworkScoreKey } from './artwork-scores.repository';
export { ArtworksRepository, type AttachedPicture } from './artworks.repository';
export {
  AuditRepository,
  type AuditCall,
  type AuditEntry,
  type AuditOutcome,
  type AuditQuery,
} from './audit.repository';
export { CaptionEmbeddingsRepository } from './caption-embeddings.repository';
export { createDatabase, type Database } from './database';
export { DecisionsRepository } from './decisions.repository';
export { DATABASE_ERROR_CODES } from './errors';
export { ErasuresRepository, type ErasurePass, type NewErasure } from './erasures.repository';
export { EvaluationsRepository, type EvaluationEnd, type NewEvaluation } from './evaluations.repository';
export { EventsRepository, type InsertedEvents } from './events.repository';
export { ExperimentsRepository, type DraftChanges, type NewExperiment } from './experiments.repository';
export { ExposuresRepository, type ExposureRow, type RewardSums } from './exposures.repository';
export { EXPIRING_DATA, type ExpiringData, type ExpiryLimits } from './expired-data';
export { ExpiredDataRepository } from './expired-data.repository';
export { isStorableText } from './is-storable-text';
export { isUuid } from './is-uuid';
export { LogRepository, type LogCounts, type LoggedDecision } from './log.repository';
export { MarketObservationsRepository } from './market-observations.repository';
export { MemberDataRepository, type MemberRows } from './member-data.repository';
export { FOLLOWING_TABLES, MEMBER_TABLES, type FollowingTable, type MemberTable } from './member-tables';
export { applyMigrations } from './migrations/apply-migrations';
export { createDatabaseIfMissing } from './migrations/create-database-if-missing';
export { MigrationError } from './migrations/migration.error';
export { MembersRepository, type HistoryImport } from './members.repository';
export { MicroGenresRepository, type MicroGenreQuery, type NewMicroGenre } from './micro-genres.repository';
export { ModelVersionsRepository, type ModelListQuery } from './model-versions.repository';
export type { PageQuery } from './page-query';
export type { PageSoFar, PageSoFarQuery, PlacedPicture } from './page-so-far';
export { PrecomputeRunsRepository, type EndedMember } from './precompute-runs.repository';
export { PreferencesRepository } from './preferences.repository';
export { RewardLagRepository } from './reward-lag.repository';
export {
  RewardsRepository,
  type AttributedReward,
  type PendingDecision,
  type PendingQuery,
} from './rewards.repository';
export {
  ServingContextRepository,
  type ServingContext,
  type ServingContextQuery,
} from './serving-context.repository';
export { ShotPlaybackRepository, type CountedPlayback } from './shot-playback.repository';
export { ShadowDecisionsRepository, type ShadowedDecision } from './shadow-decisions.repository';
export type { StickyStateRow } from './sticky-state-row';
export { SynopsisEmbeddingsRepository, type SynopsisEmbedding } from './synopsis-embeddings.repository';
export {
  TasteVersionsRepository,
  type TasteVersionKey,
  type TasteVersionRecord,
} from './taste-versions.repository';
export type { ExperimentStart, StartOutcome } from './start-experiment';
export { TitleMapsRepository, type NewTitleMap, type PublishedTitleMap } from './title-maps.repository';
export { TitlesRepository } from './titles.repository';
export { VideosRepository, type NewVideo, type VideoEnd } from './videos.repository';
export { TitleProfilesRepository, type DueTitle, type ProfileSums } from './title-profiles.repository';
export {
  TitleReviewsRepository,
  type ReviewAssessment,
  type ReviewIntake,
  type ReviewLag,
  type ReviewStateChange,
} from './title-reviews.repository';
