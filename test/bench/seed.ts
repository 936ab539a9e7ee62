/**
 * A large invented ledger for measuring: one inspection with any number of measures, in the proportions of the sample
 * (about five measures and three causes per finding, fifty units), an account of the office and one of a unit's officer.
 * Made by the database itself; 100 000 measures take well under a minute.
 */
import pg from 'pg'
import { type Connection, openDatabase } from '../../src/adapters/postgres/database.ts'
import { settle } from '../../src/adapters/postgres/settle.ts'
import { wholeSight } from '../../src/core/access/policy.ts'

export type SeededLedger = {
  tenantId: number
  inspectionId: number
  unitIds: number[]
  /** Person of the office, and officer of the first unit: accounts with the password hash given. */
  office: { personId: number; loginName: string }
  officer: { personId: number; loginName: string; unitId: number }
}

/** Rows written before the next statement, so that no statement runs for minutes. */
const batch = 100_000

/**
 * @param connection as the owner of the tables, of a migrated database without a tenant
 * @param options.passwordHash of both accounts
 */
export async function seedLedger(
  connection: Connection,
  options: { measures: number; units?: number; passwordHash: string },
): Promise<SeededLedger> {
  const { measures, units = 50, passwordHash } = options
  const findings = Math.max(1, Math.round(measures / 5))
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const one = async (text: string, values: unknown[] = []): Promise<number> => {
      const { rows } = await client.query<{ id: string }>(text, values)
      return Number(rows[0]?.id)
    }
    const tenantId = await one(
      "insert into tenant (name, created_at) values ('云岭区', now()) returning tenant_id as id",
    )
    const inspectionId = await one(
      `insert into inspection (tenant_id, name, team, basis, created_at)
        values ($1, '万项台账', '{市委第七巡察组}', '{}', now()) returning inspection_id as id`,
      [tenantId],
    )
    await client.query(
      `with made as (
        insert into unit (tenant_id, name, short_name, path, position)
        select $1::bigint, '云岭区第' || n || '办公室', '第' || n || '办', '/', n from generate_series(1, $2::integer) n returning unit_id
      ) select`,
      [tenantId, units],
    )
    await client.query("update unit set path = '/' || unit_id || '/' where tenant_id = $1", [tenantId])
    const unitIds = (
      await client.query<{ id: string }>('select unit_id as id from unit where tenant_id = $1 order by position', [
        tenantId,
      ])
    ).rows.map((row) => Number(row.id))
    await client.query(
      `insert into person (tenant_id, name, title, unit_id)
        select $1::bigint, '云某' || n, '科员', ($2::bigint[])[1 + n % $3] from generate_series(1, 6 * $3::integer) n`,
      [tenantId, unitIds, units],
    )
    const officeId = await account(client, tenantId, 'office', passwordHash, 'office', null)
    const officerUnit = unitIds[0] ?? 0
    const officerId = await account(client, tenantId, 'officer', passwordHash, 'officer', officerUnit)

    await client.query('create temporary table phrase (n integer primary key, text text)')
    await client.query(`insert into phrase select row_number() over (), who || what || how from
      unnest('{逐条河道,逐个标段,每处绿地,各乡镇苗圃,在建项目部,养护单位,监理单位,财务科,招标办,督查组}'::text[]) who,
      unnest('{清点缺株并补植到位,核对签证与结算资料,补齐变更审批手续,公示验收与移交结果,复核合同付款节点,张贴责任牌和监督电话,开展质量回访,组织交叉检查}'::text[]) what,
      unnest('{，整改前后拍照存档,，每周五报一次进度,，逾期的约谈负责人,，结果报整改办备案,，按季度回头看}'::text[]) how`)
    const tokens = (text: string): string => `array_to_tsvector(array(select distinct substr(${text}, i, 2)
      from generate_series(1, length(${text})) i))`

    for (let from = 1; from <= findings; from += batch) {
      await client.query(
        `insert into finding (tenant_id, inspection_id, number, number_key, path, aspect, heading, search_text,
            search_tokens, created_at)
          select $1::bigint, $2::bigint, n::text, lpad(n::text, 8, '0'), array[n::text],
            (array['决策部署方面', '工程管理方面', '队伍建设方面'])[1 + n % 3], text, text, ${tokens('text')}, now()
          from (select series.n, phrase.text || '（第' || series.n || '号问题）' as text from generate_series($3::integer, $4::integer) series(n)
            join phrase on phrase.n = 1 + (series.n * 7) % 400) made`,
        [tenantId, inspectionId, from, Math.min(findings, from + batch - 1)],
      )
    }
    const firstFinding = await one('select min(finding_id) as id from finding where tenant_id = $1', [tenantId])
    for (let from = 1; from <= measures; from += batch) {
      const range = [tenantId, inspectionId, from, Math.min(measures, from + batch - 1)]
      await client.query(
        `insert into measure (tenant_id, inspection_id, measure_id, text, status, kind, due_on, due_phrase, lead_unit_id,
            responsible_leader_id, responsible_officer_id, docket_number, target_quantity, target_unit, search_text,
            search_tokens, created_at)
          select $1::bigint, $2::bigint, nextval(pg_get_serial_sequence('measure', 'measure_id')), text,
            (array['planned', 'docketed', 'underway', 'underway', 'applied', 'endorsed', 'verified', 'signedOff',
              'signedOff', 'signedOff', 'ongoing', 'unsubstantiated'])[1 + (n * 31) % 12],
            (array['immediate', 'fixedTerm', 'fixedTerm', 'ongoing'])[1 + n % 4],
            case when n % 10 > 0 then date '2024-08-01' + (n * 17) % 500 end, '2024年底前', ($5::bigint[])[1 + n % $6],
            person + n % 40, person + 40 + n % 200, 'D' || n, n % 300, '株', text, ${tokens('text')}, now()
          from (select series.n, phrase.text || series.n || '株' as text,
              (select min(person_id) from person where tenant_id = $1) as person
            from generate_series($3::integer, $4::integer) series(n) join phrase on phrase.n = 1 + series.n % 400 order by series.n) made`,
        [...range, unitIds, units],
      )
    }
    const firstMeasure = await one('select min(measure_id) as id from measure where tenant_id = $1', [tenantId])
    const perFinding = Math.ceil(measures / findings)
    await client.query(
      `insert into finding_measure (tenant_id, finding_id, measure_id, position)
        select $1::bigint, $2::bigint + n / $5::integer, $3::bigint + n, 1 + n % $5 from generate_series(0, $4::integer - 1) n`,
      [tenantId, firstFinding, firstMeasure, measures, perFinding],
    )
    // Every fortieth act answers a second finding.
    await client.query(
      `insert into finding_measure (tenant_id, finding_id, measure_id, position)
        select $1::bigint, $2::bigint + (n / $5::integer + 1) % $6::integer, $3::bigint + n, 9
        from generate_series(0, $4::integer - 1, 40) n on conflict do nothing`,
      [tenantId, firstFinding, firstMeasure, measures, perFinding, findings],
    )
    await client.query(
      `insert into measure_unit (tenant_id, measure_id, unit_id)
        select $1::bigint, $2::bigint + n, ($4::bigint[])[1 + (n * 3 + 7) % $5::integer]
        from generate_series(0, $3::integer - 1, 2) n`,
      [tenantId, firstMeasure, measures, unitIds, units],
    )
    const causes = findings * 3
    await client.query(
      `insert into cause (tenant_id, inspection_id, text, search_text, search_tokens, created_at)
        select $1::bigint, $2::bigint, text, text, ${tokens('text')}, now()
        from (select series.n, '因' || phrase.text || '不够' as text from generate_series(1, $3::integer) series(n)
          join phrase on phrase.n = 1 + (series.n * 3) % 400) made`,
      [tenantId, inspectionId, causes],
    )
    const firstCause = await one('select min(cause_id) as id from cause where tenant_id = $1', [tenantId])
    await client.query(
      `insert into finding_cause (tenant_id, finding_id, cause_id, position)
        select $1::bigint, $2::bigint + n / 3, $3::bigint + n, 1 + n % 3 from generate_series(0, $4::integer - 1) n`,
      [tenantId, firstFinding, firstCause, causes],
    )
    await client.query('analyze')
    await settleAll(connection, tenantId, inspectionId)
    await client.query('vacuum analyze')
    return {
      tenantId,
      inspectionId,
      unitIds,
      office: { personId: officeId, loginName: 'office' },
      officer: { personId: officerId, loginName: 'officer', unitId: officerUnit },
    }
  } finally {
    await client.end()
  }
}

