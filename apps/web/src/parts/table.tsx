import { Table } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
}

/**
 * A table whose first column names its rows. On a narrow screen every row becomes a block, each cell behind its
 * heading.
 */
export function Rows<Row>({
  caption,
  columns,
  rows,
  keyOf,
}: {
  readonly caption: string;
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}) {
  const { t } = useTranslation();
  const [first, ...others] = columns;
  return (
    <Table className="reflow" border>
      <caption>{caption}</caption>
      <Table.Head>
        <Table.Row>
          {columns.map(({ heading }) => (
            <Table.HeaderCell key={heading} scope="col">
              {heading}
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {rows.map((row) => (
          <Table.Row key={keyOf(row)}>
            <Table.HeaderCell scope="row">{first.cell(row)}</Table.HeaderCell>
            {others.map(({ heading, cell }) => (
              <Table.Cell key={heading} data-heading={heading + t('colon')}>
                {cell(row)}
              </Table.Cell>
            ))}
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}
