import { canvasEn } from './canvas.en';
import { commonEn } from './common.en';
import { drawsEn } from './draws.en';
import { exportEn } from './export.en';
import { inspectorEn } from './inspector.en';
import { panelsEn } from './panels.en';
import { persistEn } from './persist.en';
import { scalingEn } from './scaling.en';
import { timelineEn } from './timeline.en';
import { whyEn } from './why.en';

export const en = { ...commonEn, ...panelsEn, ...inspectorEn, ...exportEn, ...persistEn, ...canvasEn, ...drawsEn, ...whyEn, ...scalingEn, ...timelineEn };
