-- takes: observation.account, observation.evidence_cell
-- One row per explanation a member gave: the text behind 说明： in the 备注 of a row of 指标, and
-- what stands in the column 说明 of an evidence form that has one (decision 0012).
select
  entity, submission, file, sheet, row_number, indicator, remark_cell as cell,
  trim(regexp_replace(remark, '^\s*说明\s*[：:]\s*', '')) as text
from observation.account
where regexp_matches(remark, '^\s*说明\s*[：:]\s*\S')
union all
select entity, submission, file, sheet, row_number, null, cell, trim(text)
from observation.evidence_cell
where heading = '说明' and not is_blank(text) and not is_not_applicable(text)
order by file, sheet, row_number, cell
