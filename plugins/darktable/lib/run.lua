-- One run: the selected photos are asked about, the answer is applied, and the panel says what came of it.

local dt = require "darktable"
local room = (...):match("^(.*/)")
local apply = require(room .. "apply")
local ask = require(room .. "ask")
local breathe = require(room .. "breathe")
local contract = require(room .. "contract")
local marks = require(room .. "marks")
local memory = require(room .. "memory")
local plan = require(room .. "plan")
local report = require(room .. "report")
local settings = require(room .. "settings")

local run = {}

-- The selected photos, each once; with all that is grouped with them where the user wants that.
local function chosen_images()
  local images, seen = {}, {}
  local function take(image)
    if not seen[image.id] then
      seen[image.id] = true
      images[#images + 1] = image
    end
  end
  for _, image in ipairs(dt.gui.action_images) do
    take(image)
    if settings.whole_groups() then
      for _, member in ipairs(image:get_group_members()) do take(member) end
    end
  end
  return images
end

-- Each file once, however many duplicates darktable has of it; and the place of its answer.
local function paths_of(images)
  local paths, place = {}, {}
  for _, image in ipairs(images) do
    local path = image.path .. "/" .. image.filename
    if not place[path] then
      paths[#paths + 1] = path
      place[path] = #paths
    end
  end
  return paths, place
end

-- While the program is asked it is told to stop; while marks are set, the next photo is the first that gets none.
local function stop(hold)
  hold.cancelled = true
  if hold.cancel then hold.cancel() end
  if not hold.is_asking and hold.job.valid then hold.job.valid = false end
end

local function start_job(title, hold)
  hold.job = dt.gui.create_job(title, true, function() stop(hold) end)
  return hold.job
end

-- What is to be set on each photo, and what only a yes of the user replaces.
local function planned(state, images, place, reply)
  local parent, wish = settings.parent_tag(), settings.wish()
  local todo, theirs, told = {}, {}, report.new(state.verb)
  for _, image in ipairs(images) do
    local result = reply.results[place[image.path .. "/" .. image.filename]]
    told.result(result)
    if result.error == nil and state.verb ~= "explain" then
      local now = marks.read(image, parent, state.verb == "crop" and result.crop ~= nil)
      local out = plan.photo(state.verb, result, now, state.memory:of(image.id, result.path), wish)
      told.left(result, out.left)
      if next(out.change) then todo[#todo + 1] = { image = image, change = out.change, now = now } end
      if next(out.theirs) then theirs[#theirs + 1] = { image = image, change = out.theirs, now = now } end
      breathe()
    end
  end
  return todo, theirs, told
end

-- Writes down what will be set, then sets it; nil and a sentence where it could not be written down.
local function set(state, todo, job)
  if #todo == 0 then return 0, {} end
  if state.memory:last() ~= state.run or not state.run then state.run = state.memory:begin(state.verb) end
  local saved, trouble = apply.note(todo, state.run, state.memory, settings.parent_tag())
  if not saved then
    state.memory = memory.open(state.memory.path)
    return nil, trouble
  end
  local done, refused = apply.changes(todo, job)
  if done < #todo then
    apply.forget_unset(todo, state.run, state.memory)
    state.memory:save()
  end
  state.memory:rest()
  return done, refused
end

local function finish(state, job, images, place, reply, _)
  apply.forget_broken_off(state.memory)
  local todo, theirs, told = planned(state, images, place, reply)
  local yours = settings.yours(_)
  if yours == "replace" then
    table.move(theirs, 1, #theirs, #todo + 1, todo)
    theirs = {}
  end
  state.run = nil
  local done, refused = set(state, todo, job)
  if not done then return state.panel.say(string.format(_("nothing was set: %s"), refused)) end
  state.theirs = yours == "ask" and theirs or {}
  state.panel.say(told.words(#todo, done, refused, #theirs, _), told.details(_))
  state.panel.ask(#state.theirs > 0)
end

local function answer(state, job, images, _)
  local paths, place = paths_of(images)
  local asked = {
    program = settings.program(), verb = state.verb, paths = paths, keeps_ready = settings.keeps_ready(),
    options = { aspect = state.verb == "crop" and state.panel.aspect() or nil, reject_flags = settings.wish().flags or nil },
  }
  state.hold.is_asking = true
  local reply, trouble = ask.assist(asked, job, state.hold, _)
  state.hold.is_asking, state.hold.cancel = false, nil
  if not reply then return state.panel.say(trouble) end
  if reply.cancelled or state.hold.cancelled then return state.panel.say(_("cancelled; nothing was set")) end
  finish(state, job, images, place, reply, _)
end

-- Runs `work(job)` as the only run, with a bar that can be cancelled; what goes wrong in it is said in the panel.
local function alone(state, title, work, _)
  if state.is_busy then return dt.print(_("photo-assist is still at work")) end
  state.is_busy, state.hold = true, {}
  local job = start_job(title, state.hold)
  local fine, trouble = pcall(work, job)
  if job.valid then job.valid = false end
  state.is_busy = false
  if not fine then
    dt.print_error("photo-assist: " .. tostring(trouble))
    state.panel.say(tostring(trouble))
  end
end

-- `verb`: rate, pick, crop or explain.
function run.verb(state, verb, _)
  if dt.gui.current_view().id ~= "lighttable" then return dt.print(_("photo-assist works in the lighttable")) end
  local images = chosen_images()
  if #images == 0 then return state.panel.say(_("select photos first")) end
  if #images > contract.MOST_PATHS then
    return state.panel.say(string.format(_("%s selected; at most %d at once"), report.photos(#images), contract.MOST_PATHS))
  end
  if state.is_busy then return dt.print(_("photo-assist is still at work")) end
  state.verb, state.theirs = verb, {}
  state.panel.ask(false)
  state.panel.say(report.photos(#images) .. " ...")
  alone(state, "photo-assist: " .. _(verb), function(job) answer(state, job, images, _) end, _)
end

-- The user's yes: what was suggested is set on the photos of the last run that carry marks of the user.
function run.replace(state, _)
  local theirs = state.theirs
  if #theirs == 0 or state.is_busy then return end
  state.theirs = {}
  state.panel.ask(false)
  local function work(job)
    for _, one in ipairs(theirs) do
      one.now = marks.read(one.image, settings.parent_tag(), one.change.crop ~= nil)
      breathe()
    end
    local done, refused = set(state, theirs, job)
    if not done then return state.panel.say(string.format(_("nothing was set: %s"), refused)) end
    state.panel.say(string.format(_("%s replaced; they go back with the rest of the run"), report.photos(done)))
  end
  alone(state, "photo-assist: " .. _("replace"), work, _)
end

function run.cancel(state)
  if state.is_busy then stop(state.hold) end
end

function run.leave(state, _)
  state.theirs = {}
  state.panel.ask(false)
  state.panel.say(_("yours were left as they are"))
end

function run.take_back(state, _)
  if not state.is_busy then apply.forget_broken_off(state.memory) end
  local last = state.memory:last()
  if not last then return state.panel.say(_("there is no run to take back")) end
  alone(state, "photo-assist: " .. _("take back"), function(job)
    local count = apply.take_back(last, state.memory, job)
    state.memory:forget_last()
    local saved, trouble = state.memory:save()
    state.theirs = {}
    state.panel.ask(false)
    state.panel.say(report.taken_back(count, _) .. (saved and "" or "; " .. tostring(trouble)))
  end, _)
end

return run
