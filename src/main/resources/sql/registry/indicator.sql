-- takes: registry.declared_indicator
-- The indicators, names in conditions and deliverables brought to the form received names are
-- compared in.
select
  * replace (
    list_transform(deliverables, lambda d: normalised(d, 'NAME')) as deliverables,
    list_transform(
      where_values, lambda v: list_transform(v, lambda a: normalised(a, 'NAME'))
    ) as where_values
  )
from registry.declared_indicator
order by position
