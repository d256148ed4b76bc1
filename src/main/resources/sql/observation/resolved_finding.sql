-- Every finding and what became of it: open, explained by the member, waived by the secretariat
-- (observation.resolution), or returned with the file it rejected.
create or replace view observation.resolved_finding as
select
  f.code, f.severity, f.entity, f.file, f.sheet, f.cell, f.found, f.expected, f.difference, f.unit,
  if(
    r.outdated_cell is null,
    f.message,
    f.message || '（' || r.outdated_cell || '的说明在此前的版本中已有，是为当时的数写的，不作为对现值的说明；现值无误的，请按现值重新写明。）'
  ) as message,
  f.indicators,
  if(f.returned, 'returned', coalesce(r.resolution, 'open')) as resolution,
  r.resolution_text, r.resolution_cell, r.resolution_by, r.resolution_on,
  coalesce(r.waivers, []) as waivers,
  f.places
from observation.finding f
left join observation.resolution r on r.number = f.rowid
