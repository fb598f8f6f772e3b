import { designSchema } from '#engine/design/schema';
import { useDocument } from '../../stores/document';
import { FieldGrid } from '../inspector/FieldGrid';
import { formFieldOf } from '../inspector/formSchema';
import { useSettingsCommit } from '../inspector/useCommit';

const fields = new Map([['costAssumptions', formFieldOf(designSchema.shape.settings.def.innerType.shape.costAssumptions)]]);

/** The design's own numbers for the bill, as in its settings. */
export function CostAssumptions() {
  const settings = useDocument((state) => state.design.settings);
  const { commit, nextStep } = useSettingsCommit();
  return (
    <div onFocus={nextStep}>
      <FieldGrid fields={fields} value={settings} root="settings" commit={commit} />
    </div>
  );
}
