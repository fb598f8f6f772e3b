import { Disclosure } from '../../components/Disclosure';
import { HeadroomSearch } from './HeadroomSearch';
import { useFailuresT } from './useFailuresT';

/** The instances that any one zone’s loss needs. */
export function Headroom() {
  const say = useFailuresT();
  return (
    <Disclosure title={say('headroom.title')} summary={say('headroom.hint')}>
      <HeadroomSearch />
    </Disclosure>
  );
}
