-- What happens when a menu item is chosen: a task with a progress bar and, at the end, one message.
local LrApplication = import "LrApplication"
local LrDialogs = import "LrDialogs"
local LrFunctionContext = import "LrFunctionContext"
local LrPrefs = import "LrPrefs"
local LrProgressScope = import "LrProgressScope"
local LrTasks = import "LrTasks"

local Batches = require "Batches"
local Client = require "Client"
local Lightroom = require "Lightroom"
local Program = require "Program"
local Run = require "Run"
local Selection = require "Selection"
local Settings = require "Settings"
local SmartCollections = require "SmartCollections"
local Summary = require "Summary"
local TakeBack = require "TakeBack"

local Menu = {}

local MOST_EXPLAINED = 10 -- A choice: what can be read in one dialog.
local TAKEN_BACK_AT_ONCE = 200

local function in_task(name, work)
  LrFunctionContext.postAsyncTaskWithContext(name, function(context)
    LrDialogs.attachErrorDialogToFunctionContext(context)
    work(context)
  end)
end

local function progress(context, title)
  local scope = LrProgressScope({ title = title, functionContext = context })
  scope:setCancelable(true)
  return scope,
    {
      is_cancelled = function()
        return scope:isCanceled()
      end,
      progress = function(done, total, words)
        scope:setPortionComplete(done, math.max(total, 1))
        scope:setCaption(words ~= "" and words or done .. " of " .. total)
      end,
    }
end

local function environment(hear)
  local settings = Settings.read(LrPrefs.prefsForPlugin())
  return {
    catalog = LrApplication.activeCatalog(),
    plugin = _PLUGIN,
    settings = settings,
    client = Client.new(Lightroom, settings, Program.path(Lightroom, settings, _PLUGIN)),
    options = Settings.options(settings),
    hear = hear,
    pcall = LrTasks.pcall,
  }
end

local function tell(title, text, tally)
  local failed = tally.problem and tally.problem.kind ~= "cancelled"
  LrDialogs.message(title, text, failed and "critical" or "info")
end

local function offer_to_replace(env, tally, wishes)
  local title, text = Summary.question(tally)
  -- The buttons are such that Return and Escape both keep what is there.
  if not title or LrDialogs.confirm(title, text, "Keep mine", "Cancel", "Replace mine") ~= "other" then
    return
  end
  local again = Run.replace(env, tally, wishes)
  again.asked, again.answered, again.failed, again.videos = 0, 0, {}, 0
  local heading, words = Summary.words(wishes.verb, again)
  tell(heading, words, again)
end

-- "rate", "pick" or "crop" for all that is selected.
function Menu.suggest(verb, title)
  in_task("photo-assist " .. verb, function(context)
    local scope, hear = progress(context, title)
    local env = environment(hear)
    local selection = Selection.of(env.catalog, env.catalog:getTargetPhotos())
    local wishes = Run.wishes(verb, env.settings, LrTasks.sleep)
    local tally = Run.go(env, selection, wishes)
    scope:done()
    local heading, words = Summary.words(verb, tally)
    tell(heading, words, tally)
    if not tally.problem then
      offer_to_replace(env, tally, wishes)
    end
  end)
end

function Menu.explain()
  in_task("photo-assist explain", function(context)
    local scope, hear = progress(context, "photo-assist: explain")
    local env = environment(hear)
    local paths = Selection.of(env.catalog, env.catalog:getTargetPhotos()).paths
    local results, problem = env.client:ask("explain", Batches.slice(paths, 1, MOST_EXPLAINED), env.options, hear)
    scope:done()
    if problem then
      LrDialogs.message("photo-assist cannot explain these", problem.message .. "\n" .. problem.hint, "critical")
    else
      LrDialogs.message("What photo-assist sees", Summary.explanation(results, #paths), "info")
    end
  end)
end

local function taken_back(env, run, hear)
  local photos = TakeBack.photos(env.catalog, env.plugin, run)
  local tally = { changed = 0, kept = 0 }
  for first = 1, #photos, TAKEN_BACK_AT_ONCE do
    if hear.is_cancelled() then
      return tally, { message = "It was stopped.", hint = "Choose it again to go on." }
    end
    local part = Batches.slice(photos, first, TAKEN_BACK_AT_ONCE)
    local report, problem = TakeBack.batch(env.catalog, env.plugin, part, run, "photo-assist: take back")
    if problem then
      return tally, problem
    end
    tally.changed, tally.kept = tally.changed + report.changed, tally.kept + report.kept
    hear.progress(math.min(#photos, first + TAKEN_BACK_AT_ONCE - 1), #photos, "")
  end
  return tally, TakeBack.finish(env.catalog, env.plugin, run, "photo-assist: take back")
end

function Menu.take_back()
  in_task("photo-assist take back", function(context)
    local scope, hear = progress(context, "photo-assist: take back last run")
    local env = environment(hear)
    local run = TakeBack.newest(env.catalog, env.plugin)
    if not run then
      LrDialogs.message("There is nothing to take back", "photo-assist has changed nothing in this catalogue since.", "info")
      return
    end
    local tally, problem = taken_back(env, run, hear)
    scope:done()
    if problem then
      local text = tally.changed .. " photos were taken back so far.\n" .. problem.message .. "\n" .. problem.hint
      LrDialogs.message("Not all of the run was taken back", text, "warning")
    else
      LrDialogs.message(Summary.taken_back(run, tally))
    end
  end)
end

function Menu.add_smart_collections()
  in_task("photo-assist smart collections", function()
    local problem = SmartCollections.add(LrApplication.activeCatalog(), _PLUGIN)
    if problem then
      LrDialogs.message("The smart collections could not be added", problem.message .. "\n" .. problem.hint, "warning")
    else
      LrDialogs.message("Smart collections added", "They are in the set photo-assist, in the Collections panel.", "info")
    end
  end)
end

return Menu
