import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import table from '../shared/table.module.css';
import styles from './CostPanel.module.css';

interface UnfoldingProps {
  readonly title: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly monthly: string;
  /** Below the amount: how much it may be. */
  readonly more?: string | undefined;
  readonly children: ReactNode;
}

/** A row of the bill whose title unfolds what is behind it, in a row of its own. */
export function Unfolding({ title, quantity, unitPrice, monthly, more, children }: UnfoldingProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <tr>
        <th scope="row" className={styles.line}>
          <Button className={styles.unfold ?? ''} aria-expanded={isOpen} aria-controls={id} onPress={() => setOpen(!isOpen)}>
            <ChevronRight size={14} aria-hidden className={styles.chevron} />
            <span>{title}</span>
          </Button>
        </th>
        <td className={table.number}>{quantity}</td>
        <td className={table.number}>{unitPrice}</td>
        <td className={table.number}>
          {monthly}
          {more !== undefined && <span className={styles.more}>{more}</span>}
        </td>
      </tr>
      <tr id={id} hidden={!isOpen} className={styles.unfolded}>
        <td colSpan={4}>{isOpen && children}</td>
      </tr>
    </>
  );
}
