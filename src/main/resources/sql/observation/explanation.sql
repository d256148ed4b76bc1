-- takes: observation.account, observation.evidence_cell
-- One row per explanation a member gave: what stands in the column 说明 of 指标 or of an evidence
-- form, and the text behind 说明： in 备注, where templates without that column have it (decision
-- 0012).
select
  entity, submission, file, sheet, row_number, indicator, explanation_cell as cell,
  trim(regexp_replace(explanation, '^\s*说明\s*[：:]\s*', '')) as text
from observation.account
where not is_blank(explanation) and not is_not_applicable(explanation)
union all
select
  entity, submission, file, sheet, row_number, indicator, remark_cell,
  trim(regexp_replace(remark, '^\s*说明\s*[：:]\s*', ''))
from observation.account
where regexp_matches(remark, '^\s*说明\s*[：:]\s*\S')
union all
select
  entity, submission, file, sheet, row_number, null, cell,
  trim(regexp_replace(text, '^\s*说明\s*[：:]\s*', ''))
from observation.evidence_cell
where heading = '说明' and not is_blank(text) and not is_not_applicable(text)
order by file, sheet, row_number, cell
