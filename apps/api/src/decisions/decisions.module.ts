import { Module, type Provider } from '@nestjs/common';
import { CatalogueCache } from '@keyart/catalog';
import {
  DecisionsRepository,
  ModelVersionsRepository,
  TasteVersionsRepository,
  type Database,
} from '@keyart/db';
import { DecisionExplainer, ServingModels } from '@keyart/decisions';
import { DATABASE } from '../core/tokens';
import { DecisionsController } from './decisions.controller';
import { ExplanationsController } from './explanations.controller';

const EXPLAINER: Provider = {
  provide: DecisionExplainer,
  useFactory: (
    ...[database, decisions, registry, models, catalogue]: [
      Database,
      DecisionsRepository,
      ModelVersionsRepository,
      ServingModels,
      CatalogueCache,
    ]
  ) => {
    const tastes = new TasteVersionsRepository(database);
    return new DecisionExplainer({ decisions, tastes, registry, models, catalogue });
  },
  inject: [DATABASE, DecisionsRepository, ModelVersionsRepository, ServingModels, CatalogueCache],
};

@Module({ controllers: [DecisionsController, ExplanationsController], providers: [EXPLAINER] })
export class DecisionsModule {}
