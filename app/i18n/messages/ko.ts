import { canvasKo } from './canvas.ko';
import { commonKo } from './common.ko';
import { drawsKo } from './draws.ko';
import { exportKo } from './export.ko';
import { inspectorKo } from './inspector.ko';
import type { Messages } from './messages';
import { panelsKo } from './panels.ko';
import { persistKo } from './persist.ko';
import { scalingKo } from './scaling.ko';
import { timelineKo } from './timeline.ko';
import { whyKo } from './why.ko';

export const ko: Messages = { ...commonKo, ...panelsKo, ...inspectorKo, ...exportKo, ...persistKo, ...canvasKo, ...drawsKo, ...whyKo, ...scalingKo, ...timelineKo };
