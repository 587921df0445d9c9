import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CatalogueCache } from '@keyart/catalog';
import type { MemberRecord, Surface } from '@keyart/contracts';
import { DecisionService, explainChoice, type DecidedTitle } from '@keyart/decisions';
import { NEW_VIEWER_TASTE, type TasteProfile } from '@keyart/features';
import { altOf } from '../decisions/answer-of';
import { pictureUrl } from '../catalogue/picture-url';
import { pageRows, type PageRow } from './page-rows';
import type { ReportCard, ReportViewer, ShownPicture } from './report-data';
import { reportTasteOf } from './report-taste';

const SURFACE: Surface = { aspect: '16:9', locale: 'en', region: 'US', device: 'web', maturity: '18' };
const MAX_TITLES = 200;

/** The two that a page compares. */
const COMPARED = ['production', 'llm'] as const;

type Compared = (typeof COMPARED)[number];
type ShownByPolicy = Readonly<Record<Compared, ReadonlyMap<string, ShownPicture>>>;

/** Makes viewers' pages by live decisions of both policies; each is logged like any other, though nothing counts as seen. */
@Injectable()
export class ViewerPages {
  constructor(
    private readonly service: DecisionService,
    private readonly catalogue: CatalogueCache,
  ) {}

  async open(member: MemberRecord): Promise<ReportViewer> {
    const taste = (member.profile as TasteProfile | null) ?? NEW_VIEWER_TASTE;
    const rows = pageRows(this.catalogue.current().titles.slice(0, MAX_TITLES), taste);
    const [production, llm] = await Promise.all(
      COMPARED.map((policy) => this.shownBy({ member, taste, rows, policy })),
    );
    return {
      memberId: member.memberId,
      name: member.displayName ?? member.memberId,
      blurb: blurbOf(taste),
      taste: reportTasteOf(taste),
      rows: rows.map(({ name, titles }) => ({
        name,
        cards: titles.map((title) => cardOf(title, { production, llm })),
      })),
    };
  }

  private async shownBy(page: PolicyPage): Promise<ReadonlyMap<string, ShownPicture>> {
    const titles = page.rows.flatMap((row, index) =>
      row.titles.map(({ titleId }, position) => ({ titleId, row: index, position })),
    );
    if (titles.length === 0) return new Map();
    const decided = await this.service.decide({
      requestId: randomUUID(),
      memberId: page.member.memberId,
      surface: SURFACE,
      ...{ titles, policy: page.policy, deadlineMs: null },
    });
    return new Map(decided.flatMap((one) => (one.ok ? [[one.title.titleId, shownOf(one, page.taste)]] : [])));
  }
}

interface PolicyPage {
  readonly member: MemberRecord;
  readonly taste: TasteProfile;
  readonly rows: readonly PageRow[];
  readonly policy: Compared;
}

function shownOf({ record, artwork, title }: DecidedTitle & { ok: true }, taste: TasteProfile): ShownPicture {
  const { artworkId, source, propensity } = record;
  const alt = altOf(artwork.caption, title.name);
  return {
    artworkId,
    src: pictureUrl(artwork),
    alt,
    source,
    propensity,
    ...explainChoice(record, taste, artwork),
  };
}

function cardOf({ titleId, name, year }: PageRow['titles'][number], shown: ShownByPolicy): ReportCard {
  const production = shown.production.get(titleId) ?? null;
  return { titleId, titleName: name, year, production, llm: shown.llm.get(titleId) ?? null };
}

function blurbOf({ historyCount, eras }: TasteProfile): string {
  if (historyCount === 0) return 'A new viewer: nothing is known of the taste yet.';
  const era = eras.length > 0 ? `, most at home in the ${eras.join(' and ')}` : '';
  return `Known from ${historyCount} films${era}.`;
}
