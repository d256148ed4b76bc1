-- code: observation.waiver-refused
-- severity: note
-- when: an entry of waivers.yml fits a finding of weight 强制, which nobody can waive
-- missing: this rule is about entries that fit
-- message: {file}第{cell}行要免除的“{found}”是强制性意见，不能免除，仍须更正后重新报送；请删去这一条。
select
  null as entity, w.definition as file, null as sheet, w.line::varchar as cell, w.code as found,
  '核实性意见' as expected, null as difference, null as unit, []::varchar[] as indicators
from registry.waiver w
where exists (
  from observation.resolution r
  join observation.finding f on f.rowid = r.number
  where list_contains(r.waivers, w.position) and f.severity = 'ERROR'
)
order by w.position
