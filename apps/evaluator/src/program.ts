import { Command } from 'commander';
import { addAbCommands } from './commands/ab.command';
import { addAudienceCommands } from './commands/audience.command';
import { addCampaignCommands } from './commands/campaigns.command';
import { addCatalogCommands } from './commands/catalog.command';
import { addCompareCommand } from './commands/compare.command';
import { addCreativeCommands } from './commands/creative.command';
import { addDatabaseCommands } from './commands/database.command';
import { addEvaluateCommands } from './commands/evaluate.command';
import { addHoldoutCommands } from './commands/holdout.command';
import { addInsightsCommands } from './commands/insights.command';
import { addKeyCommands } from './commands/keys.command';
import { addLlmCommands } from './commands/llm.command';
import { addLocalisationCommands } from './commands/localisation.command';
import { addLogCommands } from './commands/log.command';
import { addModelCommands } from './commands/model.command';
import { addPowerCommand } from './commands/power.command';
import { addSegmentCommands } from './commands/segments.command';
import { addReviewCommands } from './commands/reviews.command';
import { addShiftCommands } from './commands/shifts.command';
import { addSimilarityCommands } from './commands/similarity.command';
import { addSentimentCommands } from './commands/sentiment.command';
import { addTrainingCommands } from './commands/training.command';
import { addVideoCommands } from './commands/video.command';
import { addTransferCommands } from './commands/transfer.command';
import { addVisionCommands } from './commands/vision.command';
import { addWorldCommands } from './commands/world.command';
import type { OpenDatabase } from './open-database';
import type { OpenService } from './open-service';
import { prepareOutputFiles } from './terminal/prepare-output-files';

/** The `keyart` command line. */
export function buildProgram(openDatabase: OpenDatabase, openService: OpenService): Command {
  const program = new Command('keyart')
    .description(
      'keyart for editors and data scientists: import catalogues, export the decision log and training rows, inspect and release LLM rankers, simulate worlds with known truth, see what is read off pictures and videos, make API keys, migrate',
    )
    .showHelpAfterError('(add --help for usage)')
    .exitOverride()
    .hook('preAction', (_, action) => prepareOutputFiles(action.opts()));
  addCampaignCommands(program);
  addCatalogCommands(program, openDatabase);
  addDatabaseCommands(program);
  addLogCommands(program, openDatabase);
  addKeyCommands(program, openDatabase);
  addLlmCommands(program);
  addLocalisationCommands(program, openDatabase);
  addModelCommands(program, openDatabase);
  addEvaluateCommands(program, openDatabase);
  addCompareCommand(program, openDatabase);
  addHoldoutCommands(program);
  addPowerCommand(program, openDatabase);
  addAbCommands(program, openDatabase);
  addAudienceCommands(program, openDatabase);
  addSentimentCommands(program);
  addCreativeCommands(program);
  addInsightsCommands(program);
  addSegmentCommands(program);
  addReviewCommands(program, openDatabase);
  addShiftCommands(program);
  addSimilarityCommands(program);
  addTrainingCommands(program);
  addVideoCommands(program);
  addTransferCommands(program);
  addVisionCommands(program);
  addWorldCommands(program, openService);
  return program;
}