/** Somebody with a role and an account. */
export async function account(
  client: pg.Client,
  tenantId: number,
  loginName: string,
  passwordHash: string,
  role: string,
  unitId: number | null,
): Promise<number> {
  const { rows } = await client.query<{ id: string }>(
    `with made as (insert into person (tenant_id, name, unit_id) values ($1, $2, $3) returning tenant_id, person_id),
      entered as (insert into account (tenant_id, person_id, login_name, password_hash, preferences, created_at,
          password_changed_at)
        select tenant_id, person_id, $2, $4, '{"language":"zh","textSize":"normal","ledgerColumns":[]}', now(), now() from made)
      insert into assignment (tenant_id, person_id, role, unit_id, from_on)
        select tenant_id, person_id, $5, $3, '2024-01-01' from made returning person_id as id`,
    [tenantId, loginName, unitId, passwordHash, role],
  )
  return Number(rows[0]?.id)
}

async function settleAll(connection: Connection, tenantId: number, inspectionId: number): Promise<void> {
  const database = openDatabase(connection, { size: 1, statementTimeoutMs: 0 })
  try {
    await database.inTenant({ tenantId, sight: wholeSight }, (transaction) =>
      settle(transaction, tenantId, inspectionId),
    )
  } finally {
    await database.close()
  }
}
