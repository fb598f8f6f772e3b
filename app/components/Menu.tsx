import { cloneElement, lazy, Suspense, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { afterVerdict } from '../afterVerdict';

const LoadedMenu = lazy(async () => {
  await afterVerdict;
  return { default: (await import('./LoadedMenu')).LoadedMenu };
});

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string;
  readonly isChecked?: boolean;
  readonly isDisabled?: boolean;
  readonly onAction: () => void;
}

export interface MenuGroup {
  readonly id: string;
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

export interface MenuProps {
  readonly label: string;
  /** The button that opens it. */
  readonly children: ReactElement<{ readonly onPress?: () => void }>;
  readonly groups: readonly MenuGroup[];
}

/** A button that opens a menu. The menu is loaded after the first verdict; pressed before, it opens when it is there. */
export function Menu(props: MenuProps) {
  const [wasPressed, setWasPressed] = useState(false);
  return (
    <Suspense fallback={cloneElement(props.children, { onPress: () => setWasPressed(true) })}>
      <LoadedMenu {...props} isOpenAtFirst={wasPressed} />
    </Suspense>
  );
}
