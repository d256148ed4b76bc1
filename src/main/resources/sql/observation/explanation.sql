-- takes: observation.account, observation.evidence_cell
-- One row per explanation a member gave: what stands in the column 说明 of 指标 or of an evidence
-- form, and the text behind 说明： in 备注, where templates without that column have it (decision
-- 0012). What says nothing explains nothing.
with written as (
  select
    entity, submission, file, sheet, row_number, indicator, explanation_cell as cell,
    explanation as text, '说明' as heading
  from observation.account
  union all
  select entity, submission, file, sheet, row_number, indicator, remark_cell, remark, '备注'
  from observation.account
  where regexp_matches(remark, '^[\s\x{3000}]*说明[\s\x{3000}]*[：:]')
  union all
  select entity, submission, file, sheet, row_number, null, cell, text, heading
  from observation.evidence_cell
  where
    state = 'given'
    and (
      heading = '说明'
      or (heading = '备注' and regexp_matches(text, '^[\s\x{3000}]*说明[\s\x{3000}]*[：:]'))
    )
),
said as (
  select
    * replace (
      trim(regexp_replace(text, '^[\s\x{3000}]*说明[\s\x{3000}]*[：:]', '')) as text),
    text as as_received
  from written
)
select entity, submission, file, sheet, row_number, indicator, cell, text, as_received, heading
from said
where says_something(text)
order by file, sheet, row_number, cell
