import { Suspense, useState } from 'react';
import type { ServiceTraffic } from '#engine/evaluation';
import { Tabs } from '../../components/Tabs';
import { useT } from '../../i18n/translate';
import { serviceTabs } from './serviceTabs';
import styles from './TrafficPanel.module.css';
import { useTrafficT } from './useTrafficT';

/** All that is known of one Service’s traffic, a tab each; another Service is shown in the same tab. */
export function ServiceDetail({ service }: { readonly service: ServiceTraffic }) {
  const t = useT();
  const say = useTrafficT();
  const [selected, setSelected] = useState('shares');
  const tabs = serviceTabs.map(({ id, label, Content }) => ({
    id,
    label: say(label),
    content: (
      <Suspense fallback={<p className={styles.loading}>{t('common.loading')}</p>}>
        <Content service={service} />
      </Suspense>
    ),
  }));
  return <Tabs label={say('traffic.tabs')} tabs={tabs} selected={selected} onSelect={setSelected} />;
}
