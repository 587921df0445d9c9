import path from 'node:path';
import { InputError, projectRoot } from '@keyart/common';
import { loadLlmModels, promptSettingsOf, type PromptSettings } from '@keyart/llm';

/** How a model of the manifest is prompted, pointwise. @throws InputError `BAD_OPTION` naming the models there are */
export async function promptSettingsOfModel(id: string): Promise<PromptSettings> {
  const models = await loadLlmModels(path.join(projectRoot(), 'models', 'manifest.json'));
  const model = models.find((one) => one.id === id);
  const known = models.map((one) => one.id).join(', ');
  if (!model) throw new InputError('BAD_OPTION', `--model ${id}: the manifest knows ${known}`);
  return promptSettingsOf({ ...model, formulation: 'pointwise' });
}
