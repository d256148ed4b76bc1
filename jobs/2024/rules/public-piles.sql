-- code: round.public-piles
-- severity: error
-- when: a city has more public piles than piles
-- missing: rows where either is blank are left to observation.required-evidence
-- message: “充电桩”{cell}的年末公共桩{found}个，大于同一行的年末充电桩总数{expected}个，部分不能大于总体，请核对。
select
  p.entity, p.file, p.sheet, p.cell, p.text as found, t.text as expected,
  plain(figure(p.text) - figure(t.text)) as difference, '个' as unit,
  ['A02-02', 'A02-03'] as indicators
from observation.evidence_cell p
join observation.evidence_cell t
  on t.submission = p.submission and t.sheet = p.sheet and t.row_number = p.row_number
  and t.column_code = 'total'
where p.form = 'piles' and p.column_code = 'closing' and figure(p.text) > figure(t.text)
order by p.entity, p.sheet, p.row_number
