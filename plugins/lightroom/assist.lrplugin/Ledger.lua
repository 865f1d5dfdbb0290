-- What the plug-in did to a photo, kept in that photo's own hidden field: it goes where the catalogue goes.
local Json = require "Json"
local JsonReader = require "JsonReader"

local Ledger = {}

Ledger.FIELD = "ledger"
Ledger.RUNS = "runs"
local MOST_RUNS = 8 -- A choice: how many runs can be taken back, one after the other.

-- `ours`: field -> what we set last. `runs`: oldest first, each {id, set = {field -> {before, after, ours}}}. A ledger that
-- cannot be read claims nothing, so that whatever stands in the photo counts as a person's.
function Ledger.parse(text)
  local said = text and JsonReader.read(text)
  if type(said) ~= "table" or type(said.ours) ~= "table" or not Json.is_array(said.runs) then
    return { ours = {}, runs = Json.array({}) }
  end
  return said
end

function Ledger.read(photo, plugin)
  return Ledger.parse(photo:getPropertyForPlugin(plugin, Ledger.FIELD))
end

function Ledger.write(photo, plugin, ledger)
  local empty = next(ledger.ours) == nil and #ledger.runs == 0
  photo:setPropertyForPlugin(plugin, Ledger.FIELD, not empty and Json.write(ledger) or nil)
end

function Ledger.run(ledger, id)
  for place, run in ipairs(ledger.runs) do
    if run.id == id then
      return run, place
    end
  end
  return nil
end

-- Notes that `field` went from `before` to `after` in the run `id`. Within one run what was there first is what counts.
function Ledger.note(ledger, id, field, before, after)
  local run = Ledger.run(ledger, id)
  if not run then
    run = { id = id, set = {} }
    ledger.runs[#ledger.runs + 1] = run
    if #ledger.runs > MOST_RUNS then
      table.remove(ledger.runs, 1)
    end
  end
  local earlier = run.set[field]
  run.set[field] = {
    before = earlier and earlier.before or before,
    after = after,
    ours = earlier and earlier.ours or (ledger.ours[field] == nil and Json.null or ledger.ours[field]),
  }
  ledger.ours[field] = after
end

-- The run leaves the ledger; what was ours before it is ours again.
function Ledger.forget(ledger, id)
  local run, place = Ledger.run(ledger, id)
  if not run then
    return
  end
  for field, change in pairs(run.set) do
    ledger.ours[field] = change.ours ~= Json.null and change.ours or nil
  end
  table.remove(ledger.runs, place)
end

-- One field leaves the run, as though it had never been set there.
function Ledger.drop(ledger, id, field)
  local run, place = Ledger.run(ledger, id)
  local change = run and run.set[field]
  if not change then
    return
  end
  run.set[field] = nil
  ledger.ours[field] = change.ours ~= Json.null and change.ours or nil
  if next(run.set) == nil then
    table.remove(ledger.runs, place)
  end
end

-- The catalogue's own list of runs, oldest first.
function Ledger.catalog_runs(catalog, plugin)
  local text = catalog:getPropertyForPlugin(plugin, Ledger.RUNS)
  local runs = text and JsonReader.read(text)
  return Json.is_array(runs) and runs or Json.array({})
end

-- Inside write access.
function Ledger.enter_run(catalog, plugin, id)
  local runs = Ledger.catalog_runs(catalog, plugin)
  if runs[#runs] ~= id then
    runs[#runs + 1] = id
    if #runs > MOST_RUNS then
      table.remove(runs, 1)
    end
    catalog:setPropertyForPlugin(plugin, Ledger.RUNS, Json.write(runs))
  end
end

-- Inside write access.
function Ledger.leave_run(catalog, plugin, id)
  local runs = Ledger.catalog_runs(catalog, plugin)
  for place = #runs, 1, -1 do
    if runs[place] == id then
      table.remove(runs, place)
    end
  end
  catalog:setPropertyForPlugin(plugin, Ledger.RUNS, Json.write(runs))
end

return Ledger
