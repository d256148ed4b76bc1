-- code: observation.waiver-unused
-- severity: note
-- when: an entry of waivers.yml fits no finding
-- missing: places an entry leaves out fit any place
-- message: {file}第{cell}行免除的“{found}”没有对应的核查意见，未起作用，请核对成员、位置和现值，或删去这一条。
select
  null as entity, w.definition as file, null as sheet, w.line::varchar as cell, w.code as found,
  '对应的核查意见' as expected, null as difference, null as unit, []::varchar[] as indicators
from registry.waiver w
where not exists (
  from observation.resolution r where list_contains(r.waivers, w.position)
)
order by w.position
